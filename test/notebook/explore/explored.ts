import { type Explored, explore } from "../../../src/notebook/explore/explore.ts";
import { type Filter, type Looks, type Row, type Table, tableOf } from "../../../src/notebook/explore/fields.ts";
import { anyOf, emptySpec, type Spec } from "../../../src/notebook/explore/spec.ts";
import { readLedger } from "../../../src/notebook/ledger/read-ledger.ts";
import { compileTables } from "../../../src/notebook/tables/tables.ts";
import { realTables } from "../../real-ledger.ts";
import { figureRow } from "../kit/tables-fixture.ts";

const mined = (
  id: string,
  period: string,
  value: number,
  more: { metric?: string } & Record<string, unknown> = {}
): Row => ({
  ...figureRow({ id, period, value, metric: "production", basis: "mine-production", unit: "t/yr", speaker: "usgs" }),
  ...{ basis_label: "mine production", unit_label: "tonnes a year", low: value, high: value },
  metric_label: more.metric ?? "production",
  ...more
});

/** Output of two countries in two editions, a range, a bound, about a number, a goal, a share, and a figure without number. */
export const figures: Row[] = [
  mined("a.russia.2023", "2023", 2600, { current: false, edition: "2024" }),
  mined("b.russia.2023", "2023", 2500, { edition: "2025" }),
  mined("b.russia.2024", "2024", 2700, { edition: "2025" }),
  mined("b.china.2024", "2024", 270000, { subject: "china", subject_name: "China", edition: "2025" }),
  mined("c.range", "2025", 0, { value: null, low: 3000, high: 7500, metric: "capacity" }),
  mined("c.bound", "2025", 0, { value: null, low: null, high: 9000, comparator: "<", metric: "capacity" }),
  mined("c.about", "2025", 2900, { comparator: "~", metric: "capacity" }),
  mined("c.goal", "2030", 7500, { metric: "capacity", status: "target" }),
  mined("d.share", "2025", 1, { unit: "%", unit_label: "%", metric: "share" }),
  mined("d.none", "2025", 0, {
    ...{ value: null, low: null, high: null, comparator: "unquantified" },
    ...{ unit: "%", unit_label: "%", metric: "share" }
  })
];

export const looks: Looks = {
  statistic: { colour: "var(--k-stat)", shape: "square" },
  official: { colour: "var(--k-gov)", shape: "diamond" },
  russia: { colour: "var(--red)" },
  favourable: { colour: "var(--fav)" },
  mixed: { colour: "var(--ink)" },
  sceptical: { colour: "var(--scep)" },
  describes: { colour: "var(--grey)" }
};

export const figuresTable = tableOf("figures", figures, looks);

/** A filter that keeps one value of a column. */
export const only = (column: string, ...values: string[]): Filter => ({ ...anyOf(column), values });

/** A chart of rows with nothing chosen but this. */
export const made = (choice: Partial<Spec>, rows = figures, table = "figures"): Explored =>
  explore(tableOf(table, rows, looks), { ...emptySpec, table, ...choice });

/** Russia's output as a line. */
export const russia: Partial<Spec> = {
  filters: [only("metric", "production"), only("subject", "russia")],
  ...{ across: "period", up: "amount", colour: "subject", mark: "lines" }
};

export const said = ({ doubts }: Explored): string => doubts.map(({ text }) => text).join(" ");
export const isDrawn = ({ recipe }: Explored): boolean => recipe(false) !== null;

/** Every table with rows of this notebook and of two on other subjects, with the notebook's name. */
export const everyTable: readonly [name: string, table: Table][] = ["this", "coffee", "minimal"].flatMap((subject) => {
  const tables = subject === "this" ? realTables() : compileTables(readLedger(`test/subjects/${subject}`));
  return Object.values(tables).flatMap(({ name, rows }): [string, Table][] =>
    rows.length === 0
      ? []
      : [[`${subject}: ${name}`, tableOf(name, rows as readonly object[] as readonly Row[], looks)]]
  );
});
