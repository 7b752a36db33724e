import type { Ledger } from "../schema.ts";
import type { Violation } from "./violation.ts";

/** What was drafted from a text is looked at before it is published: no record keeps a list of its guesses. */
export function everyGuessIsReviewed(ledger: Ledger): Violation[] {
  const { sources, speakers, places } = ledger;
  const drafted = [
    ...sources.flatMap((source) => [source, ...source.figures, ...source.positions]),
    ...speakers,
    ...places
  ];
  return drafted.flatMap((record) => {
    const { id, review = [] } = record as { id: string; review?: string[] };
    if (review.length === 0) return [];
    return [
      {
        record,
        field: ["review"],
        message: `${review.join(", ")} of "${id}" ${review.length === 1 ? "is a guess" : "are guesses"}`,
        remedy: `compare ${review.length === 1 ? "it" : "them"} with the text, mend what is wrong, and take out "review"; npm run review shows both`
      }
    ];
  });
}
