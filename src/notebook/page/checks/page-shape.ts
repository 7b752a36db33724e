import { type Fault, suggest } from "../../ledger/fault.ts";
import { placesIn } from "../../ledger/parse-document.ts";
import type { Notebook } from "../notebook.ts";
import type { Page } from "../pages.ts";
import { frontMatter, lineStart, markdownTokens } from "./markdown-source.ts";
import { markupViolations } from "./page-markup.ts";
import type { Gaps, Violation } from "./violation.ts";

/** What is wrong with a page as a whole: its one heading, its raw HTML, and the figures that its finding rests on. */
export function shapeFaults(
  { file, text }: Pick<Page, "file" | "text">,
  { figures }: Notebook,
  { unreadCode }: Gaps
): Fault[] {
  const placeOf = placesIn(text);
  const names = figures.map(({ name }) => name);
  const violations = [
    ...headingViolations(text),
    ...markupViolations(text),
    ...restsOnViolations(text, names, unreadCode)
  ];
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
function restsOnViolations(text: string, known: readonly string[], unreadCode: ReadonlySet<string>): Violation[] {
  const [matter = ""] = frontMatter.exec(text) ?? [];
  const [list = ""] = /^rests_on:.*(?:\n[ \t]+.*)*/m.exec(matter) ?? [];
  const start = matter.indexOf(list) + "rests_on:".length;
  return [...list.slice("rests_on:".length).matchAll(/[\w-]*\w/g)].flatMap(({ index, 0: name }) =>
    known.includes(name) || unreadCode.has(`src/figures/${name}.ts`)
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
