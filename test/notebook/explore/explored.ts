import { type Explored, explore } from "../../../src/notebook/explore/explore.ts";
import { type Field, fieldsOf, type Row, worded } from "../../../src/notebook/explore/fields.ts";
import { emptySpec, openingSpec, type Spec } from "../../../src/notebook/explore/spec.ts";
import { figureRow } from "../../figures/tables-fixture.ts";

const mined = (id: string, period: string, value: number, more: object = {}): Row =>
  figureRow({
    id,
    period,
    value,
    metric: "production",
    basis: "mine-production",
    basis_label: "mine production",
    unit: "t/yr",
    speaker: "usgs",
    ...more
  }) as object as Row;

/** A small table of figures: output of two countries in two editions, a range, a bound, a share, a figure without number. */
const plain: Row[] = [
  mined("a.russia.2023", "2023", 2600, { current: false, edition: "2024" }),
  mined("b.russia.2023", "2023", 2500, { edition: "2025" }),
  mined("b.russia.2024", "2024", 2700, { edition: "2025" }),
  mined("b.china.2024", "2024", 270000, { subject: "china", subject_name: "China", edition: "2025" }),
  mined("c.range", "2025", 0, { value: null, low: 3000, high: 7500, metric: "capacity" }),
  mined("c.bound", "2025", 0, { value: null, low: null, high: 9000, comparator: "<", metric: "capacity" }),
  mined("c.about", "2025", 2900, { comparator: "~", metric: "capacity" }),
  mined("d.share", "2025", 1, { unit: "%", metric: "share" }),
  mined("d.none", "2025", 0, {
    value: null,
    low: null,
    high: null,
    comparator: "unquantified",
    unit: "%",
    metric: "share"
  })
];

export const fields: Field[] = fieldsOf(plain);
export const figures: Row[] = worded(plain, fields);

/** The opening chart changed, made of the small table. */
export const made = (change: Partial<Spec> = {}, rows = figures): Explored =>
  explore(rows, { ...openingSpec, ...change }, fieldsOf(rows));

/** A chart with nothing chosen but this. */
export const madeOnly = (choice: Partial<Spec>, rows = figures): Explored =>
  explore(rows, { ...emptySpec, ...choice }, fieldsOf(rows));

export const said = ({ doubts }: Explored): string => doubts.map(({ text }) => text).join(" ");
