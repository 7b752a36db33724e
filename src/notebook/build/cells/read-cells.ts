import { parseInfo } from "@observablehq/framework/dist/info.js";
import { parsePlaceholder } from "@observablehq/framework/dist/placeholder.js";
import MarkdownIt from "markdown-it";
import { parse as parseYaml } from "yaml";

/** 1-based. */
export interface Place {
  line: number;
  column: number;
}

/** A live cell or an inline expression, as it is written in the page. */
export interface WrittenCell {
  /** `js`, `sql`, …; `inline` for an expression. */
  tag: string;
  attributes: Record<string, string>;
  content: string;
  /** Where an index of the content stands in the page. */
  place(index: number): Place;
}

export interface CellsOfPage {
  cells: WrittenCell[];
  /** Where a `${` is that Framework finds no end of, and would print. */
  unclosed: Place[];
  /** The tables that the front matter gives to SQL cells, by name. */
  tables: Record<string, string>;
}

export const liveTags = new Set("js ts jsx tsx tex html sql svg dot mermaid".split(" "));

/** The live cells and inline expressions of a page, in order. */
export function readCells(text: string): CellsOfPage {
  const [matter = "", yaml = ""] = /^---[^\S\n]*\n([\s\S]*?)\n---[^\n]*/.exec(text.replace(/\r/g, "")) ?? [];
  const page = text.replace(/\r/g, "").slice(matter.length);
  const before = matter.split("\n").length - 1;
  const lines = page.split("\n");
  const cells: WrittenCell[] = [];
  const unclosed: Place[] = [];
  let at = 0;
  for (const token of markdown.parse(page, {})) {
    at = token.map?.[0] ?? at;
    const start = token.type === "fence" ? at + 1 : at;
    const place = (index: number): Place => {
      const written = token.content.slice(0, index).split("\n");
      const row = written.length - 1;
      const column = (written[row] ?? "").length;
      // Markdown takes away the indentation and the marks of lists, quotes and tables.
      const shift = (lines[start + row] ?? "").indexOf(token.content.split("\n")[row] ?? "");
      return { line: before + start + row + 1, column: Math.max(shift, 0) + column + 1 };
    };
    if (token.type === "fence") {
      const { tag, attributes } = parseInfo(token.info);
      if (liveTags.has(tag) && attributes.run?.toLowerCase() !== "false")
        cells.push({ tag, attributes, content: token.content, place });
    }
    const pieces =
      token.type === "html_block" ? piecesOfHtml(token.content) : token.type === "inline" ? token.children : [];
    for (const { type, content, meta } of pieces ?? []) {
      const inside = (index: number): Place => place((meta as number) + index);
      if (type === "placeholder") cells.push({ tag: "inline", attributes: {}, content, place: inside });
      if (type === "unclosed") unclosed.push(inside(0));
    }
  }
  return { cells, unclosed, tables: tablesOf(yaml) };
}

interface Piece {
  type: string;
  content: string;
  /** The index of the piece in its block. */
  meta: unknown;
}

// Framework's own rules for `${…}` in text, at the same place among the others.
const markdown = MarkdownIt({ html: true, linkify: false });
markdown.inline.ruler.push("placeholder", (state, silent) => {
  if (silent || !state.src.startsWith("${", state.pos)) return false;
  const [first] = parsePlaceholder(state.src, state.pos, state.posMax);
  if (first?.type === "placeholder") {
    const token = state.push("placeholder", "", 0);
    token.content = first.content;
    token.meta = state.pos + 2;
    state.pos = first.pos;
    return true;
  }
  state.push("unclosed", "", 0).meta = state.pos;
  return false;
});

function piecesOfHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  for (const { type, content, pos } of parsePlaceholder(html)) {
    if (type === "placeholder") pieces.push({ type, content, meta: pos - 1 - content.length });
    else {
      const prose = content.replace(/<(script|style|textarea|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gi, blank);
      const open = prose.search(/(?<!\\)\$\{/);
      if (open >= 0) pieces.push({ type: "unclosed", content: "", meta: index + open });
    }
    index = pos;
  }
  return pieces;
}

const blank = (text: string): string => " ".repeat(text.length);

function tablesOf(yaml: string): Record<string, string> {
  try {
    const { sql } = (parseYaml(yaml, { logLevel: "error" }) ?? {}) as { sql?: Record<string, unknown> };
    return Object.fromEntries(Object.entries(sql ?? {}).map(([name, source]) => [name, String(source)]));
  } catch {
    // The check of the front matter says what is wrong with it.
    return {};
  }
}
