import { z } from "zod";
import type { Fault } from "../../ledger/fault.ts";
import type { Notebook } from "../notebook.ts";
import type { Page } from "../pages.ts";
import { expandTokens, findTokens, isTermToken } from "../tokens.ts";
import { changedPart } from "./changed-part.ts";

/** What figures and pages found when somebody last looked: `data/findings.json`, which `npm run accept` writes. */
export const acceptedFindings = z.strictObject({
  /** Each figure's title. */
  figures: z.record(z.string(), z.string()),
  /** Of each page, what the tokens of its finding and its heading said, by the token. */
  pages: z.record(z.string(), z.record(z.string(), z.string()))
});

export type Findings = z.infer<typeof acceptedFindings>;

/** What a page finds: its finding in the front matter and its heading, each where it stands. */
const findingLines = /^(?:finding:|# ).*$/gm;

/** The words of each token of a text, by the token. */
const tokenWords = (text: string, notebook: Notebook): [string, string][] =>
  findTokens(text).flatMap(({ id, start, end }): [string, string][] => {
    const token = text.slice(start, end);
    return isTermToken(id) ? [] : [[token, expandTokens(token, notebook)]];
  });

/** What the figures and pages find now. A figure that cannot be made, which the check tells of, finds nothing. */
export function findingsOf(notebook: Notebook): Findings {
  const titles = notebook.figures.flatMap((figure): [string, string][] => {
    try {
      return [[figure.name, figure.words(figure.select(notebook.tables)).title]];
    } catch {
      return [];
    }
  });
  const pages = notebook.site.pages.flatMap(({ path, text }): [string, Record<string, string>][] => {
    const words = [...text.matchAll(findingLines)].flatMap(([line]) => tokenWords(line, notebook));
    return words.length === 0 ? [] : [[path, Object.fromEntries(words)]];
  });
  return { figures: Object.fromEntries(titles), pages: Object.fromEntries(pages) };
}

/** Whether the data bear out what a figure says. */
export function isBorneOut(figure: Notebook["figures"][number], { tables }: Notebook): boolean {
  try {
    return figure.doubts(figure.select(tables)).length === 0;
  } catch {
    return false;
  }
}

/** How many titles and tokens nobody has accepted yet: a change of theirs would go unseen. */
export function unaccepted(now: Findings, accepted: Findings): number {
  const missing = (some: object, known: object = {}) => Object.keys(some).filter((key) => !(key in known)).length;
  return (
    missing(now.figures, accepted.figures) +
    Object.entries(now.pages).reduce((sum, [path, words]) => sum + missing(words, accepted.pages[path]), 0)
  );
}

/** What a fault's line leaves to the words before and after, beside its file and what was rewritten. */
const roomForBoth = 204;

/**
 * Findings that the data have rewritten since they were accepted, at the places where they stand. Words that an author types
 * are the author's: a title that stands in the figures' code where the accepted one no longer does, and all of a page's
 * finding but its numbers.
 */
export function rewrittenFindings(
  { file, path, text }: Pick<Page, "file" | "path" | "text">,
  notebook: Notebook,
  now: Findings,
  accepted: Findings,
  code: string
): Fault[] {
  const fault = (offset: number, what: string, after: string, before: string): Fault => {
    const [was, is] = changedPart(before, after, roomForBoth - file.length - what.length);
    return {
      file,
      line: text.slice(0, offset).split("\n").length,
      column: 1,
      message: `the data have rewritten ${what}: it was “${was}” and is now “${is}”`,
      remedy: "if that is right, run npm run accept"
    };
  };
  const titles = [...text.matchAll(/^```figure[ \t]+(\S+)/gm)].flatMap(({ index, 1: name = "" }) => {
    const [before, after] = [accepted.figures[name], now.figures[name]];
    if (before === undefined || after === undefined || before === after) return [];
    const isTyped = code.includes(after) && !code.includes(before);
    return isTyped ? [] : [fault(index, `the title of figure ${name}`, after, before)];
  });
  const known = accepted.pages[path] ?? {};
  const lines = [...text.matchAll(findingLines)].flatMap(({ index, 0: line }) => {
    const before = findTokens(line).reduceRight((words, { start, end }) => {
      const token = line.slice(start, end);
      return words.slice(0, start) + (known[token] ?? token) + words.slice(end);
    }, line);
    const [was, is] = [before, line].map((words) =>
      expandTokens(words, notebook)
        .replace(/^(?:finding:\s*|# )/, "")
        .replace(/^"(.*)"$/, "$1")
    );
    const what = line.startsWith("#") ? "the heading of this page" : "the finding of this page";
    return was === is ? [] : [fault(index, what, is ?? "", was ?? "")];
  });
  return [...titles, ...lines];
}
