import { htmlEscape as esc } from "escape-goat";
import { commonSigns, hasRareSign, rareSigns, unicodeRange } from "./font-signs.ts";
import { forkPage } from "./fork-page.ts";
import { canonicalAddress, fullAddress, structuredData } from "./metadata.ts";
import type { Notebook } from "./notebook.ts";
import type { Page } from "./pages.ts";
import { type Site, sharePicturePath, upFrom } from "./site.ts";
import { findSource, sourceSummary } from "./sources.ts";
import { expandTokens } from "./tokens.ts";
import { holdTogether } from "./typography.ts";

// No name that a system gives a font of its own: it would step in, unmeasured, for a face that comes late.
const faces = [
  { family: "Serif Text", file: "serif-text", weight: "400 700" },
  { family: "Serif Display", file: "serif-display", weight: "400 650" },
  { family: "Serif Text", file: "serif-text-italic", weight: "400", style: "italic" },
  { family: "Sans Text", file: "sans", weight: "400 700" }
];

const rareRange = unicodeRange(rareSigns, commonSigns);

/**
 * The fonts' rules. `optional`: text never moves when a font arrives late; the fallbacks have its measures. Each face is two
 * files. The second, which browsers prefer for the signs that it names, is fetched only by a text that has one of them; the
 * page that shows `text` names it only if it does.
 */
export function fontFaces(asset: (name: string) => string, text: string): string {
  const parts = hasRareSign(text) ? ["", "-rare"] : [""];
  return faces
    .flatMap(({ family, file, weight, style = "normal" }) =>
      parts.map(
        (part) =>
          `@font-face{font-family:"${family}";src:url("${asset(`fonts/${file}${part}.woff2`)}") format("woff2");font-weight:${weight};font-style:${style};font-display:optional${part && `;unicode-range:${rareRange}`}}`
      )
    )
    .join("");
}

/** Links that ask for the upright faces before the text. */
export function fontLinks(asset: (name: string) => string): string {
  return faces
    .filter(({ style }) => style === undefined)
    .map(
      ({ file }) =>
        `<link rel="preload" as="font" crossorigin fetchpriority="low" href="${asset(`fonts/${file}.woff2`)}">`
    )
    .join("");
}

/** What a page is called, and how it is laid out. */
export interface PageDescription {
  page: Page | undefined;
  /** Its name alone. */
  name: string;
  /** Its name with the notebook's, as a tab and a search engine show it. */
  title: string;
  description: string;
  /** The classes of its body. */
  layout: "solo" | "solo home" | "chapter";
}

/** What a path's page is called: a page of the notebook, that of a source, or one that no list knows. */
export function describePage(path: string, notebook: Notebook): PageDescription {
  const { site } = notebook;
  const page = site.pages.find((candidate) => isAt(candidate, path));
  const source = findSource(path, notebook);
  const name = page ? expandTokens(page.title, notebook) : (source?.title ?? site.title);
  return {
    page,
    name,
    title: pathAt(path) === "/" ? site.title : `${name} – ${site.title}`,
    description: source
      ? sourceSummary(source)
      : expandTokens(page?.finding ?? page?.about ?? site.description, notebook),
    layout: pathAt(path) === "/" ? "solo home" : page?.chapter == null || page.wide ? "solo" : "chapter"
  };
}

const square = (place: number): string => `M${(place % 3) * 6.4} ${Math.floor(place / 3) * 6.4}h5v5h-5z`;
const logo = `<svg class="logo" viewBox="0 0 18 18" aria-hidden="true"><path d="${[0, 1, 2, 3, 4, 6, 7, 8].map(square).join("")}" fill="var(--rule2)"/><path d="${square(5)}" fill="var(--accent)"/></svg>`;

const pathAt = (path: string): string => path.replace(/\/index$/, "/");
const isAt = (page: Page, path: string): boolean => page.path === pathAt(path);
const address = (page: Page): string => `.${page.path}`;
const chaptersOf = ({ pages }: Site): Page[] => pages.filter(({ chapter }) => chapter !== null);

