import { hasAll, termsOf } from "./find-words.ts";
import { type Facet, facets, type ShownPosition } from "./read-positions.ts";

/** What the reader asks for: a value for each facet, or "" for any; words to find; an order of the speakers. */
export type Wish = Record<Facet | "find" | "order", string>;

type Asked = Omit<ShownPosition, "item" | "speaker">;

export const anything: Wish = {
  find: "",
  topic: "",
  stance: "",
  voice: "",
  kind: "",
  for: "",
  country: "",
  outlet: "",
  order: ""
};

/** The positions that fit a wish in everything. */
export function fitting<Position extends Asked>(positions: readonly Position[], wish: Wish): Position[] {
  const terms = termsOf(wish.find);
  return positions.filter(
    (position) =>
      facets.every((facet) => wish[facet] === "" || position[facet] === wish[facet]) &&
      hasAll(position.paraphrase, terms)
  );
}

/** How many positions a facet's values would leave if the rest of the wish stands. */
export function countsOf(positions: readonly Asked[], wish: Wish, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const position of fitting(positions, { ...wish, [facet]: "" }))
    counts.set(position[facet], (counts.get(position[facet]) ?? 0) + 1);
  return counts;
}

/** Whether a wish leaves something out; an order alone does not. */
export const narrows = (wish: Wish): boolean => Boolean(wish.find || facets.some((facet) => wish[facet]));
