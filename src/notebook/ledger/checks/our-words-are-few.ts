import type { Ledger } from "../schema.ts";
import { allQuantities, type Violation, wordCount } from "./violation.ts";

/** What a figure says is said in at most 25 words. */
export function ourWordsAreFew(ledger: Ledger): Violation[] {
  return allQuantities(ledger).flatMap((figure) =>
    wordCount(figure.says) <= 25
      ? []
      : [
          {
            record: figure,
            field: ["says"],
            message: `"says" has ${wordCount(figure.says)} words`,
            remedy: "say it in at most 25"
          }
        ]
  );
}
