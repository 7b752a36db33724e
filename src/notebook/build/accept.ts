import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Fault, InputError } from "../ledger/fault.ts";
import { type Findings, findingsOf, isBorneOut, unaccepted } from "../page/checks/findings.ts";
import { renewOutlines } from "./accept-outlines.ts";
import { acceptVerdicts } from "./accept-verdicts.ts";
import { type Inspected, inspectNotebook } from "./check-notebook.ts";
import { counted } from "./command.ts";
import { findingsFile, readFindings } from "./findings.ts";
import { renewSources } from "./readme-sources.ts";

/**
 * Notes what titles and findings say now, as the one that readers are told. What is in doubt, or stands on a page with another
 * fault, stays as it was accepted before; where records or code are faulty, nothing can be said of any. The README's list
 * of sources is renewed with them, and, once no fault is left, the outlines of drawings. Verdicts are accepted by name, each
 * by itself: a person has reached it.
 */
export default async function accept(_: object, verdicts: readonly string[]): Promise<void> {
  const root = process.cwd();
  if (verdicts.length > 0) {
    for (const line of acceptVerdicts(root, verdicts)) console.log(line);
    return;
  }
  const { told, others } = await acceptIn(root);
  for (const line of told) console.log(line);
  if (others.length > 0) throw new InputError(others);
  for (const line of await renewOutlines(root)) console.log(line);
}

/** Accepts what is sound in the notebook at `root`: what is told of it, and the faults that are left. */
export async function acceptIn(root: string): Promise<{ told: string[]; others: Fault[] }> {
  const inspected = await inspectNotebook(root);
  const { faults, gaps, rewritten } = inspected;
  if (gaps.length > 0) throw new InputError(gaps);
  const others = faults.filter((fault) => !rewritten.includes(fault));
  const before = readFindings(root) ?? { figures: {}, pages: {} };
  const now = soundOf(inspected, before);
  writeFileSync(join(root, findingsFile), `${JSON.stringify(now, null, 2)}\n`);
  const left = new Set((await inspectNotebook(root)).rewritten.map(({ message }) => message));
  const taken = rewritten.filter(({ message }) => !left.has(message));
  const added = unaccepted(now, before);
  const isRenewed = renewSources(root, inspected.notebook.tables.sources);
  return {
    told: [
      ...taken.map(({ file, line, message }) => `${file}:${line} ${message}`),
      `${count(taken.length, "rewritten")} accepted and ${count(added, "new")} recorded in ${findingsFile}`,
      ...(isRenewed ? ["the list of sources in README.md is renewed; read again what else it says"] : [])
    ],
    others
  };
}

const count = (of: number, what: string): string => counted(of, `${what} finding`);

/** What is found now where it is sound, and what was accepted where it is not. */
function soundOf({ notebook, faults, rewritten }: Inspected, before: Findings): Findings {
  const faulty = new Set(faults.filter((fault) => !rewritten.includes(fault)).map(({ file }) => file));
  const now = findingsOf(notebook);
  const unsoundPages = new Set(notebook.site.pages.filter(({ file }) => faulty.has(file)).map(({ path }) => path));
  const doubted = new Set(notebook.figures.filter((figure) => !isBorneOut(figure, notebook)).map(({ name }) => name));
  return {
    figures: merged(now.figures, before.figures, (name) => !doubted.has(name)),
    pages: merged(now.pages, before.pages, (path) => !unsoundPages.has(path))
  };
}

function merged<Value>(
  now: Readonly<Record<string, Value>>,
  before: Readonly<Record<string, Value>>,
  isSound: (key: string) => boolean
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(now).flatMap(([key, value]): [string, Value][] => {
      const kept = isSound(key) ? value : before[key];
      return kept === undefined ? [] : [[key, kept]];
    })
  );
}
