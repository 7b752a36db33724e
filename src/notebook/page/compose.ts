import { createHash } from "node:crypto";
import { htmlEscape as esc } from "escape-goat";
import { Parser } from "htmlparser2";
import { pageBlock } from "./blocks.ts";
import { type Choices, choicesOfPage, type PageParts } from "./choices.ts";
import { imprint } from "./citation.ts";
import { Data, IdPrefix, Part } from "./contract.ts";
import { drawingDocument } from "./drawing.ts";
import { evidenceList, evidencePlaces, factsOnPage } from "./evidence.ts";
import { termCards } from "./glossary.ts";
import type { Renderer } from "./markdown.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { outlineOf } from "./outline.ts";
import type { Page } from "./pages.ts";
import type { PublishedFile } from "./published-file.ts";
import { recordUses } from "./record-uses.ts";
import { recordBlock } from "./records.ts";
import { type PageSection, waysOn } from "./shell.ts";
import { pageFile, resolveLinks } from "./site.ts";
import { sourcesOfPage } from "./source-list.ts";
import { expandTokens } from "./tokens.ts";
import { holdTogether, keepPunctuation } from "./typography.ts";

/** What is known of a page once its body is made. */
export interface ComposedPage {
  /** The body, whole. */
  html: string;
  sections: readonly PageSection[];
  facts: readonly Fact[];
  /** What other choices of its reader change on it, made when it is asked for. */
  changes(): PublishedFile[];
}

/** Renders pages of one state of the notebook. */
export interface Composer extends Renderer {
  /** The page of a path, `/harvest`, `/` or `/index`, as it was composed last. */
  composed(path: string): ComposedPage | undefined;
  /** A document of Framework's with every block in its place. */
  fill(html: string): string;
  /** The blocks that belong into a document of Framework's. */
  blocksOf(html: string): Blocks;
}

/** Finished blocks by the keys of their placeholders. */
export type Blocks = Readonly<Record<string, string>>;

/** Puts finished blocks into a document of Framework's. */
export const fillWith = (html: string, blockOf: (key: string) => string | undefined): string =>
  withoutHeadingLinks(html).replace(placeholders, (_, key) => blockOf(key) ?? "");

interface ComposerOptions {
  notebook: Notebook;
  choices: Choices;
  /** The sections of a page, for one that lists the headings of all. */
  sectionsOf(page: Page): readonly PageSection[];
  /** Says at the head of a page what is wrong with it; a build has stopped before. */
  faultsOf?(path: string): string;
}

/**
 * Makes pages' bodies. Framework parses each body several times, so it is given a small placeholder for each finished
 * block, named for the block's content; `fill` puts the blocks in afterwards.
 */
