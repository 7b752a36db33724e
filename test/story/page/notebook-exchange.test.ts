import { deserialize, serialize, transpile } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { notebookFiles } from "../../../src/notebook/build/notebook-files.ts";
import { elementId, type Figure, type FigureRow } from "../../../src/notebook/kit/figure.ts";
import { citation } from "../../../src/notebook/page/citation.ts";
import { drawingDocument } from "../../../src/notebook/page/drawing.ts";
import type { Notebook } from "../../../src/notebook/page/notebook.ts";
import { figuresOn } from "../../../src/notebook/page/notebook-exchange.ts";
import { notebookPath } from "../../../src/notebook/page/site.ts";
import { expandTokens, findTokens, tokenPattern } from "../../../src/notebook/page/tokens.ts";
import { plain } from "../../../src/notebook/page/typography.ts";
import { realNotebook } from "../../real-ledger.ts";
import { site } from "../../story.ts";

const chapters = site.pages.filter(({ chapter }) => chapter !== null);
const { window } = new JSDOM("");

/** A notebook as Notebook Kit reads it. */
const read = (text: string) => deserialize(text, { parser: new window.DOMParser() });

/** Globals that Plot asks for and Notebook Kit has no list of. */
const ofBrowsers = ["DOMMatrix", "WebKitCSSMatrix", "BigInt64Array", "BigUint64Array"];

const published: Notebook = {
  ...realNotebook(),
  site: { ...site, options: { ...site.options, homepage: "https://example.org/notebook" } }
};
let texts: Map<string, string>;
let linked: Map<string, string>;

beforeAll(async () => {
  const made = async (notebook: Notebook): Promise<Map<string, string>> =>
    new Map((await notebookFiles(".", notebook)).map(({ path, content }) => [path, content]));
  texts = await made(realNotebook());
  linked = await made(published);
});

test("there is a notebook for each chapter, and for no other page", () => {
  expect(chapters.length).toBeGreaterThan(3);
  expect([...texts.keys()]).toEqual(chapters.map(notebookPath));
});

describe.each(chapters.map((page) => [page.path, page] as const))("the notebook of %s", (_, page) => {
  const textOf = (from: Map<string, string>): string => from.get(notebookPath(page)) ?? "";

  test("is the very file that Notebook Kit writes of it", () => {
    for (const text of [textOf(texts), textOf(linked)])
      expect(serialize(read(text), { document: window.document })).toBe(text);
    expect(read(textOf(texts)).title).toBe(plain(expandTokens(page.title, realNotebook())));
  });

  test("has its prose as Markdown with each number as text that leads to its evidence", () => {
    const proseOf = (text: string): string =>
      read(text)
        .cells.filter(({ mode }) => mode === "md")
        .map(({ value }) => value)
        .join("\n\n");
    const [here, away] = [proseOf(textOf(texts)), proseOf(textOf(linked))];
    const inSentences = page.text
      .replace(/^---[\s\S]*?^---$|^#.*$|^<section class="live"[\s\S]*?^<\/section>$/gm, "")
      .match(new RegExp(tokenPattern, "g"));
    for (const token of inSentences ?? []) {
      const [{ id = "" } = {}] = findTokens(token);
      const fact = realNotebook().fact(id);
      if (!fact) continue;
      const number = plain(expandTokens(token, realNotebook()));
      expect(here).toContain(`[${number}](#${elementId(fact.row.id)})`);
      expect(here).toContain(`- <span id="${elementId(fact.row.id)}"></span>**`);
      expect(away).toContain(`[${number}](https://example.org/notebook/claim/${fact.row.id})`);
    }
    expect(here).not.toMatch(/\{\{|\]\(\./);
    expect(away).not.toMatch(/\{\{|\]\([#.]/);
    expect(here).toContain(plain(citation(expandTokens(page.title, realNotebook()), realNotebook())));
  });

  test("draws each figure as the page does, from its own rows and code", () => {
    const { cells } = read(textOf(texts));
    const code = cells.filter(({ mode, value }) => mode === "js" && !value.startsWith("library.show("));
    const ordered = [...code.slice(-1), ...code.slice(0, -1)].map(({ value }) => value).join("\n;\n");
    const shown = [...textOf(texts).matchAll(/^ {4}library\.show\((\w+), /gm)].map(([, name = ""]) => name);
    expect(shown).toHaveLength(figuresOn(page).length);
    const run = new Function(`${ordered}\n;return [${shown.map((name) => `[${name}, ${name}Rows]`).join(", ")}];`);
    const document = drawingDocument();
    for (const [figure, rows] of run() as [Figure<FigureRow>, FigureRow[]][]) {
      const own = realNotebook().figures.find(({ name }) => name === figure.name);
      if (!own) throw new Error(`there is no figure "${figure.name}"`);
      const canvas = { width: 846, size: "lg", document } as const;
      const page = own.draw(JSON.parse(plain(JSON.stringify(own.select(realNotebook().tables)))), canvas);
      expect(figure.draw(rows, canvas).outerHTML).toBe(page.outerHTML);
      expect(figure.doubts(rows)).toEqual([]);
    }
  });

  test("names in its code what it defines, what every notebook has, and nothing that is fetched", () => {
    const { cells } = read(textOf(texts));
    const code = cells.filter(({ mode }) => mode === "js").map((cell) => transpile(cell, { resolveFiles: true }));
    const defined = new Set([...code.flatMap(({ outputs = [] }) => outputs), "width", ...ofBrowsers]);
    expect(code.flatMap(({ inputs = [] }) => inputs).filter((name) => !defined.has(name))).toEqual([]);
    expect(code.flatMap(({ files = [] }) => [...files])).toEqual([]);
    for (const { body } of code) expect(body).not.toMatch(/\bimport\(|\bfetch\(/);
  });
});

test("two makings are alike", async () => {
  const again = await notebookFiles(".", realNotebook());
  expect(new Map(again.map(({ path, content }) => [path, content]))).toEqual(texts);
});
