import { counted } from "./counted.ts";
import type { RecordContext } from "./record-context.ts";
import { pages } from "./site.ts";
import { pageWithFigures } from "./use-links.ts";

/**
 * Where a source's records are used: a line a page, in reading order, with how many of them it uses and the figures that
 * draw them; on the timeline the events that cite it. Before it how many of all are used.
 */
export function sourceUses(sourceId: string, { notebook, uses }: RecordContext): string {
  const { figures, positions } = notebook.tables;
  const ids = [...figures.rows, ...positions.rows].filter(({ source }) => source === sourceId).map(({ id }) => id);
  const used = ids.filter((id) => uses.has(id));
  const told = notebook.tables.events.rows.filter(({ passages }) =>
    passages.some((passage) => passage.startsWith(`${sourceId} `))
  );
  const items = pages.flatMap(({ path }) => {
    const here = used.map((id) => (uses.get(id) ?? []).filter((use) => use.path === path));
    const records = here.filter((found) => found.length > 0).length;
    if (path === "/timeline" && records === 0 && told.length > 0)
      return [`<li>${pageWithFigures(path, [], notebook)} <small>${counted(told.length, "event")}</small></li>`];
    if (records === 0) return [];
    const link = pageWithFigures(path, here.flat(), notebook);
    return [`<li>${link} <small>${counted(records, "record")}</small></li>`];
  });
  const part = used.length === ids.length ? "all" : `${used.length} of`;
  const records =
    used.length === 0 ? "No page uses a record of it." : `Pages use ${part} its ${counted(ids.length, "record")}.`;
  return `<p>${records}</p>${items.length === 0 ? "" : `<ul>${items.join("")}</ul>`}`;
}
