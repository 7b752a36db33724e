import { htmlEscape as esc } from "escape-goat";
import { JSDOM } from "jsdom";
import { type Choices, placeChoices } from "./choices.ts";
import { Data } from "./contract.ts";
import { evidenceList, evidencePlaces, factsOnPage, placeEvidenceSwitch } from "./evidence.ts";
import { symbolSprite } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { allHeadings, drawingsAside, type PageOutline } from "./outline.ts";
import type { PublishedFile } from "./pictures.ts";
import { findSource, sourceSummary } from "./records.ts";
import {
  chapterLine,
  chapterRail,
  fontFaces,
  fontLinks,
  liveCells,
  pageFooter,
  pageHeader,
  shareTags,
  waysOn
} from "./shell.ts";
import { pages, siteDescription, siteRoot, siteTitle } from "./site.ts";
import { sourcesOfPage } from "./sources.ts";
import { expandTokens, findTokens } from "./tokens.ts";
import { holdTogether, keepPunctuation } from "./typography.ts";

/** What a page's finishing may use of the rest of the build. */
export interface FinishContext {
  notebook: Notebook;
  /** The style sheet, bundled and minified. */
  css: string;
  /** The scripts that stand in the page: the one that asks for fonts, and the one that brings the others. */
  scripts: { fonts: string; start: string };
  /** The pages with their sections, for the page that lists every heading. */
  outline: readonly PageOutline[];
  /** Address, relative to the site root, of a published file by its plain name; an unknown name throws. */
  asset(name: string): string;
  /** Publishes a content-hashed file and returns its address relative to the site root. */
  emit(name: string, content: string): string;
  /** Publishes a file at an address that never changes. */
  publish(file: PublishedFile): void;
  /** Whose numbers a reader may prefer. */
  choices: Choices;
  /** Where the notebook is published, if that is known. */
  homepage?: string | undefined;
}

/**
 * Framework's document in, the published page out: everything readable in the HTML, style inlined, evidence behind every
 * number, and no script that is not wanted before the reader scrolls to it.
 */
export function finishPage(html: string, { path }: { path: string }, context: FinishContext): string {
  const { notebook } = context;
  const aside = drawingsAside(html);
  const { document } = new JSDOM(aside.html).window;
  const main = document.querySelector("main");
  if (!main) throw new Error(`${path} has no main element`);
  const [left] = leftTokens(main);
  if (left) throw new Error(`${path}: ${left} stands in raw HTML, where no token is read; write it in Markdown`);
  for (const anchor of main.querySelectorAll("a.observablehq-header-anchor")) anchor.replaceWith(...anchor.childNodes);
  const page = pages.find((candidate) => candidate.path === path.replace(/\/index$/, "/"));
  const source = findSource(path, notebook);
  const name = page ? expandTokens(page.name, notebook) : (source?.title ?? document.title);
  const description = source
    ? sourceSummary(source)
    : expandTokens(page?.finding ?? page?.about ?? siteDescription, notebook);
  const facts = factsOnPage(main, notebook);
  const sections = [...main.querySelectorAll("h2[id]")].map((heading) => ({
    id: heading.id,
    text: heading.textContent ?? ""
  }));
  const cells = liveCells(document, path, context);
  numberTriggers(main, facts);
  keepPunctuation(main);
  raiseFirstTitles(main);
  placeEvidenceSwitch(main);
  const changes = placeChoices(main, { ...context.choices, path, facts, notebook });
  for (const change of changes) context.publish(change);
  main.querySelector(".all-headings")?.replaceWith(JSDOM.fragment(allHeadings(context.outline)));
  const title = path === "/index" ? siteTitle : `${name} – ${siteTitle}`;
  const shell = page?.chapter === undefined || page.wide ? "solo" : "chapter";

  const text = aside.putBack(
    holdTogether(`${main.innerHTML.trim()}
${evidenceList(facts, notebook)}
${sourcesOfPage(main, facts, notebook)}
${waysOn(path, notebook)}`)
  );
  const finished = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)}</title>
<meta name="description" content="${esc(description)}">
${shareTags({ path: page?.path ?? "/", title, description }, context.homepage)}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="./${context.asset("favicon.svg")}" type="image/svg+xml">
<style>${fontFaces(context.asset)}${context.css}</style>
<script>${context.scripts.fonts}</script>
<noscript><link rel="stylesheet" href="./${context.asset("style.css")}"></noscript>
<noscript>${fontLinks(context.asset)}</noscript>
</head>
<body class="${path === "/index" ? "solo home" : shell}">
<a class="skip" href="#observablehq-main">Skip to the text</a>
${pageHeader(path, notebook)}
<div class="page">
${shell === "chapter" ? chapterRail(path, sections, notebook) : page?.chapter === undefined ? "" : chapterLine(path, notebook)}
<main id="observablehq-main" class="observablehq">
${text}
</main>
</div>
${pageFooter(notebook)}
${symbolSprite([text, ...changes.map(({ content }) => content)].join(""), notebook)}
<script type="module"${cells ? ` ${Data.cells}="./${cells}"` : ""}>${context.scripts.start}</script>
</body>
</html>
`;
  return path === "/404" ? fromRoot(finished) : finished;
}

/** The page for wrong addresses is met at any depth, so its links begin at the site's root. */
const fromRoot = (html: string): string =>
  html.replace(/((?:href|src|content)="|(?:url|import)\(")\.\//g, `$1${siteRoot}`);

/** Tokens that nobody read, and that a reader would see. */
function leftTokens(main: Element): string[] {
  const prose = main.cloneNode(true) as Element;
  for (const code of prose.querySelectorAll("pre, code")) code.remove();
  return findTokens(prose.textContent ?? "").map(({ id }) => `{{${id}}}`);
}

/** In print a number bears its place in the list of evidence instead of a dotted line; a popover is never printed. */
function numberTriggers(main: Element, facts: readonly Fact[]): void {
  const places = evidencePlaces(facts);
  for (const trigger of main.querySelectorAll(`[${Data.fact}]:not([popover] *)`)) {
    const place = places.get(trigger.getAttribute(Data.fact) ?? "");
    if (place !== undefined) trigger.setAttribute(Data.place, String(place));
  }
}

/** The title of a figure that stands before the first section is on a section's level: no level is left out. */
function raiseFirstTitles(main: Element): void {
  for (const heading of main.querySelectorAll("h2, figure h3")) {
    if (heading.localName === "h2") return;
    heading.setAttribute("aria-level", "2");
  }
}
