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
 * finding but its numbers. So a finding that stays is to be read again where a title that it rests on did not.
 */
export function rewrittenFindings(
  { file, path, text, restsOn }: Pick<Page, "file" | "path" | "text" | "restsOn">,
  notebook: Notebook,
  now: Findings,
  accepted: Findings,
  code: string
): Fault[] {
  const place = (offset: number) => ({ file, line: text.slice(0, offset).split("\n").length, column: 1 });
  const fault = (offset: number, what: string, after: string, before: string): Fault => {
    const [was, is] = changedPart(before, after, roomForBoth - file.length - what.length);
    return {
      ...place(offset),
      message: `the data have rewritten ${what}: it was “${was}” and is now “${is}”`,
      remedy: "if that is right, run npm run accept"
    };
  };
  /** The title before and after, where the data have rewritten it. */
  const rewritten = (name: string): { before: string; after: string } | undefined => {
    const [before, after] = [accepted.figures[name], now.figures[name]];
    if (before === undefined || after === undefined || before === after) return undefined;
    const isTyped = code.includes(after) && !code.includes(before);
    return isTyped ? undefined : { before, after };
  };
  const titles = [...text.matchAll(/^```figure[ \t]+(\S+)/gm)].flatMap(({ index, 1: name = "" }) => {
    const title = rewritten(name);
    return title ? [fault(index, `the title of figure ${name}`, title.after, title.before)] : [];
  });
  const known = accepted.pages[path] ?? {};
  const lines = [...text.matchAll(findingLines)].flatMap(({ index, 0: line }) => {
    const before = findTokens(line).reduceRight((words, { start, end }) => {
      const token = line.slice(start, end);
      return words.slice(0, start) + (known[token] ?? token) + words.slice(end);
    }, line);
    const said = (words: string): string =>
      expandTokens(words, notebook)
        .replace(/^(?:finding:\s*|# )/, "")
        .replace(/^"(.*)"$/, "$1");
    const [was, is] = [said(before), said(line)];
    const isHeading = line.startsWith("#");
    if (was !== is) return [fault(index, `the ${isHeading ? "heading" : "finding"} of this page`, is, was)];
    const grounds = isHeading ? [] : restsOn.filter(rewritten);
    if (grounds.length === 0) return [];
    const figures = `${grounds.length === 1 ? "figure" : "figures"} ${grounds.join(", ")}`;
    return [
      {
        ...place(index),
        message: `the finding of this page stays as it was, and the data have rewritten what it rests on: the title of ${figures}`,
        remedy: "read it again; if it still holds, run npm run accept"
      }
    ];
  });
  return [...titles, ...lines];
}