export function makeComposer({ notebook, choices, sectionsOf, faultsOf }: ComposerOptions): Composer {
  const document = drawingDocument();
  const uses = recordUses(notebook);
  const blocks = new Map<string, string>();
  const known = new Map<string, string>();
  const pages = new Map<string, ComposedPage>();
  const parts = new Map<string, PageParts>();
  const placed = new Map<string, { body: string; made: string }>();
  const keep = (html: string): string => {
    const key = createHash("sha256").update(html).digest("base64url").slice(0, 16);
    blocks.set(key, html);
    return placeholder(key);
  };
  // Framework's preview counts a page's elements to change one in its place, so each must have a placeholder of its own.
  const keepParts = (html: string): string =>
    partsOfBlock(html)
      .map((part) => (part.trimStart().startsWith("<") ? keep(part) : part))
      .join("");
  const headings = () =>
    notebook.site.pages
      .filter(({ aside }) => !aside)
      .map((page) => ({
        path: page.path,
        title: expandTokens(page.title, notebook),
        sections: sectionsOf(page)
      }));
  const toolsOf = (path: string, onPage: PageParts & { facts: readonly Fact[] }): PageTools => {
    if (onPage.facts.length + onPage.models.length === 0) return noTools;
    try {
      return choicesOfPage(path, onPage, { ...choices, notebook, document });
    } catch (error) {
      if (faultsOf) return noTools;
      throw error;
    }
  };
  const blockOf = (key: string): string => blocks.get(key) ?? "";
  return {
    notebook: () => notebook,
    composed: (path) => pages.get(pageFile(path)),
    fill: (html) => fillWith(html, (key) => blocks.get(key)),
    blocksOf: (html) => Object.fromEntries([...html.matchAll(placeholders)].map(([, key = ""]) => [key, blockOf(key)])),
    block(info, content, page, isFirstSection) {
      const [name, of = "", ...options] = info.split(/\s+/);
      const place = { path: page.path, number: page.figures, raised: isFirstSection };
      if (name === "figure") {
        page.figures++;
        partsOf(parts, page.path).figures.push({
          name: of,
          wide: options[0] === "wide",
          raised: isFirstSection,
          place: page.figures
        });
      }
      if (name === "model") partsOf(parts, page.path).models.push(of);
      const key = JSON.stringify([info, content, place]);
      const context = { page, notebook, document, isFirstSection, headings };
      const make = () => recordBlock(info, page.path, { notebook, uses }) ?? pageBlock(info, content, context);
      const block =
        known.get(key) ?? (faultsOf ? orFault(make, name === "figure" || name === "model" ? of : undefined) : make());
      if (block === undefined) return undefined;
      known.set(key, block);
      return keep(block);
    },
    compose(body, page) {
      const { path } = page;
      const inBody = partsOf(parts, path);
      parts.delete(path);
      const before = placed.get(path);
      if (before?.body === body && !faultsOf) return before.made;
      const whole = body.replace(placeholders, (_, key) => blockOf(key));
      const facts = factsOnPage(whole, notebook);
      const places = evidencePlaces(facts);
      const tools = toolsOf(path, { ...inBody, facts });
      const backTo = new Map<string, string>();
      const finish = (html: string): string =>
        resolveLinks(
          numbered(withWaysBack(holdTogether(keepPunctuation(html.replace(betweenBlocks, "$1"))), backTo), places),
          path,
          notebook
        );
      const finished = (html: string): string => (html === "" ? "" : `\n${keepParts(finish(html))}`);
      const prose = body.replace(
        /([\s\S]*?)(<nb-block data-key="([^"]+)"><\/nb-block>|$)/g,
        (_, text, block, key) =>
          holdTogether(keepPunctuation(inlineNumbered(withWaysBack(text, backTo), places))) +
          (key ? keepParts(finish(blockOf(key))) : block)
      );
      const made = [
        faultsOf?.(path) ?? "",
        withSwitches(prose, switches(whole, tools.control), (html) => keepParts(finish(html))),
        finished(waysOn(path, notebook)),
        finished(imprint(path, notebook)),
        finished(evidenceList(facts, notebook)),
        finished(termCards(whole, notebook)),
        finished(sourcesOfPage(whole, facts, notebook))
      ].join("");
      const html = made.replace(placeholders, (_, key) => blockOf(key));
      pages.set(pageFile(path), {
        html,
        sections: outlineOf(whole).filter(({ id }) => id !== ""),
        facts,
        changes: tools.changes
      });
      placed.set(path, { body, made });
      return made;
    }
  };
}

type PageTools = ReturnType<typeof choicesOfPage>;
const noTools: PageTools = { control: "", changes: () => [] };

/** A preview shows the page around a block that cannot be made, under the name of its figure or model. */
function orFault(make: () => string | undefined, of: string | undefined): string | undefined {
  try {
    return make();
  } catch (error) {
    return faultBlock([saidBy(error)], of);
  }
}

/** What an error says, after the place in the story's code that threw it, as far as its trace tells. */
function saidBy(error: unknown): string {
  const { message = String(error), stack = "" } = error instanceof Error ? error : {};
  const [, place] = /\/(src\/(?:figures|models)\/[^():\s]+:\d+:\d+)/.exec(stack) ?? [];
  return place === undefined ? message : `${place} ${message}`;
}

const placeholder = (key: string): string => `<nb-block data-key="${key}"></nb-block>`;
const placeholders = /<nb-block data-key="([^"]+)"><\/nb-block>/g;

function partsOf(parts: Map<string, PageParts>, path: string): PageParts {
  const known = parts.get(path) ?? { figures: [], models: [] };
  parts.set(path, known);
  return known;
}

/** The elements that a block is made of, and the text between them. */
function partsOfBlock(html: string): string[] {
  const cuts = [0];
  let depth = 0;
  const parser = new Parser({
    onopentag() {
      if (depth === 0) cuts.push(parser.startIndex);
      depth += 1;
    },
    onclosetag() {
      depth -= 1;
      if (depth === 0) cuts.push(parser.endIndex + 1);
    }
  });
  parser.end(html);
  return cuts.map((cut, place) => html.slice(cut, cuts[place + 1])).filter((part) => part !== "");
}

