import { counted } from "./counted.ts";
import { groupBy } from "./group-by.ts";
import type { Notebook } from "./notebook.ts";
import type { RecordContext } from "./record-blocks.ts";
import type { RecordUse, RecordUses } from "./record-uses.ts";
import { pageWithFigures } from "./use-links.ts";

/** Where a source's records are used: a line a page, with how many of them it uses, and its figures that draw them. */
export function sourceUses(sourceId: string, { notebook, uses }: RecordContext): string {
  const pages = new Map<string, { uses: RecordUse[]; records: number }>();
  const ids = recordIds(sourceId, notebook);
  for (const id of ids)
    for (const [path, there] of groupBy(uses.get(id) ?? [], (use) => use.path)) {
      const known = pages.get(path) ?? { uses: [], records: 0 };
      pages.set(path, { uses: [...known.uses, ...there], records: known.records + 1 });
    }
  if (pages.size === 0) return "<p>No page uses a record of it.</p>";
  const items = [...pages].map(
    ([path, page]) =>
      `<li>${pageWithFigures(path, page.uses, notebook)} <small>${counted(page.records, "record")}</small></li>`
  );
  return `<ul>${items.join("")}</ul>`;
}

/** How many of a source's records a page uses. */
export const usedRecords = (sourceId: string, notebook: Notebook, uses: RecordUses): number =>
  recordIds(sourceId, notebook).filter((id) => uses.has(id)).length;

const recordIds = (sourceId: string, { tables }: Notebook): string[] =>
  [...tables.figures.rows, ...tables.positions.rows].filter(({ source }) => source === sourceId).map(({ id }) => id);
