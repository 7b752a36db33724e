import { pattern } from "./patterns.ts";

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A word as its stem, so that "production" is found by "produces" and «добыча» by «добычи». */
export const stemOf = (word: string): string => (word.length > 5 ? word.slice(0, Math.max(5, word.length - 3)) : word);

/** A cue as the source of an expression: an abbreviation is a word in capitals, all else begins one in any case. */
export const cueSource = (cue: string): string =>
  /^\p{Lu}{2,4}$/u.test(cue)
    ? `${cue}s?(?!\\p{L})`
    : escaped(cue)
        .replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
        .replace(/['’]/g, "['’]");

/** Words that begin with one of these sources. */
export const cued = (cues: readonly string[], flags = "gu"): RegExp =>
  pattern(`(?<!\\p{L})(?:${cues.join("|")})`, flags);

/** What points to a term in a text: the cues that it lists, and the words of its label. */
export function cuesOf(
  { label, cues = [] }: { label: string; cues?: string[] | undefined },
  byEachWord = true
): RegExp {
  const own = (byEachWord ? label : "")
    .split(/[^\p{L}\d-]+/u)
    // A year that is named beside an amount says when it was, not what it is.
    .filter((word) => word.length > 2 && !/^(?:the|and|for|its|per|not|years?)$/i.test(word))
    .map((word) => (word.length > 3 ? cueSource(stemOf(word)) : `${cueSource(word)}(?!\\p{L})`));
  return cued([cueSource(label), ...(cues.length > 0 ? cues.map(cueSource) : own)]);
}
