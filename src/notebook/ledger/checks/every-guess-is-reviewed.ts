import type { Ledger } from "../schema.ts";
import type { Violation } from "./violation.ts";

/** Records that were drafted from a text and that nobody has looked at yet: each keeps a list of its guesses. */
export function draftedRecords({ sources, speakers, places }: Ledger): { id: string; review: string[] }[] {
  const records = [
    ...sources.flatMap((source) => [source, ...source.figures, ...source.positions]),
    ...speakers,
    ...places
  ] as { id: string; review?: string[] }[];
  return records.filter((record): record is { id: string; review: string[] } => (record.review ?? []).length > 0);
}

/** What was drafted is looked at before it is published. */
export const everyGuessIsReviewed = (ledger: Ledger): Violation[] =>
  draftedRecords(ledger).map((record) => {
    const { id, review } = record;
    const it = review.length === 1 ? "it" : "them";
    return {
      record,
      field: ["review"],
      message: `${review.join(", ")} of "${id}" ${review.length === 1 ? "is a guess" : "are guesses"}`,
      remedy: `compare ${it} with the text, mend what is wrong, and take out "review"; npm run review shows both`
    };
  });
