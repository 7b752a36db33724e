import { diffArrays } from "diff";

/** Words that both texts have, that only the first has, or only the second. */
export interface Part {
  words: string;
  of: "both" | "before" | "after";
}

const wordsOf = (text: string): string[] => text.split(/(\s+)/);

/** Two texts side by side, word by word: a number is one word, whatever stands in it. */
export const partsOf = (before: string, after: string): Part[] =>
  diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    words: value.join(""),
    of: added ? "after" : removed ? "before" : "both"
  }));

/** What two texts have in common, cut to the words next to what they have not. */
export function withContext(parts: readonly Part[], context: number): Part[] {
  return parts.map((part, place) => {
    if (part.of !== "both") return part;
    const words = wordsOf(part.words);
    // Words and the spaces between them take turns.
    const [first, last] = [place === 0, place === parts.length - 1];
    const kept = 2 * context;
    if (words.length <= (first || last ? kept : 2 * kept) + 3) return part;
    const start = first ? "" : words.slice(0, kept).join("");
    const end = last ? "" : words.slice(words.length - kept).join("");
    return { ...part, words: first ? `…${end}` : last ? `${start}…` : `${start}…${end}` };
  });
}

/**
 * Both texts, or of long ones the parts that differ with as many words around them as there is room for: what changed is
 * never what is left out.
 */
export function changedPart(before: string, after: string, room: number): [string, string] {
  const parts = partsOf(before, after);
  const side = (some: readonly Part[], of: Part["of"]): string =>
    some
      .filter((part) => part.of === "both" || part.of === of)
      .map(({ words }) => words)
      .join("");
  const sides = (some: readonly Part[]): [string, string] => [side(some, "before"), side(some, "after")];
  const fits = ([one, other]: [string, string]): boolean => one.length + other.length <= room;
  const whole = sides(parts);
  if (fits(whole)) return whole;
  const cut = [6, 5, 4, 3, 2, 1].map((context) => sides(withContext(parts, context)));
  return cut.find(fits) ?? sides(withContext(parts, 1));
}
