import type { Notebook } from "../page/notebook.ts";
import type { Page } from "../page/pages.ts";
import { expandTokens } from "../page/tokens.ts";
import { everyPage, type Passage } from "./state.ts";

/** A page's Markdown as its readers have its words, and at which character each line begins. */
interface WrittenPage {
  file: string;
  words: string;
  starts: readonly number[];
}

/** Finds where passages are written: in a page's Markdown, in its front matter, or in the file of a figure or model. */
export function placeFinder(notebook: Notebook): (path: string, passage: Passage) => string | undefined {
  const pages = new Map(notebook.site.pages.map((page) => [page.path, writtenPage(page, notebook)]));
  const frontMatters = notebook.site.pages.map((page) =>
    writtenPage({ ...page, text: page.text.slice(0, page.text.indexOf("\n---", 3) + 1) }, notebook)
  );
  const models = new Map(notebook.models.map(({ name }) => [name, `src/models/${name}.ts`]));
  const figures = new Map(notebook.figures.map(({ name }) => [name, `src/figures/${name}.ts`]));
  return (path, { kind, at, text }) => {
    if (models.has(at) && kind !== "evidence") return models.get(at);
    // A comparison may have the name of a figure: what a figure says is no sentence of the text.
    if (figures.has(at) && kind !== "evidence" && kind !== "sentence") return figures.get(at);
    const own = pages.get(path);
    // Few words stand in many places.
    if (at !== "" || kind === "drawing" || (!own && path !== everyPage) || text.split(" ").length < 4) return undefined;
    // A finding stands wherever chapters are listed, and is written in its chapter.
    for (const page of [...(own ? [own] : []), ...frontMatters]) {
      const offset = page.words.indexOf(text);
      if (offset >= 0) return `${page.file}:${page.starts.filter((start) => start <= offset).length}`;
    }
    return undefined;
  };
}

function writtenPage({ file, text }: Page, notebook: Notebook): WrittenPage {
  const starts: number[] = [];
  let words = "";
  for (const line of text.split("\n")) {
    starts.push(words.length);
    words += `${plainLine(expandTokens(line, notebook))} `;
  }
  return { file, words, starts };
}

/** A line of Markdown without its marks. */
const plainLine = (line: string): string =>
  line
    .replace(/<[^>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]|^\s*(?:#{1,6}|[-+>]|\d+\.) +/g, "")
    .replaceAll("&nbsp;", " ")
    .replaceAll("\u2060", "")
    .replace(/\s+/g, " ")
    .trim();