/** How a link says that the reader is at its page, or below it: at the page of a source, below that of all sources. */
function currentAt(page: Page, path: string, notebook: Notebook): string {
  if (isAt(page, path)) return ' aria-current="page"';
  return page.blocks.has("source-index") && findSource(path, notebook) ? ' aria-current="true"' : "";
}

const link = (page: Page, words: string, path: string, notebook: Notebook): string =>
  `<a href="${address(page)}"${currentAt(page, path, notebook)}>${esc(expandTokens(words, notebook))}</a>`;

function searchLink(path: string, { site }: Notebook): string {
  const page = site.pages.find(({ blocks }) => blocks.has("search"));
  if (!page) return "";
  return `<li><a href="${address(page)}#q"${isAt(page, path) ? ' aria-current="page"' : ""} data-search>${esc(page.title)}</a></li>`;
}

/**
 * The top of every page: name, the chapters with their findings behind one word, and the pages that stand beside them;
 * in a chapter where the reader is. Where the bar has no room its links are in the menu too. Needs no script.
 */
export function pageHeader(path: string, sections: readonly PageSection[], notebook: Notebook): string {
  const { site } = notebook;
  const items = (some: readonly Page[]): string =>
    some.map((page) => `<li>${link(page, page.short, path, notebook)}</li>`).join("") + searchLink(path, notebook);
  const bar = site.pages
    .flatMap((page) => (page.bar === null ? [] : [{ ...page, bar: page.bar }]))
    .sort((a, b) => a.bar - b.bar || 0);
  const beside = items(bar.filter(({ chapter }) => chapter === null));
  const findings = chaptersOf(site).map(
    (page) =>
      `<li><span class="numeral">${page.chapter}</span> ${link(page, page.title, path, notebook)} <small>${esc(expandTokens(page.finding ?? "", notebook))}</small></li>`
  );
  const lists = [
    findings.length > 0 ? `<ul class="findings">${findings.join("")}</ul>` : "",
    beside ? `<ul class="beside">${beside}</ul>` : ""
  ].join("");
  const wide = findings.length > 0 ? "Chapters" : "Menu";
  return `<a class="skip" href="#observablehq-main">Skip to the text</a>
<div class="top"><a class="home" href="./">${logo}${esc(site.name)}</a>
${lists ? `<details class="menu"><summary><span class="wide">${wide}</span><span class="narrow">Menu</span></summary><nav aria-label="Menu">${lists}</nav></details>` : ""}
${items(bar) ? `<nav class="bar" aria-label="Pages"><ul>${items(bar)}</ul></nav>` : ""}</div>
${whereYouAre(path, sections, notebook)}`;
}

/** Where the reader is: the chapters, and the sections of this one; on small screens a line that opens. */
function whereYouAre(path: string, sections: readonly PageSection[], notebook: Notebook): string {
  const { page, layout } = describePage(path, notebook);
  if (page?.chapter == null) return "";
  const place = `Chapter ${page.chapter} of ${chaptersOf(notebook.site).length}`;
  const list = chapterProgress(page, layout === "chapter" ? sections : [], path, notebook);
  const rail = `<aside class="rail"><nav aria-label="Where you are"><p class="label">${place}</p>${list}</nav></aside>\n`;
  return `${layout === "chapter" ? rail : ""}<details class="here"><summary><span>${place}</span> <span>All chapters ↓</span></summary>${list}</details>`;
}

