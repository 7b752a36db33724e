import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceRow } from "../tables/sources.ts";
import type { Table } from "../tables/table.ts";

const file = "README.md";
const block = /(<!-- sources -->\n)[\s\S]*?(<!-- end of sources -->)/;

/** Renews the list of sources in the README of the notebook at `root`, where it has the place for it. Tells whether it was another. */
export function renewSources(root: string, sources: Table<SourceRow>): boolean {
  const path = join(root, file);
  if (!existsSync(path)) return false;
  const before = readFileSync(path, "utf8");
  const after = withSources(before, sources);
  if (after === before) return false;
  writeFileSync(path, after);
  return true;
}

/** A README with its list of sources as they are now: file, publisher, edition, licence, and how many rows it has in the tables. */
export const withSources = (readme: string, { rows }: Table<SourceRow>): string =>
  readme.replace(block, (_, start: string, end: string) =>
    [
      `${start}| file in \`data/ledger\` | publisher | edition or date | licence | rows |`,
      "|---|---|---|---|--:|",
      ...rows.map(line),
      end
    ].join("\n")
  );

const line = ({ id, publisher_name, edition, published, licence, figures, positions }: SourceRow): string =>
  `| ${[
    `[\`${id}.yaml\`](data/ledger/${id}.yaml)`,
    publisher_name,
    edition ?? published,
    licence ?? "the text is its publisher’s",
    figures + positions
  ]
    .map((cell) => String(cell).replaceAll("|", "\\|"))
    .join(" | ")} |`;
