import type { Ledger } from "../schema.ts";
import type { Violation } from "./violation.ts";

/** A publication without a known title has one in our words. */
export function unknownTitleHasAWorkingTitle(ledger: Ledger): Violation[] {
  return ledger.sources.flatMap((source) =>
    source.title !== null || source.title_supplied !== undefined
      ? []
      : [
          {
            record: source,
            field: ["title"],
            message: "the title is unknown and no working title is given",
            remedy: "add title_supplied in our words"
          }
        ]
  );
}
