import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkLedger } from "./check-ledger.ts";
import { InputError } from "./fault.ts";
import { type LedgerFile, parseLedger } from "./parse-ledger.ts";
import type { Ledger } from "./schema.ts";

/** Where the ledger lies, from the project's root. */
export const ledgerFolder = "data/ledger";

/** The ledger's files as they are; reads `<root>/data/ledger/*.yaml`. */
export function readLedgerFiles(root: string): LedgerFile[] {
  return readdirSync(join(root, ledgerFolder))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ path: `${ledgerFolder}/${name}`, text: readFileSync(join(root, ledgerFolder, name), "utf8") }));
}

/** The ledger, checked. Throws an InputError that lists every fault. */
export function readLedger(root: string): Ledger {
  const parsed = parseLedger(readLedgerFiles(root));
  const faults = checkLedger(parsed);
  if (faults.length > 0) throw new InputError(faults);
  return parsed.ledger;
}
