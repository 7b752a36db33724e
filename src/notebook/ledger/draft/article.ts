import { Readability } from "@mozilla/readability";
import { detect } from "chardet";
import { parse as parseDates } from "chrono-node";
import { parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";
import { paragraphsOf } from "../verify-text.ts";

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
  outside: { paragraph: number; reason: string }[];
  /** Paragraphs that repeat others. */
  copies: { paragraph: number; of: number[] }[];
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
  const damagedCharacter = damaged(read.text);
  if (damagedCharacter !== null)
    notes.push(`The character “${damagedCharacter}” stands where an apostrophe or a dash was printed.`);
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
    damagedCharacter,
    outside,
    copies
  };
}

/** Decodes bytes: by their byte-order mark, as UTF-8 where they are that, by what HTML declares, else by the look of them. */
function decode(bytes: Uint8Array): { text: string; notes: string[] } {
  const as = (encoding: string, isStrict = false): string =>
    new TextDecoder(encoding, { fatal: isStrict }).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: as("utf-16le"), notes: ["The file is in UTF-16."] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: as("utf-16be"), notes: ["The file is in UTF-16."] };
  try {
    return { text: as("utf-8", true), notes: [] };
  } catch {
    const declared = /charset=["']?([\w-]+)/i.exec(new TextDecoder("latin1").decode(bytes.slice(0, 2048)))?.[1];
    for (const encoding of [declared, detect(bytes)])
      try {
        if (encoding && !/^utf-?8$/i.test(encoding))
          return { text: as(encoding), notes: [`The file is in ${encoding}, which was found by its look.`] };
      } catch {
        // An encoding that is not known here: the next guess.
      }
    return { text: as("utf-8"), notes: ["Some characters of the file could not be read and stand as “\ufffd”."] };
  }
}

/** The bytes that a single-byte encoding would have written, or undefined where it has no such character. */
function encoder(encoding: string): (text: string) => Uint8Array | undefined {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return (text) => {
    const encoded = Array.from(text, (character) => bytes.get(character));
    return encoded.includes(undefined) ? undefined : Uint8Array.from(encoded as number[]);
  };
}

/** UTF-8 that somebody read as something else ("â€™", "Ð¿Ñ€") becomes itself again, run by run, where that can be had. */
function repair(text: string): { text: string; notes: string[] } {
  let mended = text;
  for (const encoding of ["windows-1252", "windows-1251", "windows-874"]) {
    const encode = encoder(encoding);
    const runs =
      encoding === "windows-1251"
        ? /[РСВÐ][\u0080-\u00bf\u0400-\u04ff\u2010-\u2122]{1,3}/gu
        : /[\u00c2-\u00f4\u0e00-\u0e5b][\u0080-\uffff]{1,3}/gu;
    const repairedRun = (run: string): string | undefined => {
      for (let length = run.length; length > 1; length--) {
        const bytes = encode(run.slice(0, length));
        if (bytes === undefined) continue;
        try {
          return new TextDecoder("utf-8", { fatal: true }).decode(bytes) + run.slice(length);
        } catch {
          // Not UTF-8 at this length.
        }
      }
      return undefined;
    };
    const found = mended.match(runs) ?? [];
    // Ordinary Cyrillic holds such pairs too, few of which are UTF-8 by chance.
    const worked = found.filter((run) => repairedRun(run) !== undefined).length;
    if (worked >= 2 && worked / found.length > 0.8) mended = mended.replace(runs, (run) => repairedRun(run) ?? run);
  }
  return {
    text: mended,
    notes: mended === text ? [] : ["Its characters were damaged by a wrong encoding and were mended."]
  };
}

/** A foreign letter that stands inside words and where marks belong: what is left of a dash or an apostrophe. */
function damaged(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [, character = ""] of text.matchAll(
    /(?<=\p{Script=Latin})([^\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}\p{Cc}\p{M}])(?=\p{Script=Latin}|\s)/gu
  ))
    if (!/\p{Script=Cyrillic}/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] > 2 ? most[0] : null;
}

type Read = Pick<Article, "text" | "title" | "authors" | "publisher" | "url" | "date"> & { language: string | null };

const blocks = "p,h1,h2,h3,h4,h5,h6,li,blockquote,pre,td,th,dt,dd";

