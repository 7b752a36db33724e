import type { Meaning } from "./lexicon.ts";

const letter = String.raw`[\p{L}\d]`;

/** The source of an expression with `\w` and `\b` as they are meant: letters of any script. */
const ofAnyScript = (source: string): string =>
  source
    .replace(/\[[^\]]*\]|\\w/g, (part) => (part === "\\w" ? "[\\p{L}\\d_]" : part.replaceAll("\\w", "\\p{L}\\d_")))
    .replaceAll("\\b", `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`);

export const pattern = (source: string, flags = "giu"): RegExp => new RegExp(ofAnyScript(source), flags);

export const alternatives = (meanings: Meaning<unknown>): string =>
  meanings.map(([source]) => source).join("|") || "(?!)";

/** The source of an expression for whole words only; "-" joins a word to the one before it. */
export const bounded = (source: string): string => `(?<!${letter}|${letter}-(?=[\\p{L}]))(?:${source})(?!${letter})`;

/** An expression without what it looks ahead to or back at. */
function withoutLooks(source: string): string {
  const at = source.search(/\(\?<?[=!]/);
  if (at < 0) return source;
  let depth = 0;
  for (let i = at; i < source.length; i++) {
    if (source[i - 1] === "\\") continue;
    if (source[i] === "(") depth++;
    if (source[i] === ")" && --depth === 0) return withoutLooks(source.slice(0, at) + source.slice(i + 1));
  }
  return source;
}

/** What words mean, by a list of expressions for whole words. */
export function meaningOf<T>(meanings: Meaning<T>): (words: string) => T | undefined {
  const known = meanings.map(([source, meaning]) => [pattern(`^(?:${withoutLooks(source)})$`, "iu"), meaning] as const);
  return (words) => known.find(([source]) => source.test(words))?.[1];
}

/** The text with every kind of space and dash as one, and as long as before. */
export const plain = (text: string): string =>
  text.replace(/[\u00a0\u2007\u2009\u202f\t]/g, " ").replace(/[‐‑‒–—−]/g, "-");

/**
 * What `matchAll` finds, in a list. That makes the expression anew for each text, which takes longer than looking through a
 * short one.
 */
export function matchesOf(text: string, source: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  source.lastIndex = 0;
  for (let match = source.exec(text); match; match = source.exec(text)) {
    if (match[0] === "") source.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
    found.push(match);
  }
  return found;
}
