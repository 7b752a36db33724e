import type { DerivedRow } from "../../tables/derived.ts";
import type { FigureRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";

/** The figure of an id. Throws an error that names the chart, for a chart that is about this very statement. */
export function pickFigure(chart: string, { figures }: Pick<Tables, "figures">, id: string): FigureRow {
  return found(chart, "figure", id, figures.rows);
}

/** The derived quantity of an id; throws like `pickFigure`. */
export function pickDerived(chart: string, { derived }: Pick<Tables, "derived">, id: string): DerivedRow {
  return found(chart, "derived quantity", id, derived.rows);
}

function found<Row extends { id: string }>(chart: string, what: string, id: string, rows: readonly Row[]): Row {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`chart "${chart}" needs the ${what} "${id}", which the ledger does not have`);
  return row;
}

/** Figures that the publications print: charts of what is said leave out the cells of official tables. */
export const saidFigures = ({ figures }: Pick<Tables, "figures">): FigureRow[] =>
  figures.rows.filter(({ reading }) => reading === "text");

/** A quantity's one value. Throws where it has none, naming the chart and the record. */
export function oneValue(chart: string, row: { id: string; value: number | null }): number {
  if (row.value === null) throw new Error(`chart "${chart}" needs one value of "${row.id}", which has none`);
  return row.value;
}

/** The first row of a list that a chart cannot do without. */
export function firstOf<Row>(chart: string, what: string, rows: readonly Row[]): Row {
  const [first] = rows;
  if (first === undefined) throw new Error(`chart "${chart}" has no ${what}; the ledger no longer holds one`);
  return first;
}

/** Stops a build whose data no longer bear out what a figure's words say. */
export function holds(chart: string, finding: string, condition: boolean): void {
  if (!condition) throw new Error(`chart "${chart}": the data no longer bear out "${finding}"; mend its words`);
}
