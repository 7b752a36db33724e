/** A text in its parts: words, and the names of the slots between them. */
export type Part = { words: string } | { slot: string };

/** Parts of a text with slots: "wants {share}% of it" has words, a slot, and words again. */
export function slotsOf(text: string): Part[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, place): Part => (place % 2 === 1 ? { slot: part } : { words: part }))
    .filter((part) => !("words" in part) || part.words !== "");
}
