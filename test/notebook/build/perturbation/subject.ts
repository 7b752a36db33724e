import { type Inspected, inspect } from "../../../../src/notebook/build/check-notebook.ts";
import { readOptions } from "../../../../src/notebook/build/project.ts";
import { type MadeSite, makeReaderSite, stateOf } from "../../../../src/notebook/build/reader-state.ts";
import { readStory } from "../../../../src/notebook/build/story.ts";
import type { ReaderState } from "../../../../src/notebook/compare/state.ts";
import { type ParsedLedger, parseLedger } from "../../../../src/notebook/ledger/parse-ledger.ts";
import { readLedgerFiles } from "../../../../src/notebook/ledger/read-ledger.ts";
import { type RawPage, rawPages } from "./raw-site.ts";

/** A project, and how its notebook and its site are made of one ledger or another. */
export interface Subject {
  parsed: ParsedLedger;
  before: Made;
  inspect(parsed: ParsedLedger): Inspected;
  make(inspected: Inspected): Promise<Made>;
}

export interface Made {
  inspected: Inspected;
  site: MadeSite;
  state: ReaderState;
  raw: ReadonlyMap<string, RawPage>;
}

export async function subjectAt(root: string): Promise<Subject> {
  const [options, story] = await Promise.all([readOptions(root), readStory(root)]);
  const parsed = parseLedger(readLedgerFiles(root));
  const inspected = (ledger: ParsedLedger): Inspected => inspect(root, options, story, { parsed: ledger });
  const make = async (inspected: Inspected): Promise<Made> => {
    const site = await makeReaderSite(root, inspected);
    return { inspected, site, state: stateOf(inspected, site), raw: rawPages(site) };
  };
  return { parsed, inspect: inspected, make, before: await make(inspected(parsed)) };
}

/** Figures and what is calculated of them. */
export function restingOn(ids: readonly string[], { inspected }: Made): Set<string> {
  const { derived } = inspected.notebook.tables;
  const isOn = ({ inputs }: { inputs: readonly string[] }): boolean => ids.some((id) => inputs.includes(id));
  return new Set([...ids, ...derived.rows.filter(isOn).map((row) => row.id)]);
}

export const figureFence = (name: string): RegExp => new RegExp(`^\`\`\`(?:figure|model)[ \\t]+${name}\\b`, "m");

const rowsOf = new WeakMap<Made, { name: string; rows: string }[]>();

/** The rows of each figure as text; those that cannot be selected are none. */
export function drawnRows(made: Made): { name: string; rows: string }[] {
  const known = rowsOf.get(made);
  if (known) return known;
  const { figures, tables } = made.inspected.notebook;
  const all = figures.map((figure) => {
    try {
      return { name: figure.name, rows: JSON.stringify(figure.select(tables)) };
    } catch (error) {
      return { name: figure.name, rows: String(error) };
    }
  });
  rowsOf.set(made, all);
  return all;
}
