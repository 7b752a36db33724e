import MarkdownIt from "markdown-it";
import { blanked, withoutCode } from "./violation.ts";

const markdown = MarkdownIt({ html: true });
/** What stands between the two lines of hyphens that begin a page. */
export const frontMatter = /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m;

/** A page's Markdown as tokens, without front matter, code and comments, each line where it was. */
export const markdownTokens = (text: string) => markdown.parse(blanked(withoutCode(text), [frontMatter]), {});

/** Where a line of a text begins. */
export const lineStart = (text: string, line: number): number =>
  text.split("\n", line).reduce((length, one) => length + one.length + 1, 0);

/** A fence that may name a block: what it names, what it says of it, and where it begins. */
export interface Fence {
  block: string;
  words: string[];
  content: string;
  /** Where its marks begin, and where its content does. */
  offset: number;
  inside: number;
}

/** The fences of a page, in lists and quotations too, but for code that is shown or run. */
export const fencesIn = (text: string): Fence[] =>
  markdownTokens(text).flatMap(({ type, map, markup, info, content }) => {
    const [block = "", ...words] = info.trim().split(/\s+/);
    if (type !== "fence" || !map || block === "") return [];
    const start = lineStart(text, map[0]);
    const offset = Math.max(text.indexOf(markup, start), start);
    return [{ block, words, content, offset, inside: lineStart(text, map[0] + 1) }];
  });
