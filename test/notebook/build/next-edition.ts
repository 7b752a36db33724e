import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import { type Inspected, inspect } from "../../../src/notebook/build/check-notebook.ts";
import { readOptions } from "../../../src/notebook/build/project.ts";
import { readStory } from "../../../src/notebook/build/story.ts";
import { formatFault, sortFaults } from "../../../src/notebook/ledger/fault.ts";
import { expandTokens } from "../../../src/notebook/page/tokens.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A copy of a notebook's ledger, pages and code, with the findings that were accepted. */
export function copyOf(from: string): string {
  const root = temporaryFolder();
  mkdirSync(join(root, "src"), { recursive: true });
  cpSync(join(from, "data/ledger"), join(root, "data/ledger"), { recursive: true });
  cpSync(join(from, "src"), join(root, "src"), { recursive: true, filter: (file) => !/\/notebook(\/|$)/.test(file) });
  const findings = join(from, "data/findings.json");
  if (existsSync(findings)) cpSync(findings, join(root, "data/findings.json"));
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  return root;
}

interface Release {
  release: Record<string, unknown>;
  series: { id: string; checksum?: string; values: Record<string, Record<string, number | string>> }[];
  corrections?: unknown[];
}

/**
 * The next edition of a release, made up, as one file: each table has the next year beside those it had, with the number of
 * the year before or one given by table and place.
 */
export function addEdition(
  root: string,
  last: string,
  next: string,
  given: Readonly<Record<string, number | string>>
): void {
  const release: Release = parse(readFileSync(join(root, `data/ledger/${last}.yaml`), "utf8"));
  const series = release.series.map(({ checksum: _, ...table }) => {
    const id = table.id.replace(last, next);
    const name = id.slice(next.length + 1);
    const values = Object.entries(table.values).map(([place, cells]) => {
      const entries = Object.entries(cells);
      const [year = "", value = 0] = entries.at(-1) ?? [];
      const later = year.replace(/\d{4}/g, (digits) => String(Number(digits) + 1));
      const kept = entries.length === 1 ? [] : entries.slice(1);
      return [place, Object.fromEntries([...kept, [later, given[`${name}.${place}`] ?? value]])];
    });
    return { ...table, id, values: Object.fromEntries(values) };
  });
  const { next: _, ...identity } = release.release;
  const edition = { id: next, edition: next, edition_short: next, supersedes: last };
  const published = { date: "2027-02", precision: "month", qualifier: "exact" };
  writeFileSync(
    join(root, `data/ledger/${next}.yaml`),
    stringify({ release: { ...identity, ...edition, published }, series })
  );
}

export const linesOf = ({ faults }: Inspected): string[] => sortFaults(faults).map(formatFault);

/** Every line of every page with its numbers. */
export const lines = ({ notebook }: Inspected): string[] =>
  notebook.site.pages.flatMap(({ path, text }) =>
    text.split("\n").map((line) => `${path} ${expandTokens(line, notebook)}`)
  );

export async function notebookAt(from: string, root: string): Promise<() => Inspected> {
  const [options, story] = await Promise.all([readOptions(resolve(from)), readStory(resolve(from))]);
  return () => inspect(root, options, story);
}
