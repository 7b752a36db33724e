import type { FigureRow } from "../../tables/figures.ts";
import type { Notebook } from "../notebook.ts";

/** What holds a number: a figure or a derived quantity, and its unit. */
export interface Holder {
  id: string;
  unit: string;
}

/** The numbers of the ledger, by value, also in thousands and millions. */
export interface KnownNumbers {
  /** In one of these units; the cells of tables count too. */
  inUnits(value: number, units: readonly string[]): Holder[];
  /** In any unit. The cells of tables are so many that any number would be one of them. */
  ofStatements(value: number): Holder[];
  /** A share that rounds to the same whole per cent, or to the same as it is printed. */
  nearShare(percent: number): Holder[];
}

/** Every number that a figure or derived quantity holds. */
export function knownNumbers({ tables }: Notebook): KnownNumbers {
  const figures = tables.figures.rows;
  const statements = byValue([
    ...figures.filter(({ series }) => series === null).flatMap(scaledEnds),
    ...tables.derived.rows.flatMap((row) => endsOf(row).map((end) => held(Number(end.toPrecision(row.digits)), row)))
  ]);
  const cells = byValue(figures.filter(({ series, current }) => series !== null && current).flatMap(scaledEnds));
  return {
    inUnits: (value, units) =>
      [...(statements.get(value) ?? []), ...(cells.get(value) ?? [])].filter(({ unit }) => units.includes(unit)),
    ofStatements: (value) => statements.get(value) ?? [],
    nearShare: (percent) =>
      [...statements]
        .filter(([value]) => Math.abs(value - percent) <= 0.5)
        .flatMap(([, holders]) => holders.filter(({ unit }) => unit === "%"))
  };
}

type Held = readonly [value: number, holder: Holder];

const held = (value: number, { id, unit }: Holder): Held => [value, { id, unit }];

const endsOf = ({ low, value, high }: Pick<FigureRow, "low" | "value" | "high">): number[] =>
  [low, value, high].filter((end) => end !== null);

const scaledEnds = (row: FigureRow): Held[] =>
  endsOf(row).flatMap((end) =>
    [1, 1e3, 1e6, 1e9].filter((scale) => end >= scale).map((scale) => held(end / scale, row))
  );

function byValue(numbers: readonly Held[]): Map<number, Holder[]> {
  const known = new Map<number, Holder[]>();
  for (const [value, holder] of numbers) {
    const holders = known.get(value) ?? [];
    if (!holders.some(({ id }) => id === holder.id)) known.set(value, [...holders, holder]);
  }
  return known;
}
