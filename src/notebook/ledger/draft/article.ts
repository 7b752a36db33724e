import { Readability } from "@mozilla/readability";
import { parse as parseDates, ru as russianDates } from "chrono-node";
import { parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";
import { paragraphsOf } from "../verify-text.ts";
import { damagedCharacter, decode, repair } from "./encodings.ts";
import { type Copy, copiesAmong, isSentence, outsideOf, type Passage } from "./outside.ts";

/** An article as it was found: its text in paragraphs, what it says of itself, and what of the text is no part of the article. */
export interface Article {
  /** The text that paragraphs are counted in, one a line; the file as it is where that is plain text. */
  text: string;
  /** Whether the text was taken out of something else (HTML, Markdown, another encoding), so that it has to be kept for itself. */
  isExtracted: boolean;
  title: string | null;
  authors: string[] | null;
  publisher: string | null;
  url: string | null;
  /** As ISO date, or null. */
  date: string | null;
  language: string;
  /** What was done about a text that was damaged, or cannot be done. */
  notes: string[];
  damagedCharacter: string | null;
  /** Paragraphs that are no part of the article: navigation, metadata, captions, links to others. */
  outside: Passage[];
  /** Paragraphs that repeat others. */
  copies: Copy[];
}

/** Reads an article from the bytes of a file: HTML, Markdown or plain text, in any encoding that can be told. */
export function readArticle(bytes: Uint8Array, fileName: string): Article {
  const decoded = decode(bytes);
  const repaired = repair(decoded.text);
  const notes = [...decoded.notes, ...repaired.notes];
  const isHtml = /\.x?html?$/i.test(fileName) || /^\s*(?:<!doctype html|<html)/i.test(repaired.text);
  const isMarkdown = /\.(?:md|markdown)$/i.test(fileName);
  const read = isHtml
    ? fromHtml(repaired.text)
    : isMarkdown
      ? fromMarkdown(repaired.text)
      : { text: repaired.text, title: null, authors: null, publisher: null, url: null, date: null, language: null };
  const isExtracted = isHtml || isMarkdown || decoded.notes.length > 0 || repaired.notes.length > 0;
  const paragraphs = paragraphsOf(read.text);
  const outside = outsideOf(paragraphs);
  const isOutside = new Set(outside.map(({ paragraph }) => paragraph));
  const copies = copiesAmong(paragraphs.map((words, i) => (isOutside.has(i + 1) ? "" : words)));
  const skipped = new Set([...outside, ...copies].map(({ paragraph }) => paragraph));
  const body = paragraphs
    .map((words, i) => ({ words, paragraph: i + 1 }))
    .filter(({ paragraph }) => !skipped.has(paragraph));
  const damaged = damagedCharacter(read.text);
  if (damaged !== null) notes.push(`The character “${damaged}” stands where an apostrophe or a dash was printed.`);
  return {
    text: read.text,
    isExtracted,
    title: read.title ?? headlineOf(paragraphs, body, copies),
    authors: read.authors,
    publisher: read.publisher,
    url: read.url ?? /https?:\/\/\S+/.exec(paragraphs.slice(0, 3).join(" "))?.[0] ?? null,
    date: read.date ?? dateOf(paragraphs),
    language: read.language ?? languageOf(read.text),
    notes,
    damagedCharacter: damaged,
    outside,
    copies
  };
}

type Read = Pick<Article, "text" | "title" | "authors" | "publisher" | "url" | "date"> & { language: string | null };

const blocks = "p,h1,h2,h3,h4,h5,h6,li,blockquote,pre,tr,caption,dt,dd";

function textOf(root: { querySelectorAll(selector: string): Iterable<Element> }): string {
  return [...root.querySelectorAll(blocks)]
    .filter((block) => block.closest("figcaption") === null && block.querySelector(blocks) === null)
    .filter((block) => !isMenu(block))
    .map((block) => (block.localName === "tr" ? [...block.children].map(wordsOf).join(" | ") : wordsOf(block)))
    .filter(Boolean)
    .join("\n");
}

const wordsOf = ({ textContent }: Element): string => textContent.replace(/\s+/g, " ").trim();

/** Whether a block is nothing but links to other pages. */
function isMenu(block: Element): boolean {
  const links = [...block.querySelectorAll("a")].map(wordsOf);
  const words = wordsOf(block);
  return links.length > 1 && links.join("").length > 0.8 * words.length && !isSentence(words);
}

function fromHtml(html: string): Read {
  const { document } = parseHTML(html);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const content = document
        .querySelector(`meta[property="${name}"],meta[name="${name}"]`)
        ?.getAttribute("content")
        ?.trim();
      if (content) return content;
    }
    return null;
  };
  const linked = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .map((script) => script.textContent)
    .join("\n");
  const published =
    meta(
      "article:published_time",
      "datePublished",
      "citation_online_date",
      "citation_publication_date",
      "dc.date",
      "date",
      "pubdate"
    ) ??
    /"datePublished"\s*:\s*"([^"]+)"/.exec(linked)?.[1] ??
    document.querySelector("time[datetime]")?.getAttribute("datetime");
  const author =
    meta("author", "article:author", "dc.creator") ?? /"author"[^}]*?"name"\s*:\s*"([^"]+)"/.exec(linked)?.[1];
  const identity = {
    title:
      meta("og:title", "twitter:title", "citation_title") ??
      document.querySelector("h1")?.textContent?.trim() ??
      (document.title.trim() || null),
    publisher: meta("og:site_name", "citation_journal_title", "publisher"),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url"),
    authors: author && !/^https?:/.test(author) ? author.split(/\s*(?:,| and | и )\s*/) : null,
    date: isoDate(published?.replaceAll("/", "-")),
    language: document.documentElement.getAttribute("lang")?.slice(0, 2).toLowerCase() ?? null
  };
  for (const extra of document.querySelectorAll("script,style,noscript,nav,aside,footer,form,figcaption"))
    extra.remove();
  const whole = textOf(document);
  const content = new Readability(document as unknown as Document, { charThreshold: 200 }).parse()?.content;
  const body = content ? textOf(parseHTML(`<html><body>${content}</body></html>`).document) : "";
  // A page of one short paragraph is no article to Readability; then the whole page is read.
  return { ...identity, text: body.length > 200 ? body : whole };
}