function textOf(root: { querySelectorAll(selector: string): Iterable<Element> }): string {
  return [...root.querySelectorAll(blocks)]
    .filter((block) => block.closest("figcaption") === null && block.querySelector(blocks) === null)
    .map((block) => (block.textContent ?? "").replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
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
    .map((script) => script.textContent ?? "")
    .join("\n");
  const published =
    meta("article:published_time", "datePublished", "date", "pubdate") ??
    /"datePublished"\s*:\s*"([^"]+)"/.exec(linked)?.[1] ??
    document.querySelector("time[datetime]")?.getAttribute("datetime");
  const author =
    meta("author", "article:author", "dc.creator") ?? /"author"[^}]*?"name"\s*:\s*"([^"]+)"/.exec(linked)?.[1];
  const identity = {
    title:
      meta("og:title", "twitter:title") ??
      document.querySelector("h1")?.textContent?.trim() ??
      (document.title.trim() || null),
    publisher: meta("og:site_name", "publisher"),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url"),
    authors: author && !/^https?:/.test(author) ? author.split(/\s*(?:,| and | и )\s*/) : null,
    date: published ? (/\d{4}-\d{2}-\d{2}/.exec(published)?.[0] ?? null) : null,
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

function fromMarkdown(markdown: string): Read {
  const [, front = "", body = markdown] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(markdown) ?? [];
  const said = (name: string): string | null =>
    new RegExp(`^${name}:\\s*["']?(.+?)["']?\\s*$`, "mi").exec(front)?.[1] ?? null;
  const { document } = parseHTML(`<html><body>${new MarkdownIt({ html: true }).render(body)}</body></html>`);
  const text = textOf(document);
  return {
    text,
    title: said("title") ?? document.querySelector("h1")?.textContent ?? null,
    authors: said("authors?")?.split(/\s*,\s*/) ?? null,
    publisher: said("publisher"),
    url: said("url"),
    date: /\d{4}-\d{2}-\d{2}/.exec(said("date") ?? "")?.[0] ?? null,
    language: said("lang(?:uage)?")
  };
}

const languageOf = (text: string): string => {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin ? "ru" : "en";
};

const isSentence = (words: string): boolean => /[.!?…»”"')]\s*$/.test(words) && words.split(/\s+/).length > 5;

/** The headline: a line that metadata repeats, or the first line that is no sentence and has text after it. */
function headlineOf(
  paragraphs: readonly string[],
  body: readonly { words: string; paragraph: number }[],
  copies: Article["copies"]
): string | null {
  const isHeadline = (words: string): boolean => words.length < 200 && !/[.,;:]\s*$/.test(words);
  const repeated = copies
    .map(({ of }) => paragraphs[(of[0] ?? 0) - 1] ?? "")
    .find((words) => words.length > 20 && isHeadline(words));
  if (repeated !== undefined) return repeated.trim();
  const [first, second] = body.map(({ words }) => words.trim());
  if (first === undefined || second === undefined || isSentence(first) || !isHeadline(first)) return null;
  // A list of highlights is no headline's text, and a small letter goes on with a line that was broken.
  return /^(?:[-–•*]|\p{Ll})/u.test(second) ? null : first;
}

/** A date that the first lines or a line of its own gives. */
function dateOf(paragraphs: readonly string[]): string | null {
  const iso = paragraphs
    .map((words) => /(?<!\d)(20\d{2}|19\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(words)?.[0])
    .find(Boolean);
  if (iso) return iso;
  const heads = paragraphs.filter((words, i) => words.length < 80 && (i < 6 || i > paragraphs.length - 4));
  for (const words of heads) {
    const [found] = parseDates(words);
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

/** What marks a line as no part of an article, and why. */
const marksOfOutside: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:https?:\/\/|www\.)\S+\s*$/i, "Web address as page metadata."],
  [/^\s*(?:date\s+)?\d{4}-\d{2}-\d{2}(?:[T\s][\d:+.Z]*)?(?:\s+https?:\S+)?\s*$/i, "Date as page metadata."],
  [/^\s*(?:\d{4}|\d{1,2}:\d{2})\s*$/, "Date as page metadata."],
  [/^\s*[\w.+-]+@[\w-]+\.[\w.]+\s*$/, "Address of the publisher."],
  [/^\s*\+?[\d\s()-]{7,}\s*$/, "Telephone number of the publisher."],
  [/^\s*[a-z]{2}[_-][A-Z]{2}\s*$/, "Language as page metadata."],
  [
    /^\s*(?:\d+\s+comments?|leave a (?:reply|comment).*|comments?|post a comment|комментари\p{L}*.*|\d+ комментари\p{L}*)\s*$/iu,
    "Form for comments."
  ],
  [
    /^\s*(?:share(?: (?:this|on).*)?|tweet|print|e-?mail|copy link|поделиться.*|печать|в закладки)\s*$/iu,
    "Navigation."
  ],
  [
    /^\s*(?:subscribe|sign up|newsletter|advertisement|sponsored|cookies?|accept all|log ?in|menu|search|skip to .*|подпи\p{L}+.*|реклама.*|войти|меню)\b.{0,80}$/iu,
    "Navigation."
  ],
  [/^\s*(?:©|\(c\)|copyright|all rights reserved|все права защищены).*/iu, "Notice of rights."],
  [
    /^\s*(?:photo|image|picture|credit|caption|illustration|фото|иллюстрация)\s*(?:by|credit)?\s*[:/©].*/iu,
    "Caption of a picture."
  ],
  [
    /^\s*(?:read (?:more|also|next)|related(?: (?:articles?|stories|news|posts))?|see also|more (?:on|from)|most (?:read|popular)|читайте также|по теме|ещ[её] по теме|другие новости|похожие)\b.{0,100}$/iu,
    "Link to another article."
  ],
  [/^\s*(?:tags?|keywords?|topics?|теги|темы|ключевые слова)\s*:.*/iu, "Keywords as page metadata."],
  [/^\s*#\p{L}[\p{L}\d_]*(?:\s+#\p{L}[\p{L}\d_]*)*\s*$/u, "Keywords as page metadata."]
];

/** Paragraphs that are navigation, metadata, captions, keywords or links to other articles. */
function outsideOf(paragraphs: readonly string[]): Article["outside"] {
  const outside = new Map<number, string>();
  paragraphs.forEach((words, i) => {
    const mark = marksOfOutside.find(([pattern]) => pattern.test(words));
    if (mark) outside.set(i + 1, mark[1]);
    const phrases = words.split(",");
    if (phrases.length > 4 && !/[.!?]/.test(words) && words === words.toLowerCase())
      outside.set(i + 1, "Keywords as page metadata.");
    if (/^(?:related|read (?:more|also)|see also|читайте также|по теме)/iu.test(words.trim()))
      for (let j = i + 1; j < paragraphs.length && !isSentence(paragraphs[j] ?? ""); j++)
        outside.set(j + 1, "Link to another article.");
  });
  // Tags stand one a line, several together, in small letters.
  const isTag = (words: string): boolean =>
    words.trim() === words.trim().toLowerCase() &&
    words.trim().split(/\s+/).length <= 3 &&
    !/[.!?:]$/.test(words.trim());
  for (let i = 0; i < paragraphs.length; i++) {
    let end = i;
    while (end < paragraphs.length && isTag(paragraphs[end] ?? "")) end++;
    if (end - i >= 3)
      for (let j = i; j < end; j++) if (!outside.has(j + 1)) outside.set(j + 1, "Keywords as page metadata.");
    i = Math.max(i, end);
  }
  return [...outside].map(([paragraph, reason]) => ({ paragraph, reason })).sort((a, b) => a.paragraph - b.paragraph);
}

/** Runs of five words, by which copies are known even where sentences were run together. */
function runsOf(words: string): string[] {
  const list = words
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
  return list.length < 5 ? [] : list.slice(4).map((_, i) => list.slice(i, i + 5).join(" "));
}

/** Paragraphs that repeat others: a pull quote, a headline given twice, a body run together as metadata. */
function copiesAmong(paragraphs: readonly string[]): Article["copies"] {
  const runs = paragraphs.map(runsOf);
  const places = new Map<string, Set<number>>();
  runs.forEach((list, i) => {
    for (const run of list) places.set(run, (places.get(run) ?? new Set()).add(i));
  });
  const copies = new Map<number, number[]>();
  /** How many runs each other paragraph shares with this one. */
  const sharedWith = (i: number): [number, number][] => {
    const shared = new Map<number, number>();
    for (const run of runs[i] ?? [])
      for (const place of places.get(run) ?? [])
        if (place !== i && !copies.has(place)) shared.set(place, (shared.get(place) ?? 0) + 1);
    return [...shared]
      .filter(([place, count]) => count >= Math.min(4, runs[place]?.length ?? 0))
      .sort((a, b) => a[0] - b[0]);
  };
  // First what was run together out of most: what it repeats is then known to be the text itself.
  const order = paragraphs.map((_, i) => i).sort((a, b) => sharedWith(b).length - sharedWith(a).length || a - b);
  for (const i of order) {
    const own = runs[i] ?? [];
    const shared = sharedWith(i);
    if (own.length === 0 || shared.length === 0) continue;
    const covered = own.filter((run) => shared.some(([place]) => places.get(run)?.has(place))).length / own.length;
    const isRunTogether = shared.length > 2;
    if (covered < (isRunTogether ? 0.5 : 0.8)) continue;
    const of = isRunTogether
      ? shared.map(([place]) => place)
      : [shared.reduce((most, one) => (one[1] >= most[1] ? one : most))[0]];
    // Of two that are alike the last stays; a part of a longer paragraph is the copy.
    const length = of.reduce((sum, place) => sum + (runs[place]?.length ?? 0), 0);
    if (isRunTogether || length > own.length || of.every((place) => place > i)) copies.set(i, of);
  }
  return [...copies]
    .map(([i, of]) => ({
      paragraph: i + 1,
      of: of
        .filter((place) => !copies.has(place))
        .map((place) => place + 1)
        .sort((a, b) => a - b)
    }))
    .sort((a, b) => a.paragraph - b.paragraph);
}
