import { type ParsedLedger, parseLedger } from "../src/notebook/ledger/parse-ledger.ts";
import { readLedgerFiles } from "../src/notebook/ledger/read-ledger.ts";
import type { Ledger } from "../src/notebook/ledger/schema.ts";
import { makeNotebook, type Notebook } from "../src/notebook/page/notebook.ts";
import type { Tables } from "../src/notebook/tables/tables.ts";
import { site, story } from "./story.ts";

let parsed: ParsedLedger | undefined;
let notebook: Notebook | undefined;

/** The ledger as it is, with its places. Read once for all test files that share a worker, so nobody may change it. */
export function realParsedLedger(): ParsedLedger {
  parsed ??= parseLedger(readLedgerFiles("."));
  frozen(parsed.ledger);
  return parsed;
}

export const realLedger = (): Ledger => realParsedLedger().ledger;

/** The notebook of the ledger as it is; shared likewise. */
export function realNotebook(): Notebook {
  notebook ??= frozen(makeNotebook(realLedger(), story, site));
  return notebook;
}

export const realTables = (): Tables => realNotebook().tables;

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
