import type { Notebook } from "../../src/notebook/page/notebook.ts";
import { findTokens, isTokenForm, numberText, type TokenForm, tokenForms } from "../../src/notebook/page/tokens.ts";
import type { PageContent } from "./page-content.ts";

/**
 * The same page in Framework's own way: the text as HTML in Markdown, each number an inline expression over loaded
 * tables, each figure a cell that draws in the browser, and the live cells of the page's source as they are. Tables of
 * positions stay text, which is kinder to Framework than a cell.
 */
export function frameworkPage({ title, main }: PageContent, source: string, notebook: Notebook): string {
  const page = main.cloneNode(true) as HTMLElement;
  // Framework takes a download that ends so for a page of its own, and does not find it.
  for (const link of page.querySelectorAll("a[download][href$='.html']")) link.removeAttribute("download");
  const numbers = [...page.querySelectorAll("[data-fact]")];
  for (const number of numbers) number.replaceWith(expression(number, notebook));
  const figures = [...page.querySelectorAll("figure[data-figure]")].map((figure) => {
    const name = figure.getAttribute("data-figure") ?? "";
    for (const drawn of figure.querySelectorAll("figcaption, svg, svg + p, details")) drawn.remove();
    figure.removeAttribute("data-figure");
    figure.prepend(placeFor(name));
    return name;
  });
  const [cells = ""] = source.match(/^<section class="live"[^>]*>[\s\S]*?^<\/section>/m) ?? [];
  if (cells === "" && page.querySelector(".live"))
    throw new Error(`the source of "${title}" has no section of live cells`);
  for (const live of page.querySelectorAll(".live")) live.replaceWith(placeFor("live cells"));
  const html = page.innerHTML
    .replace(/\n\s*/g, "\n")
    .replace(placeFor("live cells"), () => `\n\n${withExpressions(cells)}\n\n`);
  const text = figures.reduce((rest, name) => rest.replace(placeFor(name), () => `\n\n${figureCell(name)}\n\n`), html);
  return `---
title: ${JSON.stringify(title)}
---

${[
  numbers.length > 0 || findTokens(cells).length > 0 ? numberCell(notebook) : "",
  figures.length > 0 ? cell(`import {drawFigure} from "./components/draw-figure.js";`) : ""
]
  .filter(Boolean)
  .join("\n\n")}

${text.replace(/\n{3,}/g, "\n\n").trim()}
`;
}

const placeFor = (name: string): string => `[place for ${name}]`;

const cell = (code: string): string => `\`\`\`js\n${code}\n\`\`\``;

const numberCell = ({ units, tables, isOrdinal }: Notebook): string => {
  const ordinal = [...new Set(tables.figures.rows.map(({ metric }) => metric))].filter(isOrdinal);
  return cell(`import {numberWriter} from "./components/number-writer.js";

const numberOf = numberWriter(${JSON.stringify({ units, ordinal })}, await FileAttachment("data/figures.json").json(), await FileAttachment("data/derived.json").json());`);
};

const figureCell = (name: string): string =>
  cell(`display(drawFigure("${name}", await FileAttachment("figures/${name}.json").json(), width));`);

/** The inline expression for a number, in the form that gives its text. */
function expression(number: Element, notebook: Notebook): string {
  const id = number.getAttribute("data-fact") ?? "";
  const fact = notebook.fact(id);
  const text = number.textContent ?? "";
  const form = fact && tokenForms.find((candidate) => numberText(fact, candidate, notebook) === text);
  return form ? inline(id, form) : text;
}

const inline = (id: string, form: TokenForm): string => `\${numberOf("${id}", "${form}")}`;

function withExpressions(cells: string): string {
  return findTokens(cells).reduceRight(
    (text, { id, form, start, end }) =>
      isTokenForm(form) ? text.slice(0, start) + inline(id, form) + text.slice(end) : text,
    cells
  );
}
