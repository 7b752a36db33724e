import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Fault, suggest } from "../ledger/fault.ts";
import { placesIn } from "../ledger/parse-document.ts";
import { readText } from "../ledger/read-text.ts";
import type { Page } from "./pages.ts";

/** The list of a notebook's changes, from the project's root. */
export const changesFile = "docs/changes.md";

/** What one day brought: the Markdown under a heading such as `## 2026-11-22`. */
export interface Update {
  day: string;
  text: string;
}

/** What a page once showed that was wrong, and what is right: a line under `## Corrections`, in Markdown. */
export interface Correction {
  /** What links to it end in; a correction that comes later on the same day and page has a number. */
  id: string;
  day: string;
  /** The path of the page. */
  path: string;
  shown: string;
  right: string;
}

/** A notebook's dated changes, newest first. */
export interface Changes {
  updates: readonly Update[];
  corrections: readonly Correction[];
}

export const noChanges: Changes = { updates: [], corrections: [] };

const form = "`- 2026-01-31 src/page.md Shown: what was wrong. Right: what is right.`";

/** Reads the dated entries of `docs/changes.md` of the project at `root`; a notebook without that file has none. */
export function readChanges(root: string, pages: readonly Page[]): { changes: Changes; faults: Fault[] } {
  if (!existsSync(join(root, changesFile))) return { changes: noChanges, faults: [] };
  const { text, fault } = readText(root, changesFile);
  if (fault) return { changes: noChanges, faults: [{ file: changesFile, ...fault }] };
  return parseChanges(text.replaceAll("\r\n", "\n"), pages);
}

/** The same of a text. Headings without a date, such as `## Unreleased`, are for whoever reads the file itself. */
export function parseChanges(text: string, pages: readonly Page[]): { changes: Changes; faults: Fault[] } {
  const updates: Update[] = [];
  const corrections: Correction[] = [];
  const faults: Fault[] = [];
  const placeIn = placesIn(text);
  const fault = (offset: number, message: string, remedy: string): void => {
    faults.push({ file: changesFile, ...placeIn(offset), message, remedy });
  };
  const isDay = (day: string, offset: number): boolean => {
    if (isCalendarDay(day)) return true;
    fault(offset, `"${day}" is no day of the calendar`, "write year, month and day, as in 2026-01-31");
    return false;
  };
  for (const { 0: whole, 1: heading = "", 2: content = "", index } of text.matchAll(sections)) {
    if (heading === "Corrections") {
      const start = index + whole.length - content.length;
      for (const { 0: item, index: at } of content.matchAll(items)) {
        const [, before = "", day = "", gap = "", file = "", , shown, right] = correctionLine.exec(item) ?? [];
        const offset = start + at;
        if (shown === undefined || right === undefined)
          fault(offset, "this is no correction of a page", `write ${form}`);
        else {
          const page = pages.find((candidate) => candidate.file === file);
          const isDated = isDay(day, offset + before.length);
          if (!page)
            fault(
              offset + before.length + day.length + gap.length,
              `no page is written in "${file}"`,
              suggest(
                file,
                pages.map((known) => known.file),
                "src/"
              )
            );
          else if (isDated) {
            const name = `${day}-${page.path === "/" ? "index" : page.path.slice(1).replace(/\W+/g, "-")}`;
            const earlier = corrections.filter((one) => one.path === page.path && one.day === day).length;
            const id = earlier === 0 ? name : `${name}-${earlier + 1}`;
            corrections.push({ id, day, path: page.path, shown: inLine(shown), right: inLine(right) });
          }
        }
      }
    } else if (/^\d/.test(heading) && isDay(heading, index + 3)) {
      if (updates.some(({ day }) => day === heading))
        fault(index + 3, `${heading} has a heading already`, "put its changes under one");
      else updates.push({ day: heading, text: content.trim() });
    }
  }
  return { changes: { updates: newestFirst(updates), corrections: newestFirst(corrections) }, faults };
}

/** Each section of the second level: its heading and what stands under it. */
const sections = /^## (.*?)[ \t]*\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm;

/** Each item of a list with the lines that go on with it. */
const items = /^[-*+] .*(?:\n[ \t]+\S.*)*/gm;

const correctionLine = /^([-*+]\s+)(\S+?)(,?\s+`?)([^\s`]+?)(`?[.,:]?\s+)Shown:\s+([\s\S]+?)\s+Right:\s+([\s\S]+)$/;

const inLine = (words: string): string => words.trim().replace(/\s+/g, " ");

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const newestFirst = <Dated extends { day: string }>(entries: readonly Dated[]): Dated[] =>
  [...entries].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
