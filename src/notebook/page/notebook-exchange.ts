import { htmlEscape as esc } from "escape-goat";
import { parseHTML } from "linkedom";
import { elementId } from "../kit/figure.ts";
import { claimPath } from "./addresses.ts";
import { pageBlock } from "./blocks.ts";
import { citation } from "./citation.ts";
import { Data } from "./contract.ts";
import { drawingDocument } from "./drawing.ts";
import { recordsOf } from "./figure-block.ts";
import { canonicalAddress, fullAddress } from "./metadata.ts";
import { type Drawing, drawingsOf } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import type { Page } from "./pages.ts";
import { figurePicture, type Tokens, withoutVariables } from "./pictures.ts";
import { sourceText } from "./source-line.ts";
import { expandTokens, numberText } from "./tokens.ts";
import { plain } from "./typography.ts";

/** The code that draws a chapter's figures: that of each by its name, and what all of them take from the variable `library`. */
export interface DrawingCode {
  figures: ReadonlyMap<string, FigureCode>;
  library: string;
}

/** A figure's own code, which gives a variable of the notebook its value. */
export interface FigureCode {
  variable: string;
  code: string;
}

/** A cell of a notebook; see https://observablehq.com/notebook-kit/kit#the-notebook-file-format. */
interface Cell {
  type: "text/markdown" | "text/html" | "module";
  text: string;
}

interface Options {
  notebook: Notebook;
  code: DrawingCode;
  tokens: Tokens;
}

