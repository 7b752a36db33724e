import type { Field, Row } from "./fields.ts";
import { unitWords } from "./unit-words.ts";
import { wordings } from "./wording.ts";

/** Rows with a column of words for every field that its table gives none. */
export function worded(rows: readonly Row[], fields: readonly Field[]): Row[] {
  const made = fields.flatMap(({ column, text, wording }) => (wording ? [{ column, text, ...wordings[wording] }] : []));
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(made.map(({ column, text, words }) => [text, words(row[column])]))
  }));
}

/** The same as a page's own code: what it needs before, and a column for each of the fields. */
export function wordedCode(fields: readonly Field[]): { before: string; columns: string[] } {
  return {
    before: fields.some(({ wording }) => wording === "unit") ? `const units = ${JSON.stringify(unitWords)};\n` : "",
    columns: fields.flatMap(({ column, text, wording }) =>
      wording ? [`${text}: ${wordings[wording].code(`d.${column}`)}`] : []
    )
  };
}
