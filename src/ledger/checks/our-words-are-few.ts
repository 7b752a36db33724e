import type { Ledger } from "../schema.ts";
import type { Finding } from "./finding.ts";
import { allQuantities } from "./quantities.ts";
import { wordCount } from "./word-count.ts";

/** What a figure says is said in at most 25 words. */
export function ourWordsAreFew(ledger: Ledger): Finding[] {
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
