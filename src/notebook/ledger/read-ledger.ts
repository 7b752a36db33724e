import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkLedger } from "./check-ledger.ts";
import { InputError } from "./fault.ts";
import { readText } from "./parse-document.ts";
import { type LedgerFile, parseLedger } from "./parse-ledger.ts";
import type { Ledger } from "./schema.ts";

/** Where the ledger lies, from the project's root. */
export const ledgerFolder = "data/ledger";

/**
 * The ledger's files as they are; reads `<root>/data/ledger/*.yaml`. A file that every ledger needs and that is missing and a file
 * that ends with .yml are among them, with their faults. Throws an InputError where there is no such folder.
 */
export function readLedgerFiles(root: string): LedgerFile[] {
  if (!existsSync(join(root, ledgerFolder))) throw new InputError([noFolder]);
  const files = readdirSync(join(root, ledgerFolder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${ledgerFolder}/${name}`);
  const paths = files.filter((path) => path.endsWith(".yaml"));
  const missing = neededFiles.filter((path) => !paths.includes(path));
  return [
    ...paths.sort().map((path) => ({ path, ...readText(root, path) })),
    ...files.filter((path) => path.endsWith(".yml")).map((path) => ({ path, text: "", fault: wrongEnding })),
    ...missing.map((path) => ({ path, text: "", fault: noFile }))
  ];
}

const noFolder = {
  file: ledgerFolder,
  line: 1,
  column: 1,
  message: "there is no such folder",
  remedy: "run this where README.md lies"
};

const noFile = {
  line: 1,
  column: 1,
  message: "there is no such file",
  remedy: "add it; docs/ledger.md says what it holds"
};

const wrongEnding = {
  line: 1,
  column: 1,
  message: "would be passed over, since its name ends with .yml",
  remedy: "end it with .yaml"
};

/** Every ledger has these, besides a file for each source; what it has nothing of needs no file. */
const neededFiles = ["vocabulary", "speakers"].map((name) => `${ledgerFolder}/${name}.yaml`);

/** The ledger, checked. Throws an InputError that lists every fault. */
export function readLedger(root: string): Ledger {
  const parsed = parseLedger(readLedgerFiles(root));
  const faults = checkLedger(parsed);
  if (faults.length > 0) throw new InputError(faults);
  return parsed.ledger;
}
