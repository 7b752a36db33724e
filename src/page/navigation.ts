import { htmlEscape as esc } from "escape-goat";
import { expandTokens } from "./expand-tokens.ts";
import type { Notebook } from "./notebook.ts";
import { pages, type SitePage } from "./site.ts";

const logo = `<svg class="logo" viewBox="0 0 18 18" aria-hidden="true">${[0, 1, 2]
  .flatMap((row) =>
    [0, 1, 2].map(
      (column) =>
        `<path d="M${column * 6.4} ${row * 6.4}h5v5h-5z" fill="${row === 1 && column === 2 ? "var(--russia)" : "var(--rule2)"}"/>`
    )
  )
  .join("")}</svg>`;

const isAt = (page: SitePage, path: string): boolean => page.path === path.replace(/\/index$/, "/");
const address = (page: SitePage): string => `.${page.path}`;
const chapters = pages.filter(({ chapter }) => chapter !== undefined);

function link(page: SitePage, path: string, notebook: Notebook): string {
  const current = isAt(page, path) ? ' aria-current="page"' : "";
  return `<a href="${address(page)}"${current}>${esc(expandTokens(page.short ?? page.name, notebook))}</a>`;
}

/** The top of every page: name, chapters, and a menu on small screens that needs no script. */
export function pageHeader(path: string, notebook: Notebook): string {
  const items = chapters.map((page) => `<li>${link(page, path, notebook)}</li>`).join("");
  return `<header class="top"><a class="home" href="./">${logo}Claims and reality</a>
<nav class="bar" aria-label="Chapters"><ul>${items}</ul></nav>
<details class="menu"><summary>Menu</summary><nav aria-label="Menu"><ul>${items}</ul></nav></details></header>`;
}

/** Where the reader is: the chapters, and the sections of this one; on small screens a line that opens. */
export function chapterRail(
  path: string,
  sections: readonly { id: string; text: string }[],
  notebook: Notebook
): string {
  const items = chapters.map((page) => {
    const inner = isAt(page, path)
      ? `<ol class="sections">${sections.map(({ id, text }) => `<li><a href="#${id}">${esc(text)}</a></li>`).join("")}</ol>`
      : "";
    return `<li${isAt(page, path) ? ' class="current"' : ""}><span class="numeral">${page.chapter}</span>${link({ ...page, short: page.name }, path, notebook)}${inner}</li>`;
  });
  const here = chapters.find((page) => isAt(page, path));
  const list = `<ol class="chapters-here">${items.join("")}</ol>`;
  return `<aside class="rail"><nav aria-label="Where you are"><p class="label">Chapters</p>${list}</nav></aside>
<details class="here"><summary><span>Chapter ${here?.chapter} of ${chapters.length}</span> <span>All chapters ↓</span></summary>${list}</details>`;
}

/** The way on, at the end of a chapter. */
export function nextChapter(path: string, notebook: Notebook): string {
  const next = chapters[chapters.findIndex((page) => isAt(page, path)) + 1];
  if (!next || !chapters.some((page) => isAt(page, path))) return "";
  return `<nav class="next" aria-label="Next"><a href="${address(next)}"><small>Next chapter</small> ${esc(expandTokens(next.name, notebook))}</a></nav>`;
}

/** The foot of every page: what this is, and where its pages and tables are. */
export function pageFooter(notebook: Notebook): string {
  const read = pages.map(
    (page) => `<li><a href="${address(page)}">${esc(expandTokens(page.short ?? page.name, notebook))}</a></li>`
  );
  const tables = Object.values(notebook.tables).map(
    ({ name, title }) => `<li><a href="./data/${name}.csv">${esc(title)}</a></li>`
  );
  return `<footer class="foot"><div class="purpose"><p class="name">${logo}Claims and reality: Russia’s rare earths</p>
<p>A notebook that ties every printed number to the sentence it came from. Figures are drawn as printed; where sources disagree, each is shown and none is averaged.</p></div>
<nav aria-label="Read"><p class="label">Read</p><ul>${read.join("")}</ul></nav>
<nav aria-label="Tables"><p class="label">Take the data</p><ul>${tables.join("")}<li><a href="./data/datapackage.json">Data package</a></li></ul></nav></footer>`;
}
