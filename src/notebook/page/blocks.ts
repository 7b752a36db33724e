import { htmlEscape as esc } from "escape-goat";
import { parse } from "yaml";
import { z } from "zod";
import { eventTeller, tellerText } from "../kit/attribution.ts";
import { eventMonths } from "../kit/events.ts";
import { thumbnailHeight, thumbnailWidth } from "../kit/thumbnail.ts";
import type { EventRow } from "../tables/events.ts";
import { dateText } from "../words/words.ts";
import { claimPath, evidenceId } from "./addresses.ts";
import { changesBlock } from "./changes-page.ts";
import { Data, Id, Part } from "./contract.ts";
import { comparisonBlock, disagreements, widestGaps } from "./disagreements.ts";
import { drawingText } from "./drawing.ts";
import { exploreBlock } from "./explore-block.ts";
import { figureBlock, figureLabel } from "./figure-block.ts";
import { glossary } from "./glossary.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { PageEnvironment } from "./markdown.ts";
import { modelBlock } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import { speakersByTopic } from "./positions.ts";
import { corrections, recordBlockNames } from "./records.ts";
import { scoreboard } from "./scoreboard.ts";
import type { PageSection } from "./shell.ts";
import { linked } from "./site.ts";
import { sourceList } from "./source-list.ts";
import { evidenceTrigger, expandTokens, numberText } from "./tokens.ts";
import { verdictLines, verdictList } from "./verdicts.ts";

/**
 * What a chapter shows at a glance: that of the first figure on its page that has one, else its widest disagreements where
 * it lists them, else nothing.
 */
export function chapterThumbnail(markdown: string, notebook: Notebook, document: Document): string {
  const marks = thumbnailMarks(markdown, notebook, document);
  if (marks.length === 0) return "";
  const [width, height] = [thumbnailWidth, thumbnailHeight];
  return `<svg class="thumbnail" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${marks.map(drawingText).join("")}</svg>`;
}