/** The chapters in order, those before this one marked as passed, this one with its sections. */
function chapterProgress(here: Page, sections: readonly PageSection[], path: string, notebook: Notebook): string {
  const chapters = chaptersOf(notebook.site);
  const items = chapters.map((page, place) => {
    const inner =
      page === here && sections.length > 0
        ? `<ol class="sections">${sections.map(({ id, heading }) => `<li><a href="#${id}">${esc(heading)}</a></li>`).join("")}</ol>`
        : "";
    const isPassed = place < chapters.indexOf(here);
    const mark = isPassed ? ' class="passed"' : page === here ? ' class="current"' : "";
    return `<li${mark}><span class="numeral">${page.chapter}</span> ${link(page, page.title, path, notebook)}${inner}</li>`;
  });
  return `<ol class="chapters-here">${items.join("")}</ol>`;
}

/** A section of a page by the heading that it stands under. */
export interface PageSection {
  id: string;
  heading: string;
}

/** The ways back and on at a page's end, in reading order. */
export function waysOn(path: string, notebook: Notebook): string {
  const inOrder = notebook.site.pages.filter((page) => page.path !== "/" && !page.aside);
  const here = inOrder.findIndex((page) => isAt(page, path));
  if (here < 0 || inOrder.length < 2) return "";
  const way = (page: Page | undefined, rel: "prev" | "next", label: string): string =>
    page
      ? `<a rel="${rel}" href="${address(page)}"><small>${label}${page.chapter === null ? "" : " chapter"}</small> ${esc(expandTokens(page.title, notebook))}</a>`
      : "";
  return `<nav class="next" aria-label="Back and on">${way(inOrder[here - 1], "prev", "Previous")} ${way(inOrder[here + 1], "next", "Next")}</nav>`;
}

/** The foot of every page: what this is, and where its pages and tables are. */
export function pageFooter(path: string, notebook: Notebook): string {
  const { site } = notebook;
  const read = site.pages
    .filter(({ aside }) => !aside)
    .map((page) => `<li><a href="${address(page)}">${esc(expandTokens(page.short, notebook))}</a></li>`);
  const tables = Object.values(notebook.tables)
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, title }) => `<li><a href="./data/${name}.csv">${esc(title)}</a></li>`);
  return `<div class="site-foot"><div class="purpose"><p class="name">${logo}${esc(site.title)}</p>
${site.about ? holdTogether(`<p>${esc(site.about)}</p>`) : ""}</div>
<nav aria-label="Read"><p class="label">Read</p><ul>${read.join("")}${searchLink(path, notebook)}</ul></nav>
<nav aria-label="Tables"><p class="label">Take the data</p><ul>${tables.join("")}<li><a href="./data/datapackage.json">Data package</a></li></ul></nav>
${forkPage(describePage(path, notebook).page, notebook)}</div>`;
}

/**
 * What search engines and networks show of a page. Networks want full addresses: there are some once the config says where
 * the notebook is published.
 */
export function pageHead(path: string, notebook: Notebook): string {
  const { site } = notebook;
  const { page, name, title, description } = describePage(path, notebook);
  const picture = sharePicturePath(page?.path ?? "/", site);
  const { authors = [], published, updated } = site.options;
  const url = page?.aside ? undefined : canonicalAddress(path, notebook);
  const tags = {
    "og:type": "article",
    "og:site_name": site.title,
    "og:title": title,
    "og:description": description,
    "og:image": fullAddress(picture, notebook) ?? upFrom(path) + picture,
    ...(url === undefined ? {} : { "og:url": url })
  };
  const dates = { "article:published_time": published, "article:modified_time": updated };
  return [
    ...authors.map((author) => `<meta name="author" content="${esc(author)}">`),
    ...Object.entries(dates).flatMap(([tag, day]) => (day ? [`<meta property="${tag}" content="${day}">`] : [])),
    `<meta name="description" content="${esc(description)}">`,
    ...Object.entries(tags).map(([tag, content]) => `<meta property="${tag}" content="${esc(content)}">`),
    `<meta name="twitter:card" content="summary_large_image">`,
    `<meta name="color-scheme" content="light dark">`,
    ...(url === undefined ? [] : [`<link rel="canonical" href="${esc(url)}">`]),
    structuredData({ path, page, name, description }, notebook)
  ].join("\n");
}