const isoDate = (words: string | null | undefined): string | null => /\d{4}-\d{2}-\d{2}/.exec(words ?? "")?.[0] ?? null;

/** Marks of footnotes, which markdown-it leaves as they are; what a note says stays. */
const footnotes = /\[\^[^\]\s]+\]:?/g;

function fromMarkdown(markdown: string): Read {
  const [, front = "", body = markdown] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(markdown) ?? [];
  const said = (name: string): string | null =>
    new RegExp(`^${name}:\\s*["']?(.+?)["']?\\s*$`, "mi").exec(front)?.[1] ?? null;
  const { document } = parseHTML(
    `<html><body>${new MarkdownIt({ html: true }).render(body.replace(footnotes, ""))}</body></html>`
  );
  const text = textOf(document);
  return {
    text,
    title: said("title") ?? document.querySelector("h1")?.textContent ?? null,
    authors: said("authors?")?.split(/\s*,\s*/) ?? null,
    publisher: said("publisher"),
    url: said("url"),
    date: isoDate(said("date")),
    language: said("lang(?:uage)?")
  };
}

const languageOf = (text: string): string => {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin ? "ru" : "en";
};

/** The headline: a line that metadata repeats, or the first line that is no sentence and has text after it. */
function headlineOf(
  paragraphs: readonly string[],
  body: readonly { words: string; paragraph: number }[],
  copies: Article["copies"]
): string | null {
  const isHeadline = (words: string): boolean => words.length < 200 && !/[.,;:]\s*$/.test(words);
  const firsts = new Set(copies.map(({ of: [first] }) => first));
  const repeated = paragraphs.find((words, i) => firsts.has(i + 1) && words.length > 20 && isHeadline(words));
  if (repeated !== undefined) return repeated.trim();
  const letterhead = body.findIndex(
    ({ words }, i) =>
      i < 4 &&
      /^\s*(?:(?:press|news|media) (?:release|notice)|for immediate release|пресс-релиз)\s*:?\s*$/iu.test(words)
  );
  const [first, second] = body.slice(letterhead + 1).map(({ words }) => words.trim());
  // A quotation alone is a headline where no other follows it.
  const isQuotation = /^["“«][^"“”«».!?]{8,100}["”»]$/u.test(first ?? "") && !/^["“«]/.test(second ?? "");
  if (first === undefined || second === undefined || !isHeadline(first) || (isSentence(first) && !isQuotation))
    return null;
  // A list of highlights is no headline's text, and a small letter goes on with a line that was broken.
  return /^(?:[-–•*]|\p{Ll})/u.test(second) ? null : first;
}

/** A date that the first lines or a line of its own gives. */
function dateOf(paragraphs: readonly string[]): string | null {
  const iso = paragraphs
    .map((words) => /(?<!\d)(20\d{2}|19\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(words)?.[0])
    .find(Boolean);
  if (iso) return iso;
  const heads = paragraphs.filter((words, i) => words.length < 120 && (i < 6 || i > paragraphs.length - 4));
  for (const line of heads) {
    // "Received 4 June 2024; published 22 January 2025"; "the quarter ended 30 September" dates no publication.
    const words = line.replace(/^.*(?=(?:published|posted|опубликован)\P{L})/iu, "");
    // Only what is written in full, so that no date depends on today’s.
    const [found] = [...parseDates(words, new Date(0)), ...russianDates.parse(words, new Date(0))].filter(
      ({ text, index }) =>
        /\d{4}/.test(text) &&
        !/(?<!\p{L})(?:ended|ending|until|received|accepted|as at|as of)\s+$/iu.test(words.slice(0, index))
    );
    if (found?.start.isCertain("year") && found.start.isCertain("day")) {
      const { year, month, day } = {
        year: found.start.get("year"),
        month: found.start.get("month"),
        day: found.start.get("day")
      };
      return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    }
  }
  return null;
}
