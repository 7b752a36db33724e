import { Parser } from "htmlparser2";
import type { Notebook } from "./notebook.ts";
import type { Page } from "./pages.ts";
import { expandTokens } from "./tokens.ts";

/** A page as search knows it. */
export interface PageOutline {
  /** `/harvest`. */
  path: string;
  name: string;
  /** What the page says, a section at a time; the first stands before the first heading and has neither id nor heading. */
  sections: readonly OutlinedSection[];
}

export interface OutlinedSection {
  id: string;
  heading: string;
  text: string;
}

/** Drawings, controls and lists of records are no text to be found; the records are. */
const notText = {
  tags: new Set(["svg", "table", "script", "style", "noscript", "form"]),
  classes: new Set(
    `actions data drawings vh chapters sources axis strip-key told comparisons timeline records source-entries data-table
     evidence-list imprint term-cards page-sources next all-headings switches`.split(/\s+/)
  )
};

const blocks = new Set(["p", "li", "dt", "dd", "h1", "h3", "h4"]);

/** The text of a page's body by sections, as a reader comes through it. */
export function outlineOf(html: string): OutlinedSection[] {
  const sections: OutlinedSection[] = [{ id: "", heading: "", text: "" }];
  /** What is open, and whether it or something around it is no text. */
  const open: { tag: string; isSilent: boolean; isVerdict: boolean }[] = [];
  let inHeading = false;
  const say = (text: string): void => {
    const section = sections.at(-1);
    if (!section) return;
    if (inHeading) section.heading += text;
    else section.text += text;
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      const around = open.at(-1);
      const classes = (attributes.class ?? "").split(/\s+/);
      const isVerdict = around?.isVerdict || classes.includes("verdict");
      const isSilent =
        around?.isSilent ||
        notText.tags.has(tag) ||
        "popover" in attributes ||
        classes.some((name) => notText.classes.has(name)) ||
        (isVerdict && tag === "a");
      open.push({ tag, isSilent, isVerdict });
      if (tag !== "h2" || isSilent || attributes.id === undefined) return;
      sections.push({ id: attributes.id, heading: "", text: "" });
      inHeading = true;
    },
    ontext(text) {
      if (!open.at(-1)?.isSilent) say(text);
    },
    onclosetag(tag) {
      const closed = open.pop();
      if (tag === "h2") inHeading = false;
      else if (blocks.has(tag) && !closed?.isSilent) say(" ");
    }
  });
  parser.end(html);
  return sections.map(({ id, heading, text }) => ({ id, heading: plain(heading), text: plain(text) }));
}

/** The pages that search finds, with what each says. */
export const outlines = (notebook: Notebook, sectionsOf: (page: Page) => readonly OutlinedSection[]): PageOutline[] =>
  notebook.site.pages
    .filter(({ aside, hidden }) => !aside && !hidden)
    .map((page) => ({ path: page.path, name: expandTokens(page.title, notebook), sections: sectionsOf(page) }));

const plain = (text: string): string => text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();
