import type { SearchCell } from "../page/search-options.ts";
import { searchTerms } from "../page/search-terms.ts";

/**
 * The cells of a table whose number was found, those first that hold most of the terms, and then those that say least
 * beside them: "45,500" before "45,500.5", and America's before all others where America was asked for too.
 *
 * @param terms all terms of the table that were found
 * @param numbers those of them that stand in a cell as printed
 */
export function foundCells(
  cells: readonly SearchCell[],
  terms: readonly string[],
  numbers: readonly string[]
): SearchCell[] {
  const held = (text: string, some: readonly string[]): number =>
    searchTerms(text.toLowerCase()).filter((term) => some.includes(term)).length;
  const found = cells
    .filter(([printed]) => held(printed, numbers) > 0)
    .map((cell) => ({ cell, score: held(`${cell[0]} ${cell[1]}`, terms) }));
  return found.sort((a, b) => b.score - a.score || a.cell[0].length - b.cell[0].length).map(({ cell }) => cell);
}
