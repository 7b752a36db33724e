import { htmlEscape as esc } from "escape-goat";
import type { Notebook } from "./notebook.ts";
import { pages, type SitePage, sharePicturePath } from "./site.ts";
import { expandTokens } from "./tokens.ts";

// No name that a system gives a font of its own: it would step in, unmeasured, for a face that comes late.
const faces = [
  { family: "Serif Text", file: "serif-text", weight: "400 700" },
  { family: "Serif Display", file: "serif-display", weight: "400 650" },
  { family: "Serif Text", file: "serif-text-italic", weight: "400", style: "italic" },
  { family: "Sans Text", file: "sans", weight: "400 700" }
];

/** The fonts' rules. `optional`: text never moves when a font arrives late; the fallbacks have its measures. */
export function fontFaces(asset: (name: string) => string): string {
  return faces
    .map(
      ({ family, file, weight, style = "normal" }) =>
        `@font-face{font-family:"${family}";src:url("./${asset(`fonts/${file}.woff2`)}") format("woff2");font-weight:${weight};font-style:${style};font-display:optional}`
    )
    .join("");
}

/** Links that ask for the upright faces before the text. */
export function fontLinks(asset: (name: string) => string): string {
  return faces
    .filter(({ style }) => style === undefined)
    .map(
      ({ file }) =>
        `<link rel="preload" as="font" crossorigin fetchpriority="low" href="./${asset(`fonts/${file}.woff2`)}">`
    )
    .join("");
}

/** Publishes a content-hashed file and returns its address relative to the site root. */
interface Emitter {
  emit(name: string, content: string): string;
}

/**
 * Framework starts a page's cells from a script in its head. That script becomes a file of its own, which is imported
 * once the reader nears the first cell. Returns its address, or undefined for a page without cells.
 */
