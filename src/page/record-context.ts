import type { Notebook } from "./notebook.ts";
import type { RecordUses } from "./record-uses.ts";

/** The records of the ledger, and where the pages use them. */
export interface RecordContext {
  notebook: Notebook;
  uses: RecordUses;
}