/** Framework makes each heading a link to itself; a heading here is what it says. */
const withoutHeadingLinks = (html: string): string =>
  html.replace(/<a [^>]*class="observablehq-header-anchor"[^>]*>([\s\S]*?)<\/a>(?=<\/h[1-6]>)/g, "$1");

/** Lines that part blocks in the source part nothing on the page. */
const betweenBlocks =
  /(<\/(?:li|tr|td|div|p|[ou]l|d[ltd]|figure|figcaption|section|details|table|h[1-6])>)\n+(?=<(?:li|tr|td|div|p|[ou]l|d[ltd]|figure|figcaption|section|details|table|h[1-6])\b)/g;

/**
 * The first number or term of the page that opens a dialog has an id, to which the dialog's close leads. It is a count: reader
 * views take whatever has "share" in its id for buttons of networks.
 */
const withWaysBack = (html: string, ids: Map<string, string>): string =>
  html.replace(openersAndClosers, (link, part, dialog) => {
    const known = ids.get(dialog);
    if (part === Part.close) return link.replace(`#${dialog}`, `#${known ?? dialog}`);
    if (known) return link;
    ids.set(dialog, `n-${ids.size + 1}`);
    return `${link} id="${ids.get(dialog)}"`;
  });

const openersAndClosers = new RegExp(
  `<a class="(${Part.number}|${Part.term}|${Part.close})" href="#(${IdPrefix.dialog}[^"]+)"`,
  "g"
);

/** In print a number bears its place in the list of evidence instead of a dotted line; a popover is never printed. */
function numbered(html: string, places: ReadonlyMap<string, number>): string {
  const at: { index: number; place: number }[] = [];
  const open: boolean[] = [];
  const parser = new Parser({
    onopentag(_, attributes) {
      open.push((open.at(-1) ?? false) || "popover" in attributes);
      const place = places.get(attributes[Data.fact] ?? "");
      // Its index is that of the tag's last character.
      if (place !== undefined && !open.at(-1)) at.push({ index: parser.endIndex, place });
    },
    onclosetag() {
      open.pop();
    }
  });
  parser.end(html);
  let from = 0;
  const pieces = at.map(({ index, place }) => {
    const piece = `${html.slice(from, index)} ${Data.place}="${place}"`;
    from = index;
    return piece;
  });
  return pieces.join("") + html.slice(from);
}

/** The same for text, where no popover stands. */
const inlineNumbered = (html: string, places: ReadonlyMap<string, number>): string =>
  html.replace(new RegExp(` ${Data.fact}="([^"]+)"`, "g"), (found, id) =>
    places.has(id) ? `${found} ${Data.place}="${places.get(id)}"` : found
  );

/**
 * The switch that lights up every number of the text, in a row that other switches may join. What it does needs scripts,
 * so without them the style sheet leaves it out; the list that closes the page serves instead.
 */
function switches(body: string, control: string): string {
  if (!new RegExp(`<p\\b[^>]*>(?:(?!</p>)[\\s\\S])*?${Data.fact}=`).test(body)) return "";
  return `<div class="switches"><button type="button" class="switch" aria-pressed="false" id="show-evidence">Show the evidence</button>${control}</div>`;
}

/** Puts the row of switches under the standfirst and what stands beside it. */
function withSwitches(body: string, row: string, keep: (html: string) => string): string {
  const head = /<\/h1>(?:\s*<p>[\s\S]*?<\/p>)?(?:\s*<p class="way-in">[\s\S]*?<\/p>)?/.exec(body);
  if (!head || row === "") return body;
  const at = head.index + head[0].length;
  return `${body.slice(0, at)}\n${keep(row)}${body.slice(at)}`;
}

/** A fault on the page that it is about, for whoever is writing it; in the place of a figure or model, with its name. */
export const faultBlock = (lines: readonly string[], of?: string): string =>
  lines.length === 0
    ? ""
    : `<div class="fault" role="alert"${of === undefined ? "" : ` id="${esc(of)}"`}><p>This page cannot be published as it is:</p><ul>${lines.map((line) => `<li>${esc(line)}</li>`).join("")}</ul></div>\n`;
