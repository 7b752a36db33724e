import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Fault, InputError } from "../ledger/fault.ts";
import { acceptedFindings, type Findings } from "../page/checks/findings.ts";

/** Where the accepted findings lie, from the project's root; a notebook without them has nothing to hold its findings against. */
export const findingsFile = "data/findings.json";

/** The findings that were accepted last; undefined where none ever were. Throws an InputError for a file that is none. */
export function readFindings(root: string): Findings | undefined {
  const { accepted, faults } = lookIntoFindings(root);
  if (faults.length > 0) throw new InputError(faults);
  return accepted;
}

/** The same, with what is wrong with the file. */
export function lookIntoFindings(root: string): { accepted?: Findings; faults: Fault[] } {
  const path = join(root, findingsFile);
  if (!existsSync(path)) return { faults: [] };
  try {
    return { accepted: acceptedFindings.parse(JSON.parse(readFileSync(path, "utf8"))), faults: [] };
  } catch {
    return { faults: [broken] };
  }
}

const broken: Fault = {
  file: findingsFile,
  line: 1,
  column: 1,
  message: "is not what npm run accept writes",
  remedy: "delete it and run npm run accept"
};
