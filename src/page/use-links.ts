import { htmlEscape as esc } from "escape-goat";
import { noBreakSpace } from "../charts/words/format.ts";
import { expandTokens } from "./expand-tokens.ts";
import { groupBy } from "./group-by.ts";
import type { Notebook } from "./notebook.ts";
import type { RecordUse } from "./record-uses.ts";
import { pages } from "./site.ts";

/** Where one record is used, each page and figure a link; a plain word where nothing uses it. */
export function useLinks(uses: readonly RecordUse[], notebook: Notebook): string {
  if (uses.length === 0) return "not used on a page";
  const byPath = groupBy(uses, ({ path }) => path);
  return [...byPath].map(([path, there]) => pageWithFigures(path, there, notebook)).join("; ");
}

/** A page's name as a link, then the figures of it that are meant. */
export function pageWithFigures(path: string, uses: readonly RecordUse[], notebook: Notebook): string {
  const page = pages.find((candidate) => candidate.path === path);
  const name = page ? expandTokens(page.short ?? page.name, notebook) : path;
  const figures = new Map(uses.flatMap(({ figure }) => (figure ? [[figure.label, figure.name] as const] : [])));
  const links = [...figures]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([label, id]) => `, <a href=".${path}#${id}">${label.replace(" ", noBreakSpace)}</a>`);
  return `<a href=".${path}">${esc(name)}</a>${links.join("")}`;
}
