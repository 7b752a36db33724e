import type { Ledger } from "../schema.ts";
import { allFigures, type Violation } from "./violation.ts";

/** A mark that stands in place of a number stands alone in its cell; any other stands after a number. */
export function markFitsItsCell(ledger: Ledger): Violation[] {
  const marks = new Map(ledger.vocabulary.marks.map((mark) => [mark.id, mark]));
  return allFigures(ledger).flatMap((figure) =>
    (figure.series === null ? [] : figure.marks).flatMap((id) => {
      const mark = marks.get(id);
      const isAlone = figure.comparator === "unquantified";
      if (!mark || mark.number !== isAlone) return [];
      return [
        {
          record: figure,
          field: [],
          message: isAlone ? `"${id}" marks a number, and there is none` : `"${id}" stands in place of a number`,
          remedy: isAlone ? "write the number before it" : "write one of the two"
        }
      ];
    })
  );
}
