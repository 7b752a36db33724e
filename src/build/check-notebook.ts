import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkLedger } from "../ledger/check-ledger.ts";
import { type Fault, InputError } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import type { Ledger } from "../ledger/schema.ts";
import { checkPage, checkTokens } from "../page/check-page.ts";
import { doubtedFindings } from "../page/doubted-findings.ts";
import { makeNotebook } from "../page/notebook.ts";
import { derivationFaults } from "../tables/derivation-faults.ts";
import { judgementFaults } from "../tables/judgement-faults.ts";

/**
 * Everything that `npm run check` checks: the ledger's records, then what rests on them, then the pages. Returns the ledger; throws an
 * InputError that lists every fault.
 */
export function checkNotebook(root: string): Ledger {
  const parsed = parseLedger(readLedgerFiles(root));
  const faults = checkLedger(parsed);
  if (faults.length === 0) faults.push(...derivationFaults(parsed), ...judgementFaults(parsed));
  if (faults.length === 0) faults.push(...pageFaults(root, parsed.ledger));
  if (faults.length > 0) throw new InputError(faults);
  return parsed.ledger;
}

/** Pages are checked together with the file that holds their names and findings. */
function pageFaults(root: string, ledger: Ledger): Fault[] {
  const notebook = makeNotebook(ledger);
  const markdown = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && !path.startsWith("."))
    .sort();
  const text = (file: string) => readFileSync(join(root, file), "utf8");
  const names = "src/page/site.ts";
  return [
    ...markdown.flatMap((path) => checkPage(`src/${path}`, text(`src/${path}`), notebook)),
    ...markdown.flatMap((path) => doubtedFindings(`src/${path}`, text(`src/${path}`), notebook)),
    ...checkTokens(names, text(names), notebook)
  ];
}
