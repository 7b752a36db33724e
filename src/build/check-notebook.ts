import { checkLedger } from "../ledger/check-ledger.ts";
import { InputError } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import type { Ledger } from "../ledger/schema.ts";
import { derivationFaults } from "../tables/derivation-faults.ts";

/**
 * Everything that `npm run check` checks: the ledger's records, then what rests on them. Returns the ledger; throws an
 * InputError that lists every fault.
 */
export function checkNotebook(root: string): Ledger {
  const parsed = parseLedger(readLedgerFiles(root));
  const faults = checkLedger(parsed);
  if (faults.length === 0) faults.push(...derivationFaults(parsed));
  if (faults.length > 0) throw new InputError(faults);
  return parsed.ledger;
}
