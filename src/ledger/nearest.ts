import { closest, distance } from "fastest-levenshtein";

/** The known word nearest to a mistyped one, or undefined if none is near enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(word, known);
  return distance(word, candidate) <= Math.max(2, Math.ceil(word.length * 0.4)) ? candidate : undefined;
}

/** A remedy for an unknown word: the nearest known one, else where to add it. */
export function suggest(word: string, known: readonly string[], home: string): string {
  const candidate = nearest(word, known);
  return candidate ? `did you mean "${candidate}"?` : `use one that ${home} knows, or add it there`;
}
