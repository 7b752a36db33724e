import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { locate } from "../ledger/checks/violation.ts";
import { type Fault, InputError, suggest } from "../ledger/fault.ts";
import { parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import { type Findings, findingsOf, isBorneOut, unaccepted } from "../page/checks/findings.ts";
import { compileFigures } from "../tables/figures.ts";
import { staleGrounds, verdictName } from "../tables/judgement-faults.ts";
import { renewOutlines } from "./accept-outlines.ts";
import { type Inspected, inspectNotebook } from "./check-notebook.ts";
import { refuse } from "./command.ts";
import { findingsFile, readFindings } from "./findings.ts";

/**
 * Notes what titles and findings say now, as the one that readers are told. What is in doubt, or stands on a page with another
 * fault, stays as it was accepted before; where records or code are faulty, nothing can be said of any. Once no fault is left,
 * the outlines of drawings follow. Verdicts are accepted by name, one by one: each was reached by a person.
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

/** Writes what the named verdicts rest on now in the place of what they were reviewed on; what is told of each. */
export function acceptVerdicts(root: string, names: readonly string[]): string[] {
  const parsed = parseLedger(readLedgerFiles(root));
  if (parsed.faults.length > 0) throw new InputError(parsed.faults);
  const known = parsed.ledger.verdicts.map(verdictName);
  for (const name of names)
    if (!known.includes(verdictName({ id: name })))
      refuse(name, "is no verdict", suggest(name, known, "data/ledger/verdicts.yaml"));
  const stale = staleGrounds(parsed.ledger, compileFigures(parsed.ledger).rows);
  return names.flatMap((name) => {
    const own = stale.filter(({ verdict }) => verdictName(verdict) === verdictName({ id: name }));
    const told = own.map(({ verdict, figure, reviewed, now }) => {
      const field = ["rests_on", figure.id];
      const { file, line, column } = locate({ record: verdict, field, message: "", remedy: "" }, parsed.locations);
      if (now === null)
        refuse(`${file}:${line}`, `${figure.id} is not given any more`, "let the verdict rest on another");
      const lines = readFileSync(join(root, file), "utf8").split("\n");
      const text = lines[line - 1] ?? "";
      lines[line - 1] = text.slice(0, column - 1) + text.slice(column - 1).replace(/^[-\w.+]+/, String(now));
      writeFileSync(join(root, file), lines.join("\n"));
      return `${file}:${line} ${name} rests on ${figure.id}, ${now} ${figure.unit}, no longer ${reviewed}`;
    });
    return told.length > 0 ? told : [`${name} rests on what it was reviewed on; nothing is changed`];
  });
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
  return {
    told: [
      ...taken.map(({ file, line, message }) => `${file}:${line} ${message}`),
      `${count(taken.length, "rewritten")} accepted and ${count(added, "new")} recorded in ${findingsFile}`
    ],
    others
  };
}

const count = (of: number, what: string): string => `${of} ${what} ${of === 1 ? "finding" : "findings"}`;

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
