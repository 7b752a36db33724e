import { Tokenizer } from "htmlparser2";
import { lineStart, markdownTokens } from "./markdown-source.ts";

interface Attribute {
  name: string;
  value: string;
  /** Where its name stands in the page, and where its value does. */
  offset: number;
  inside: number;
}

/** A tag of a page's raw HTML, and where it stands in the page. */
export interface Tag {
  name: string;
  closes: boolean;
  /** `<path/>`: it opens nothing. */
  isWhole: boolean;
  attributes: readonly Attribute[];
  offset: number;
}

/** The tags of a page's raw HTML, in blocks of it and within lines, in their order. */
export function tagsOf(text: string): Tag[] {
  return markdownTokens(text).flatMap(({ type, map, children, content }) => {
    if (!map) return [];
    let from = lineStart(text, map[0]);
    const tagsIn = (html: string): Tag[] => {
      const start = Math.max(text.indexOf(html.split("\n", 1)[0] ?? "", from), from);
      from = start + (html.includes("\n") ? 0 : html.length);
      return outsideCode(readTags(html, start));
    };
    if (type === "html_block") return tagsIn(content);
    return (children ?? []).flatMap((child) => (child.type === "html_inline" ? tagsIn(child.content) : []));
  });
}

/**
 * The tags of a piece of HTML that begins at `start`. Markdown cuts HTML where it likes, so that a parser, which wants the whole of it,
 * would make up ends that nobody wrote.
 */
function readTags(html: string, start: number): Tag[] {
  const tags: Tag[] = [];
  let tag: { name: string; closes: boolean; isWhole: boolean; attributes: Attribute[]; offset: number };
  let attribute: Attribute;
  const begin = (closes: boolean, from: number, end: number): void => {
    const name = html.slice(from, end).toLowerCase();
    tag = { name, closes, isWhole: false, attributes: [], offset: start + from - (closes ? 2 : 1) };
    tags.push(tag);
  };
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname: (from, end) => begin(false, from, end),
      onclosetag: (from, end) => begin(true, from, end),
      onattribname(from, end) {
        const name = html.slice(from, end).toLowerCase();
        attribute = { name, value: "", offset: start + from, inside: start + end };
        tag.attributes.push(attribute);
      },
      onattribdata(from, end) {
        if (attribute.value === "") attribute.inside = start + from;
        attribute.value += html.slice(from, end);
      },
      onattribentity(codepoint) {
        attribute.value += String.fromCodePoint(codepoint);
      },
      onselfclosingtag() {
        tag.isWhole = true;
      },
      onattribend: nothing,
      onopentagend: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontext: nothing,
      ontextentity: nothing
    }
  );
  tokenizer.write(html);
  tokenizer.end();
  return tags;
}

/** What stands in code is shown, and is no part of the page. */
function outsideCode(tags: readonly Tag[]): Tag[] {
  let code: string | undefined;
  return tags.filter(({ name, closes }) => {
    if (code !== undefined && !(closes && name === code)) return false;
    code = !closes && /^(?:pre|code)$/.test(name) ? name : undefined;
    return true;
  });
}