function thumbnailMarks(markdown: string, notebook: Notebook, document: Document): Element[] {
  for (const [, name] of markdown.matchAll(/^```figure[ \t]+(\S+)/gm)) {
    const figure = notebook.figures.find((candidate) => candidate.name === name);
    if (figure?.thumbnail) return figure.thumbnail(figure.select(notebook.tables), document);
  }
  return /^```disagreements\b/m.test(markdown) ? widestGaps(notebook, toldIn(markdown), document) : [];
}

/** The chapters with their findings, each row a link. */
export function chapterList(notebook: Notebook, document: Document): string {
  const items = notebook.site.pages.flatMap(({ path, title, chapter, finding, text }) => {
    if (chapter === null) return [];
    return [
      `<li><a href=".${path}"><span class="numeral">${chapter}</span> <span class="text"><b>${esc(expandTokens(title, notebook))}</b>
<span class="finding">${esc(expandTokens(finding ?? "", notebook))}</span></span>${chapterThumbnail(text, notebook, document)}</a></li>`
    ];
  });
  return `<ol class="chapters">${items.join("\n")}</ol>`;
}

/** What a fence of key numbers holds: numbers that a page opens with, and what they are. */
export const keyNumberList = z.array(z.strictObject({ number: z.string(), text: z.string() }));
type KeyNumber = z.infer<typeof keyNumberList>[number];

/** A row of key numbers, each with its evidence, a sentence, and who says so. */
export function keyNumbers(items: readonly KeyNumber[], notebook: Notebook): string {
  const cells = items.map(({ number, text }) => {
    const fact = notebook.fact(number);
    if (!fact || fact.kind === "position") throw new Error(`the key number "${number}" is no figure of the ledger`);
    const who =
      fact.kind === "derived"
        ? `<span class="equals" aria-hidden="true">=</span> our arithmetic`
        : `${kindSymbol(fact.row.speaker_kind)} ${esc([notebook.speaker(fact.row.speaker).name, ...fact.row.chain.filter((id) => id !== fact.row.speaker).map((id) => notebook.speaker(id).name)].join(" → "))}`;
    return `<div><p class="amount">${withSmallUnit(evidenceTrigger(fact.row.id, numberText(fact, "short", notebook), "short"))}</p>
<p>${expandTokens(esc(text), notebook, (words, id, form) => evidenceTrigger(id, words, form))}</p><p class="meta">${who}</p></div>`;
  });
  return `<div class="key-numbers">${cells.join("\n")}</div>`;
}

/** The unit after a key number is set smaller than the number. */
const withSmallUnit = (trigger: string): string =>
  trigger.replace(/(\u00a0[^\d<]+|%)<\/button>$/, '<span class="unit">$1</span></button>');

/** A page's headings, for the page that lists every one of them. */
export interface PageHeadings {
  path: string;
  title: string;
  sections: readonly PageSection[];
}

/** Every page with its headings, each a link: what a reader without search goes through. */
function allHeadings(pages: readonly PageHeadings[]): string {
  const items = pages.map(({ path, title, sections }) => {
    const headings = sections.map(({ id, heading }) => `<li><a href=".${path}#${id}">${esc(heading)}</a></li>`);
    return `<li><a href=".${path}">${esc(title)}</a>${headings.length > 0 ? `<ul>${headings.join("")}</ul>` : ""}</li>`;
  });
  return `<ul class="all-headings">${items.join("\n")}</ul>`;
}

/** The field that searches the notebook, and the room for what it finds. */
function searchBlock(path: string, { site }: Notebook): string {
  const sources = linked(site.link("source-index"), "source");
  return `<div class="searching"><form class="search" role="search" action=".${path}" ${Data.index}="./search.json">
<label for="q">Look for</label>
<input id="q" name="q" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-keys search-found">
<p id="search-keys" class="keys">Press <kbd>/</kbd> anywhere to come here, <kbd>↓</kbd> and <kbd>↑</kbd> to go through what is found, <kbd>Enter</kbd> to open it, <kbd>Esc</kbd> to return and to clear.</p>
<p id="search-found" role="status"></p>
</form>
<ol class="results"></ol>
<noscript><p>Searching needs scripts. Every heading of the notebook stands below, and every record on the page of its ${sources}.</p></noscript></div>`;
}

/**
 * Dated events by month, each as precisely as its sources date it, with the passages that tell of it. A month to which
 * nothing is dated is in the list too. Where a figure leads into the list, each month leads back to it.
 */
export function timeline(notebook: Notebook, figure?: string): string {
  const back = figure === undefined ? "" : `<a href="#${figure}">Back to the figure</a>`;
  const sections = eventMonths(notebook.tables.events.rows).map(({ date, events }) => {
    const items = events.map((event) => eventItem(event, notebook));
    return `<li id="m-${date}"><div><h2>${date.length === 4 ? `Some time in ${date}` : dateText(date)}</h2>${back}</div>${items.length > 0 ? `<ol>${items.join("\n")}</ol>` : `<p class="meta">Nothing in the record is dated to this month.</p>`}</li>`;
  });
  return `<ol class="${Part.timeline}" id="${Id.events}">${sections.join("\n")}</ol>`;
}

function eventItem(
  { id, date, precision, title, inferred, passages, urls, topic_label: topic }: EventRow,
  notebook: Notebook
) {
  const tellers = passages.map((passage) => eventTeller(passage, notebook.tables));
  const links = tellers.map((teller, place) => {
    const [name, url] = [esc(tellerText(teller)), urls[place]];
    return `<span class="nb">${kindSymbol(teller.kind)} ${url ? `<a href="${esc(url)}">${name}</a>` : name}</span>`;
  });
  // Two statements on one page of one speaker are one way to read on.
  const told = [...new Set(links)].join(", ");
  return `<li id="${id}" class="${precision}" ${Data.teller}="${esc(tellers[0]?.name ?? "")}"><p class="when"><time datetime="${date}">${esc(dayText(date))}</time></p>
<div popover id="${evidenceId(id)}" class="${Part.evidence}"><button type="button" class="close" popovertarget="${evidenceId(id)}" aria-label="Close">×</button>
<h3 class="badge" tabindex="-1" autofocus>${esc(dateText(date))}</h3><p class="what">${esc(title)}</p>
${eventNumbers(passages, notebook)}<p class="meta">${esc(topic)} · ${told}${inferred ? `. ${esc(inferred)}` : ""}</p></div></li>`;
}

/** The numbers in the statements that tell of an event, each of which leads to its own page. */
function eventNumbers(passages: readonly string[], notebook: Notebook): string {
  const numbers = passages.flatMap((id) => {
    const fact = notebook.fact(id);
    if (fact?.kind !== "figure") return [];
    const { row } = fact;
    if ([row.low, row.value, row.high].every((end) => end === null)) return [];
    return `${esc(`${row.subject_name}, ${row.metric_label}`)}: <a href="./${claimPath(id)}">${esc(numberText(fact, "full", notebook))}</a>`;
  });
  return numbers.length === 0 ? "" : `<p class="numbers">${numbers.join("; ")}</p>\n`;
}

/** "24 February" under its month's heading, or what the sources do not give. */
function dayText(date: string): string {
  const [, month, day] = date.split("-");
  return day ? dateText(date).slice(0, -5) : month ? "no day given" : "no month given";
}

interface BlockContext {
  page: PageEnvironment;
  notebook: Notebook;
  document: Document;
  /** Whether the block stands before the page's first section: its title is on a section's level then. */
  isFirstSection: boolean;
  headings(): readonly PageHeadings[];
}

/** Names that a fence may start with to become a block of a page. */
export const blockNames = [
  "figure",
  "model",
  "key-numbers",
  "chapters",
  "sources",
  "speakers",
  "comparison",
  "disagreements",
  "timeline",
  "corrections",
  "changes",
  "verdict",
  "verdicts",
  "scoreboard",
  "glossary",
  "explore",
  "search",
  "headings",
  ...recordBlockNames
] as const;

/** The HTML of a fence whose info string names a block; undefined for an ordinary fence. */
export function pageBlock(info: string, content: string, context: BlockContext): string | undefined {
  const [name, ...words] = info.split(/\s+/);
  const { notebook } = context;
  switch (name) {
    case "figure":
      return numberedFigure(words, context);
    case "model":
      return namedModel(words, context);
    case "key-numbers":
      return keyNumbers(keyNumberList.parse(parse(content, { logLevel: "error" })), notebook);
    case "chapters":
      return chapterList(notebook, context.document);
    case "sources":
      return sourceList(notebook);
    case "timeline":
      return timeline(notebook, words[0]);
    case "corrections":
      return corrections(notebook);
    case "changes":
      return changesBlock(notebook);
    case "verdict":
      return verdictLines(words, notebook);
    case "verdicts":
      return verdictList(notebook);
    case "glossary":
      return glossary(notebook);
    case "scoreboard":
      return raisedIf(context.isFirstSection, scoreboard(notebook));
    case "disagreements":
      return disagreements(
        notebook,
        toldIn(notebook.site.pages.find(({ path }) => path === context.page.path)?.text ?? "")
      );
    case "comparison":
      return comparisonBlock(words[0] ?? "", notebook);
    case "explore":
      return raisedIf(context.isFirstSection, exploreBlock(parse(content, { logLevel: "error" }), context));
    case "search":
      return searchBlock(context.page.path, notebook);
    case "headings":
      return allHeadings(context.headings());
    case "speakers":
      return speakersByTopic(notebook, words[0]);
    default:
      return undefined;
  }
}

/** The comparisons that a page tells one by one. */
const toldIn = (markdown: string): ReadonlySet<string> =>
  new Set([...markdown.matchAll(/^```comparison[ \t]+(\S+)/gm)].map(([, name = ""]) => name));

function namedModel([name]: string[], context: BlockContext): string {
  const { models } = context.notebook;
  const model = models.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`there is no model "${name}"; there are ${models.map((known) => known.name).join(", ")}`);
  return raisedIf(context.isFirstSection, modelBlock(model, context));
}

function numberedFigure([name = "", width]: string[], context: BlockContext): string {
  const { page, notebook, document } = context;
  const { figures } = notebook;
  const figure = figures.find((candidate) => candidate.name === name);
  if (!figure)
    throw new Error(`there is no figure "${name}"; there are ${figures.map((known) => known.name).join(", ")}`);
  const number = figureLabel(page.path, page.figures, notebook.site);
  const rows = figure.select(notebook.tables);
  const block = figureBlock({ figure, rows }, { number, wide: width === "wide", notebook, document });
  return raisedIf(context.isFirstSection, block);
}

/** The title of a figure that stands before the first section is on a section's level: no level is left out. */
export const raisedIf = (isFirst: boolean, block: string): string =>
  isFirst ? block.replace("<h3 ", '<h3 aria-level="2" ') : block;
