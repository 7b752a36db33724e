import type { Ledger } from "../schema.ts";
import { newerEditions, type Violation } from "./violation.ts";

/** Editions supersede one another in a line that has a beginning. */
export function noEditionSupersedesItself(ledger: Ledger): Violation[] {
  return ledger.sources.flatMap((source) =>
    newerEditions(source, ledger.sources).has(source)
      ? [
          {
            record: source,
            field: ["supersedes"],
            message: `the editions before "${source.id}" lead back to it`,
            remedy: "let the first edition supersede null"
          }
        ]
      : []
  );
}