export function liveCells(document: Document, path: string, site: Emitter): string | undefined {
  const script = [...document.querySelectorAll('script[type="module"]')]
    .map((element) => element.textContent ?? "")
    .find((text) => /^define\(/m.test(text));
  if (script === undefined) return undefined;
  // The file lies one folder deeper than the page that the imports are relative to.
  const moved = script.replace(/(\bfrom\s*|\bimport\s*\(?\s*)"\.\//g, '$1"../');
  return site.emit(`_cells${path}.js`, moved);
}

const logo = `<svg class="logo" viewBox="0 0 18 18" aria-hidden="true">${[0, 1, 2]
  .flatMap((row) =>
    [0, 1, 2].map(
      (column) =>
        `<path d="M${column * 6.4} ${row * 6.4}h5v5h-5z" fill="${row === 1 && column === 2 ? "var(--accent)" : "var(--rule2)"}"/>`
    )
  )
  .join("")}</svg>`;

const pathAt = (path: string): string => path.replace(/\/index$/, "/");
const isAt = (page: SitePage, path: string): boolean => page.path === pathAt(path);
const address = (page: SitePage): string => `.${page.path}`;
const chapters = pages.filter(({ chapter }) => chapter !== undefined);

/** How a link says that the reader is at its page, or below it: at the page of a source, below that of all sources. */
function currentAt(page: string, path: string): string {
  if (page === pathAt(path)) return ' aria-current="page"';
  return page === "/sources" && path.startsWith("/source-") ? ' aria-current="true"' : "";
}

function link(page: SitePage, path: string, notebook: Notebook): string {
  return `<a href="${address(page)}"${currentAt(page.path, path)}>${esc(expandTokens(page.short ?? page.name, notebook))}</a>`;
}

/** The pages that the bar names beside the chapters. */
const barPaths = ["/disagreements", "/positions", "/sources", "/explore"];
const barPages = barPaths.flatMap((path) => pages.find((page) => page.path === path) ?? []);
const searchLink = (path = ""): string => `<li><a href="./search#q"${currentAt("/search", path)}>Search</a></li>`;

/**
 * The top of every page: name, the chapters with their findings behind one word, and the pages that stand beside them.
 * Where the bar has no room its links are in the menu too. Needs no script.
 */
export function pageHeader(path: string, notebook: Notebook): string {
  const items = (some: readonly SitePage[]): string =>
    some.map((page) => `<li>${link(page, path, notebook)}</li>`).join("") + searchLink(path);
  const beside = items(barPages.filter(({ chapter }) => chapter === undefined));
  const findings = chapters.map(
    (page) =>
      `<li><span class="numeral">${page.chapter}</span>${link({ ...page, short: page.name }, path, notebook)}<small>${esc(expandTokens(page.finding ?? "", notebook))}</small></li>`
  );
  return `<header class="top"><a class="home" href="./">${logo}Claims and reality</a>
<details class="menu"><summary><span class="wide">Chapters</span><span class="narrow">Menu</span></summary><nav aria-label="Menu"><ul class="findings">${findings.join("")}</ul><ul class="beside">${beside}</ul></nav></details>
<nav class="bar" aria-label="Pages"><ul>${items(barPages)}</ul></nav></header>`;
}

/** Where the reader is: the chapters, and the sections of this one; on small screens a line that opens. */
export function chapterRail(
  path: string,
  sections: readonly { id: string; text: string }[],
  notebook: Notebook
): string {
  const list = chapterProgress(path, sections, notebook);
  return `<aside class="rail"><nav aria-label="Where you are"><p class="label">${placeOf(path)}</p>${list}</nav></aside>
${foldedRail(path, list)}`;
}

/** The line that opens, for a chapter in full width, which has no rail. */
export const chapterLine = (path: string, notebook: Notebook): string =>
  foldedRail(path, chapterProgress(path, [], notebook));

const foldedRail = (path: string, list: string): string =>
  `<details class="here"><summary><span>${placeOf(path)}</span> <span>All chapters ↓</span></summary>${list}</details>`;

const placeOf = (path: string): string =>
  `Chapter ${chapters.find((page) => isAt(page, path))?.chapter} of ${chapters.length}`;

/** The chapters in order, those before this one marked as passed, this one with its sections. */
function chapterProgress(path: string, sections: readonly { id: string; text: string }[], notebook: Notebook): string {
  const here = chapters.findIndex((page) => isAt(page, path));
  const items = chapters.map((page, i) => {
    const inner =
      i === here && sections.length > 0
        ? `<ol class="sections">${sections.map(({ id, text }) => `<li><a href="#${id}">${esc(text)}</a></li>`).join("")}</ol>`
        : "";
    const place = i < here ? ' class="passed"' : i === here ? ' class="current"' : "";
    return `<li${place}><span class="numeral">${page.chapter}</span>${link({ ...page, short: page.name }, path, notebook)}${inner}</li>`;
  });
  return `<ol class="chapters-here">${items.join("")}</ol>`;
}

/** The ways back and on at a page's end, in reading order. */
export function waysOn(path: string, notebook: Notebook): string {
  const inOrder = pages.filter(({ path: at, aside }) => at !== "/" && !aside);
  const here = inOrder.findIndex((page) => isAt(page, path));
  if (here < 0) return "";
  const way = (page: SitePage | undefined, rel: "prev" | "next", label: string): string =>
    page
      ? `<a rel="${rel}" href="${address(page)}"><small>${label}${page.chapter === undefined ? "" : ` chapter`}</small> ${esc(expandTokens(page.name, notebook))}</a>`
      : "";
  return `<nav class="next" aria-label="Back and on">${way(inOrder[here - 1], "prev", "Previous")}${way(inOrder[here + 1], "next", "Next")}</nav>`;
}

/** The foot of every page: what this is, and where its pages and tables are. */
export function pageFooter(notebook: Notebook): string {
  const read = pages
    .filter(({ aside }) => !aside)
    .map((page) => `<li><a href="${address(page)}">${esc(expandTokens(page.short ?? page.name, notebook))}</a></li>`);
  const tables = Object.values(notebook.tables).map(
    ({ name, title }) => `<li><a href="./data/${name}.csv">${esc(title)}</a></li>`
  );
  return `<footer class="foot"><div class="purpose"><p class="name">${logo}Claims and reality: Russia’s rare earths</p>
<p>A notebook that ties every printed number to the sentence it came from. Figures are drawn as printed; where sources disagree, each is shown and none is averaged.</p></div>
<nav aria-label="Read"><p class="label">Read</p><ul>${read.join("")}${searchLink()}</ul></nav>
<nav aria-label="Tables"><p class="label">Take the data</p><ul>${tables.join("")}<li><a href="./data/datapackage.json">Data package</a></li></ul></nav></footer>`;
}

/**
 * What networks show of a page whose link is shared. They want the picture's full address: it has one when `homepage` in
 * package.json says where the notebook is published, and is relative to the page until then.
 */
export function shareTags(
  { path, title, description }: { path: string; title: string; description: string },
  homepage: string | undefined
): string {
  const picture = sharePicturePath(path);
  const image = homepage === undefined ? `./${picture}` : new URL(picture, withSlash(homepage)).href;
  const tags = { "og:type": "article", "og:title": title, "og:description": description, "og:image": image };
  return [
    ...Object.entries(tags).map(([name, content]) => `<meta property="${name}" content="${esc(content)}">`),
    `<meta name="twitter:card" content="summary_large_image">`
  ].join("\n");
}

const withSlash = (address: string): string => address.replace(/\/?$/, "/");
