import type { Ledger } from "../schema.ts";
import { allFigures, type Violation, wordCount } from "./violation.ts";

/** At most eight words of a source are kept. */
export function printedFigureIsShort(ledger: Ledger): Violation[] {
  return allFigures(ledger).flatMap((figure) =>
    wordCount(figure.printed) <= 8
      ? []
      : [
          {
            record: figure,
            field: ["printed"],
            message: `the printed figure has ${wordCount(figure.printed)} words`,
            remedy: "keep the number and what belongs to it, at most eight words"
          }
        ]
  );
}
