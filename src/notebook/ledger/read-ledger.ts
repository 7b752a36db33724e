import { type Dirent, existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { checkLedger } from "./check-ledger.ts";
import { InputError } from "./fault.ts";
import { type LedgerFile, parseLedger } from "./parse-ledger.ts";
import { readText } from "./read-text.ts";
import type { Ledger } from "./schema.ts";
import { faultOfSystem } from "./system-fault.ts";

/** Where the ledger lies, from the project's root. */
export const ledgerFolder = "data/ledger";

/** Where it says how the columns of releases' data files are read, which is no part of the ledger. */
export const mappingsFolder = `${ledgerFolder}/columns`;

/**
 * The ledger's files as they are; reads `<root>/data/ledger/*.yaml`. A file that every ledger needs and that is missing, and
 * whatever somebody might take for a part of the ledger though it would be passed over, are among them, with their faults.
 * Throws an InputError where there is no such folder.
 */
export function readLedgerFiles(root: string): LedgerFile[] {
  if (!existsSync(join(root, ledgerFolder))) throw new InputError([noFolder]);
  const found = entriesOf(root).map((entry) => ({ entry, path: `${ledgerFolder}/${entry.name}` }));
  const paths = found.filter(({ path }) => path.endsWith(".yaml")).map(({ path }) => path);
  const passedOver = found.filter(
    ({ entry, path }) => !paths.includes(path) && path !== mappingsFolder && mightBeMeant(entry)
  );
  const missing = neededFiles.filter((path) => !paths.includes(path));
  return [
    ...paths.sort().map((path) => ({ path, ...readText(root, path) })),
    ...passedOver.map(({ entry, path }) => ({
      path,
      text: "",
      fault: entry.isDirectory() ? folderWithin : wrongEnding(entry.name)
    })),
    ...missing.map((path) => ({ path, text: "", fault: noFile }))
  ];
}

/** What lies in the ledger’s folder, but for what editors and systems hide there. */
function entriesOf(root: string): Dirent[] {
  try {
    return readdirSync(join(root, ledgerFolder), { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  } catch (error) {
    const fault = faultOfSystem(error, ledgerFolder);
    throw fault ? new InputError([fault]) : error;
  }
}

const mightBeMeant = (entry: Dirent): boolean => entry.isDirectory() || /\.ya?ml$/i.test(entry.name);

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

const wrongEnding = (name: string) => ({
  line: 1,
  column: 1,
  message: `would be passed over, since its name ends with ${extname(name)}`,
  remedy: "end it with .yaml"
});

const folderWithin = {
  line: 1,
  column: 1,
  message: "is a folder, and what lies in it would be passed over",
  remedy: "move its files up, or out of the ledger"
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
