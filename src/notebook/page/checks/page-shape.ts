import MarkdownIt from "markdown-it";
import { type Fault, suggest } from "../../ledger/fault.ts";
import { placesIn } from "../../ledger/parse-document.ts";
import type { Notebook } from "../notebook.ts";
import type { Page } from "../pages.ts";
import { blanked, type Gaps, type Violation, withoutCode } from "./violation.ts";

const markdown = MarkdownIt({ html: true });
const frontMatter = /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m;

/** A page's Markdown as tokens, without front matter, code and comments, each line where it was. */
export const markdownTokens = (text: string) => markdown.parse(blanked(withoutCode(text), [frontMatter]), {});

/** Where a line of a text begins. */
export const lineStart = (text: string, line: number): number =>
  text.split("\n", line).reduce((length, one) => length + one.length + 1, 0);

/** What is wrong with a page as a whole: its one heading, and the figures that its finding rests on. */
export function shapeFaults(
  { file, text }: Pick<Page, "file" | "text">,
  { figures }: Notebook,
  { story }: Gaps
): Fault[] {
  const placeOf = placesIn(text);
  const names = figures.map(({ name }) => name);
  const violations = [...headingViolations(text), ...(story ? restsOnViolations(text, names) : [])];
  return violations.map(({ offset, message, remedy }) => ({ file, ...placeOf(offset), message, remedy }));
}

/** A page has one heading of the first level, which tells a reader and every program that reads out what the page is. */
function headingViolations(text: string): Violation[] {
  const headings = markdownTokens(text).flatMap(({ type, tag, map, content }) =>
    (type === "heading_open" && tag === "h1") || (type === "html_block" && /<h1\b/i.test(content))
      ? [lineStart(text, map?.[0] ?? 0)]
      : []
  );
  // The page of a source is headed by its title.
  const isHeaded = headings.length > 0 || /^```source-records/m.test(text);
  const lacking: Violation = {
    offset: frontMatter.exec(text)?.[0].length ?? 0,
    message: "the page has no heading of the first level",
    remedy: "begin it with `# ` and what it finds"
  };
  return [
    ...(isHeaded ? [] : [lacking]),
    ...headings.slice(1).map((offset) => ({
      offset,
      message: "this is the page’s second heading of the first level",
      remedy: "write `## `, or make it a page of its own"
    }))
  ];
}

/** Figures that the front matter rests on and nobody drew. */
function restsOnViolations(text: string, known: readonly string[]): Violation[] {
  const [matter = ""] = frontMatter.exec(text) ?? [];
  const [list = ""] = /^rests_on:.*(?:\n[ \t]+.*)*/m.exec(matter) ?? [];
  const start = matter.indexOf(list) + "rests_on:".length;
  return [...list.slice("rests_on:".length).matchAll(/[\w-]*\w/g)].flatMap(({ index, 0: name }) =>
    known.includes(name)
      ? []
      : [
          {
            offset: start + index,
            message: `no figure is called "${name}"`,
            remedy: suggest(name, known, "src/figures/")
          }
        ]
  );
}
