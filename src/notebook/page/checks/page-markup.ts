import { type Tag, tagsOf } from "./html-tags.ts";
import { fencesIn, lineStart, markdownTokens } from "./markdown-source.ts";
import type { Violation } from "./violation.ts";

/** What needs no end, and what HTML lets end where the next begins. */
const voids = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const endsItself = new Set("p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp".split(" "));

/** What the policy of every page keeps from working, or from being fetched. */
const refusedTags: Readonly<Record<string, string>> = {
  script: "write it in a live cell, a fence with `js`",
  iframe: "write a link to it",
  object: "write a link to it",
  embed: "write a link to it",
  base: "write links from the notebook’s root: ./harvest"
};

/**
 * What is wrong with a page's raw HTML: tags that do not fit together, what the page's security policy would block, and places
 * of one name, of which a link would find only the first.
 */
export function markupViolations(text: string): Violation[] {
  const tags = tagsOf(text);
  return [
    ...misfits(tags),
    ...tags.filter(({ closes }) => !closes).flatMap(blocked),
    ...remoteImages(text),
    ...sharedPlaces(text, tags)
  ];
}

/** Tags that nothing closes, or that close what is not open. */
function misfits(tags: readonly Tag[]): Violation[] {
  const open: Tag[] = [];
  const found: Violation[] = [];
  for (const [at, tag] of tags.entries()) {
    const { name, closes, isWhole, offset } = tag;
    if (!closes) {
      if (!voids.has(name) && !isWhole) open.push(tag);
      continue;
    }
    const place = open.findLastIndex((one) => one.name === name);
    if (place < 0) {
      found.push({ offset, message: `this </${name}> closes nothing`, remedy: `drop it, or open <${name}> before it` });
      continue;
    }
    for (const inner of open.splice(place).slice(1)) {
      if (endsItself.has(inner.name)) continue;
      const endsLate = tags.slice(at).some((later) => later.closes && later.name === inner.name);
      found.push(endsLate ? endsOutside(inner, name) : unclosed(inner));
      // Its own end, which comes too late, is no second fault.
      if (endsLate) open.push(inner);
    }
  }
  return [...found, ...open.filter(({ name }) => !endsItself.has(name)).map(unclosed)];
}

const unclosed = ({ name, offset }: Tag): Violation => ({
  offset,
  message: `nothing closes this <${name}>`,
  remedy: `add </${name}> where it ends`
});

const endsOutside = ({ name, offset }: Tag, outer: string): Violation => ({
  offset,
  message: `this <${name}> ends after the <${outer}> that it begins in`,
  remedy: `close it before </${outer}>`
});

/** Handlers, scripts and what comes from other hosts. */
function blocked(tag: Tag): Violation[] {
  const { name, attributes, offset } = tag;
  const remedy = refusedTags[name];
  if (remedy !== undefined && !isData(tag))
    return [{ offset, message: `the page’s security policy blocks <${name}>`, remedy }];
  return attributes.flatMap((attribute) => {
    if (/^on[a-z]+$/.test(attribute.name)) return [handler(attribute.name, attribute.offset)];
    if (/^(?:href|action)$/.test(attribute.name) && /^\s*javascript:/i.test(attribute.value))
      return [scriptAddress(attribute.inside)];
    if (attribute.name === "src" && isElsewhere(attribute.value))
      return [fromElsewhere(attribute.value, attribute.inside)];
    return [];
  });
}

const isElsewhere = (address: string): boolean => /^(?:https?:)?\/\//i.test(address);

const handler = (name: string, offset: number): Violation => ({
  offset,
  message: `the page’s security policy blocks "${name}"`,
  remedy: "make the element in a live cell, and give it the function there"
});

const scriptAddress = (offset: number): Violation => ({
  offset,
  message: "the page’s security policy blocks a script in an address",
  remedy: "lead somewhere, or make the element in a live cell"
});

/** What comes from another host is blocked: a page is whole without a network. */
const fromElsewhere = (address: string, offset: number): Violation => ({
  offset,
  message: `the page’s security policy blocks "${address}", which lies on another host`,
  remedy: "put the file beside the page, or write a link to it"
});

/** Pictures of Markdown that lie on another host. */
const remoteImages = (text: string): Violation[] =>
  markdownTokens(text).flatMap(({ map, children }) =>
    (children ?? []).flatMap((child) => {
      const address = child.type === "image" ? (child.attrGet("src") ?? "") : "";
      if (!isElsewhere(address) || !map) return [];
      return [fromElsewhere(address, Math.max(text.indexOf(address, lineStart(text, map[0])), 0))];
    })
  );

/** Headings of the same words, and elements, figures and models of the same name. */
function sharedPlaces(text: string, tags: readonly Tag[]): Violation[] {
  const tokens = markdownTokens(text);
  const headings = tokens.flatMap(({ type, map }, at) => {
    const words = tokens[at + 1]?.content ?? "";
    return type === "heading_open" && map ? [{ id: placeName(words), offset: lineStart(text, map[0]), words }] : [];
  });
  const named = tags.flatMap(({ attributes, closes, offset }) => {
    const id = attributes.find(({ name }) => name === "id")?.value;
    return id === undefined || closes ? [] : [{ id, offset, words: undefined }];
  });
  const drawn = fencesIn(text).flatMap(({ block, words: [name], offset }) =>
    name !== undefined && /^(?:figure|model)$/.test(block) ? [{ id: name, offset, words: undefined }] : []
  );
  const seen = new Map<string, string | undefined>();
  return [...headings, ...drawn, ...named].flatMap(({ id, offset, words }) => {
    if (!seen.has(id)) {
      seen.set(id, words);
      return [];
    }
    const isDrawn = words === undefined && drawn.some((one) => one.offset === offset) && seen.get(id) === undefined;
    // A figure that stands twice is told by itself.
    if (isDrawn || id === "") return [];
    const what =
      words === undefined ? `"${id}" names a place of this page already` : "this heading stands twice on its page";
    return [{ offset, message: what, remedy: "give one of the two other words: a link finds the first alone" }];
  });
}

/** What a heading's place is called, near enough to tell which are called alike. */
const placeName = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** A script that is none: data for programs. */
const isData = ({ name, attributes }: Tag): boolean =>
  name === "script" && attributes.some((one) => one.name === "type" && /^application\//i.test(one.value));
