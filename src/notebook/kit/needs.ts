import { figureNamed } from "../ledger/editions.ts";
import type { DerivedRow } from "../tables/derived.ts";
import type { QuantityRow } from "../tables/figures.ts";
import type { Tables } from "../tables/tables.ts";

// What a figure cannot do without: each throws an error that names the figure where the ledger does not have it.

/** The figure of an id, or of a name by its release, such as `survey@latest.output.world.latest`. Throws an error that names the figure that needs it, for one that is about this very statement. */
export function pickFigure(figure: string, { figures }: Pick<Tables, "figures">, id: string): QuantityRow {
  return found(figure, "figure", id, figureNamed(id, figures.rows));
}

/** The derived quantity of an id; throws like `pickFigure`. */
export function pickDerived(figure: string, { derived }: Pick<Tables, "derived">, id: string): DerivedRow {
  return found(
    figure,
    "derived quantity",
    id,
    derived.rows.find((row) => row.id === id)
  );
}

function found<Row>(figure: string, what: string, id: string, row: Row | undefined): Row {
  if (!row) throw new Error(`figure "${figure}" needs the ${what} "${id}", which the ledger does not have`);
  return row;
}

/** A quantity's one value. Throws where it has none, naming the figure and the record. */
export function oneValue(figure: string, row: { id: string; value: number | null }): number {
  if (row.value === null) throw new Error(`figure "${figure}" needs one value of "${row.id}", which has none`);
  return row.value;
}

/** The first row of a list that a figure cannot do without. */
export function firstOf<Row>(figure: string, what: string, rows: readonly Row[]): Row {
  const [first] = rows;
  if (first === undefined) throw new Error(`figure "${figure}" has no ${what}; the ledger no longer holds one`);
  return first;
}

/** Stops a build whose data no longer bear out what a figure's words say. */
export function holds(figure: string, finding: string, condition: boolean): void {
  if (!condition) throw new Error(`figure "${figure}": the data no longer bear out "${finding}"; mend its words`);
}

/** The row that plays a part in a drawing. Throws an error that names the figure where there is none. */
export function rowOfPart<Row extends { part: string }>(figure: string, rows: readonly Row[], part: Row["part"]): Row {
  const row = rows.find((candidate) => candidate.part === part);
  if (!row) throw new Error(`figure "${figure}" got no row for "${part}"`);
  return row;
}
