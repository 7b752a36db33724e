import { htmlEscape as esc } from "escape-goat";
import { JSDOM } from "jsdom";
import type { Notebook } from "./notebook.ts";
import { pages } from "./site.ts";
import { expandTokens } from "./tokens.ts";

/** An SVG in serialised HTML. None stands within another. */
const drawing = /<svg\b[\s\S]*?<\/svg>/g;

/**
 * Takes the drawings out of a page that is to be parsed: they are half of it, and nothing in them is touched. Returns the
 * page with a place for each, and what puts them back.
 */
export function drawingsAside(html: string): { html: string; putBack(html: string): string } {
  const drawings: string[] = [];
  return {
    html: html.replace(drawing, (one) => `<svg data-aside="${drawings.push(one) - 1}"></svg>`),
    putBack: (parsed) => parsed.replace(/<svg data-aside="(\d+)"><\/svg>/g, (_, place) => drawings[Number(place)] ?? "")
  };
}

/** A page as search and the list of every heading know it. */
export interface PageOutline {
  /** The path as navigation names it, `/us-demand`. */
  path: string;
  name: string;
  /** What the page says, a section at a time; the first stands before the first heading and has neither id nor heading. */
  sections: readonly PageSection[];
}

interface PageSection {
  id: string;
  heading: string;
  text: string;
}

/** Drawings, controls and lists of records are no text to be found; the records are. */
const notText = [
  "svg, table, script, style, noscript, form, [popover], .actions, .data, .drawings, .vh, .verdict a",
  ".chapters, .sources, .choose-kind, .axis, .comparisons, .timeline, .records, .source-entries, .data-table"
].join();

/** The sections of each page that a reader comes through, in reading order; `html` is Framework's, by path. */
export function siteOutline(html: ReadonlyMap<string, string>, notebook: Notebook): PageOutline[] {
  return pages
    .filter(({ aside }) => !aside)
    .flatMap(({ path, name }) => {
      const page = html.get(path.replace(/\/$/, "/index"));
      return page === undefined ? [] : [{ path, name: expandTokens(name, notebook), sections: pageSections(page) }];
    });
}

function pageSections(html: string): PageSection[] {
  const { document } = new JSDOM(html.replace(drawing, "")).window;
  const main = document.querySelector("main");
  for (const element of main?.querySelectorAll(notText) ?? []) element.remove();
  for (const block of main?.querySelectorAll("p, li, dt, dd, h1, h3, h4") ?? []) block.append(" ");
  for (const heading of main?.querySelectorAll("h2[id]") ?? [])
    heading.replaceWith(`${mark}${heading.id}${mark}${heading.textContent}${mark}`);
  const [opening = "", ...rest] = (main?.textContent ?? "").split(mark);
  const sections = [{ id: "", heading: "", text: plain(opening) }];
  for (let i = 0; i < rest.length; i += 3)
    sections.push({ id: rest[i] ?? "", heading: plain(rest[i + 1] ?? ""), text: plain(rest[i + 2] ?? "") });
  return sections;
}

/** Stands in no text, and so can part one. */
const mark = "\u0000";

const plain = (text: string): string => text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();

/** Every page with its headings, each a link: what a reader without search goes through. */
export function allHeadings(outline: readonly PageOutline[]): string {
  const items = outline.map(({ path, name, sections }) => {
    const headings = sections.flatMap(({ id, heading }) =>
      id ? [`<li><a href=".${path}#${id}">${esc(heading)}</a></li>`] : []
    );
    return `<li><a href=".${path}">${esc(name)}</a>${headings.length > 0 ? `<ul>${headings.join("")}</ul>` : ""}</li>`;
  });
  return `<ul class="all-headings">${items.join("\n")}</ul>`;
}