/** The names of the figures on a page, in its order. */
export const figuresOn = ({ text }: Pick<Page, "text">): string[] => [
  ...new Set([...text.matchAll(/^(?:```|~~~)figure[ \t]+(\S+)/gm)].map(([, name = ""]) => name))
];

/**
 * A chapter as a notebook of Observable Notebook Kit: its prose as Markdown, its numbers as text that leads to their evidence,
 * and its figures drawn from cells of rows and of code, which a reader may change. It fetches nothing.
 */
export function chapterNotebook(page: Page, options: Options): string {
  const { notebook, code, tokens } = options;
  const cited = new Set<string>();
  const [opening, ...rest] = bodyCells(page, cited, options);
  const cells: (Cell | undefined)[] = [
    opening,
    { type: "text/markdown", text: provenance(page, notebook) },
    ...rest,
    { type: "text/markdown", text: evidence([...cited], notebook) },
    { type: "text/html", text: styleOfFigures(tokens) },
    {
      type: "module",
      text: `// What the code of the figures takes from “${notebook.site.title}” and from Observable Plot.\n${code.library}`
    }
  ];
  return serialized(
    expandTokens(page.title, notebook),
    cells.filter((cell) => cell !== undefined)
  );
}

/** As the kit writes it, so that a notebook that is saved unchanged is the same file. */
function serialized(title: string, cells: readonly Cell[]): string {
  const scripts = cells.map(({ type, text }, place) => {
    // Code may write a space at which no line breaks, and mean it.
    const lines = (type === "module" ? text : plain(text))
      .replace(/<(?=\\*\/script(\s|>))/gi, "<\\")
      .split("\n")
      .map((line) => (line.trim() === "" ? "" : `    ${line}`));
    return `  <script id="${place + 1}" type="${type}">\n${lines.join("\n")}\n  </script>\n`;
  });
  return `<!doctype html>\n<notebook theme="air">\n  <title>${esc(plain(title)).replaceAll("&quot;", '"').replaceAll("&#39;", "'")}</title>\n${scripts.join("")}</notebook>\n`;
}

const fence = /^(```|~~~)[ \t]*(.*)\n([\s\S]*?)^\1[ \t]*$\n?/gm;

function bodyCells(page: Page, cited: Set<string>, options: Options): Cell[] {
  const { notebook } = options;
  const home = canonicalAddress(page.path, notebook);
  const body = page.text
    .replace(/^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m, "")
    // Live cells read files of the site.
    .replace(
      /^<section class="live"[\s\S]*?^<\/section>$/gm,
      home ? `[Work with these numbers on the page](${home}).` : ""
    )
    .replace(/<details[^>]*><summary>(.*?)<\/summary>/g, "$1")
    .replaceAll("</details>", "");
  const cells: Cell[] = [];
  let from = 0;
  const addProse = (to: number): void => {
    for (const section of body.slice(from, to).split(/^(?=## )/m))
      if (section.trim() !== "")
        cells.push({ type: "text/markdown", text: prose(section.trim(), page, cited, notebook) });
  };
  for (const { 0: whole, 2: info = "", 3: content = "", index } of body.matchAll(fence)) {
    const block = blockCells(info.trim(), content, page, cited, options);
    if (block === undefined) continue;
    addProse(index);
    cells.push(...block);
    from = index + whole.length;
  }
  addProse(body.length);
  return cells;
}

/** Markdown that stands alone: numbers with links to their evidence, none in headings, and links to places of the site. */
function prose(markdown: string, page: Page, cited: Set<string>, notebook: Notebook): string {
  const home = canonicalAddress(page.path, notebook);
  const placed = markdown.replace(/\[([^\]]*)\]\((?!\w+:)([^)\s]*)\)/g, (_, words, link) =>
    home === undefined ? words : `[${words}](${new URL(link, home).href})`
  );
  const written = placed
    .split("\n")
    .map((line) =>
      line.startsWith("#")
        ? expandTokens(line, notebook)
        : expandTokens(line, notebook, (number, id) => `[${number}](${evidenceAddress(id, cited, notebook)})`)
    );
  return written.join("\n").replaceAll("${", "&#36;{");
}

/** A link in a block, which is written from the site's root, as an address; undefined until it is known where that is. */
function addressOf(link: string, page: Page, notebook: Notebook): string | undefined {
  if (!link.startsWith("#")) return fullAddress(link, notebook);
  const home = canonicalAddress(page.path, notebook);
  return home && home + link;
}

/** The page of a number; in a notebook that does not know where that is, the entry of its own list. */
function evidenceAddress(id: string, cited: Set<string>, notebook: Notebook): string {
  cited.add(id);
  return fullAddress(claimPath(id), notebook) ?? `#${elementId(id)}`;
}

/** What stands for a block of the page; undefined for a fence that is none. */
function blockCells(
  info: string,
  content: string,
  page: Page,
  cited: Set<string>,
  options: Options
): Cell[] | undefined {
  const { notebook, code } = options;
  const [kind, name = ""] = info.split(/\s+/);
  const document = drawingDocument();
  const figure = kind === "figure" ? code.figures.get(name) : undefined;
  if (figure) return figureCells(name, figure, page, notebook);
  if (kind === "model") {
    const model = drawingsOf(notebook).find((one) => one.name === name && one.room === "models");
    return model && [{ type: "text/html", text: modelHtml(model, page, options) }];
  }
  const html = pageBlock(info, content, {
    page: { path: page.path, figures: 0 },
    notebook,
    document,
    isFirstSection: false,
    headings: () => []
  });
  return html === undefined ? undefined : [{ type: "text/html", text: bareHtml(html, page, cited, notebook) }];
}

/** A figure's cells: itself, its rows, its code. */
function figureCells(name: string, { variable, code }: FigureCode, page: Page, notebook: Notebook): Cell[] {
  const drawn = drawingsOf(notebook)
    .find((one) => one.name === name)
    ?.drawn();
  if (!drawn) throw new Error(`there is no figure "${name}"`);
  const place = {
    source: plain(sourceText(recordsOf(drawn), notebook)),
    page: canonicalAddress(page.path, notebook) ?? null
  };
  const rows = drawn.rows.map((row) => plain(`  ${JSON.stringify(row)}`));
  return [
    {
      type: "module",
      text: `library.show(${variable}, ${variable}Rows, { width, ...${JSON.stringify(place)} })`
    },
    { type: "module", text: `const ${variable}Rows = [\n${rows.join(",\n")}\n];` },
    { type: "module", text: code }
  ];
}

/** A model as it stands at the sources’ numbers, and where a reader sets others. */
function modelHtml(model: Drawing, page: Page, { notebook, tokens }: Options): string {
  const picture = figurePicture(model.drawn(), { notebook, document: drawingDocument(), tokens });
  const address = addressOf(`#${model.name}`, page, notebook);
  const way = address ? `<p><a href="${esc(address)}">Set your own numbers on the page</a></p>` : "";
  return `<div class="drawn">\n${picture}${way}\n</div>`;
}

/** A block of a page as HTML without style: what is said in it, and where its links lead from elsewhere. */
function bareHtml(html: string, page: Page, cited: Set<string>, notebook: Notebook): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const { body } = document;
  for (const element of body.querySelectorAll("[popover], button, form, svg, noscript, .vh")) element.remove();
  for (const link of body.querySelectorAll("a")) {
    const [fact, href] = [link.getAttribute(Data.fact), link.getAttribute("href") ?? ""];
    const address = fact
      ? evidenceAddress(fact, cited, notebook)
      : /^[#.]/.test(href)
        ? addressOf(href, page, notebook)
        : href;
    if (address !== undefined) link.setAttribute("href", address);
    // What only says where more is to be read says nothing without its link.
    else if (link.parentElement?.textContent === link.textContent) link.parentElement?.remove();
    else link.replaceWith(...link.childNodes);
  }
  for (const element of body.querySelectorAll("*"))
    for (const attribute of element.getAttributeNames())
      if (!["href", "scope", "colspan", "rowspan", "datetime"].includes(attribute)) element.removeAttribute(attribute);
  return body.innerHTML.replaceAll("${", "&#36;{");
}

function provenance(page: Page, notebook: Notebook): string {
  const home = canonicalAddress(page.path, notebook);
  return `*${citation(expandTokens(page.title, notebook), notebook)}${home ? ` [Read it on its page](${home}).` : ""}*

A number leads to its evidence. Under each figure are two cells that it is drawn from, its rows and its code: open one and change it, and the figure follows.`;
}

/** What each number of the prose rests on. */
function evidence(ids: readonly string[], notebook: Notebook): string {
  const entries = ids.flatMap((id) => {
    const fact = notebook.fact(id);
    if (!fact || fact.kind === "position") return [];
    const says = fact.kind === "figure" ? fact.row.says : `Our arithmetic. ${fact.row.explanation}`;
    const address = fullAddress(claimPath(id), notebook);
    const record = address ? `[${id}](${address})` : `\`${id}\``;
    return `- <span id="${elementId(id)}"></span>**${numberText(fact, "full", notebook)}**: ${says} (${sourceText([id], notebook)}; ${record})`;
  });
  return `## What the numbers rest on\n\n${entries.join("\n")}`;
}

/** The colours of the light theme, and what little a figure wants besides. */
function styleOfFigures(tokens: Tokens): string {
  const variables = [...tokens].map(([name]) => `  ${name}: ${withoutVariables(`var(${name})`, tokens)};`);
  return `<style>
.drawn {
${variables.join("\n")}
  margin: 0;
  max-width: 846px;
  color: var(--ink);
  background: var(--paper);
  font: 14px/1.45 var(--sans);
}
.drawn > svg { display: block; max-width: 100%; height: auto; margin: 12px 0; }
.drawn > h3 { max-width: none; margin: 0; font: 600 21px/1.25 var(--disp); }
.drawn > :is(p, small, strong) { display: block; max-width: none; margin: 4px 0; }
.drawn .ring { display: none; }
</style>`;
}
