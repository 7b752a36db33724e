import { bothSides } from "../kit/stances.ts";
import { addressKeys } from "../page/addresses.ts";
import { type Facet, facets, type ShownPosition, type ShownSpeaker } from "./shown-positions.ts";

/** Where in a text a word begins with one of the terms: start and end of each match, in order. */
export function matches(text: string, terms: readonly string[]): [start: number, end: number][] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }) => {
    const found = terms.filter((term) => plain(word).startsWith(term));
    return found.length === 0 ? [] : [[index, index + Math.max(...found.map(({ length }) => length))]];
  });
}

/** Whether each of the terms begins some word of the text. */
export const hasAll = (text: string, terms: readonly string[]): boolean =>
  terms.every((term) => matches(text, [term]).length > 0);

/** What a reader types, as the words to look for. */
export const termsOf = (query: string): string[] => [...query.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => plain(word));

const plain = (word: string): string => word.toLocaleLowerCase("en");

/** What the address says of a query. */
export const keys = addressKeys.find;

/** What the reader looks for: words, a value for each facet, an order of the speakers; "" for any. */
export type Query = Readonly<Record<(typeof keys)[number], string>>;

type Described = Omit<ShownPosition, "item" | "speaker"> & { speaker: Pick<ShownSpeaker, "name" | "native"> };

export const emptyQuery = Object.fromEntries(keys.map((key) => [key, ""])) as Query;

/** The positions that match a query in everything. */
export function matching<Position extends Described>(positions: readonly Position[], query: Query): Position[] {
  const terms = termsOf(query.find);
  return positions.filter(
    (position) =>
      facets.every((facet) => query[facet] === "" || position[facet] === query[facet]) &&
      (terms.length === 0 || hasAll(wordsOf(position), terms))
  );
}

/** What comes nearest where nothing matches: what holds the words without the other choices, else most of them, or how they begin. */
export function nearest<Position extends Described>(positions: readonly Position[], query: Query): Position[] {
  const withWords = matching(positions, { ...emptyQuery, find: query.find });
  if (query.find !== "" && withWords.length > 0) return withWords;
  for (const part of [0.75, 0.5, 0.33]) {
    const terms = termsOf(query.find).map((term) => term.slice(0, Math.max(3, Math.ceil(term.length * part))));
    const held = positions.map((position) => ({
      position,
      count: terms.filter((term) => hasAll(wordsOf(position), [term])).length
    }));
    const most = Math.max(...held.map(({ count }) => count));
    if (most > 0) return held.filter(({ count }) => count === most).map(({ position }) => position);
  }
  return [];
}

/** All that a search looks in: the position, what it names as an obstacle, and who says it, in both scripts. */
const wordsOf = ({ paraphrase, obstacle, speaker }: Described): string =>
  [paraphrase, obstacle, speaker.name, speaker.native].join(" ");

/** How many positions a facet's values would leave if the rest of the query stands. */
export function countsOf(positions: readonly Described[], query: Query, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const position of matching(positions, { ...query, [facet]: "" }))
    counts.set(position[facet], (counts.get(position[facet]) ?? 0) + 1);
  return counts;
}

/** Whether a query leaves something out; an order alone does not. */
export const narrows = (query: Query): boolean => Boolean(query.find || facets.some((facet) => query[facet]));

type Counted = Pick<ShownPosition, "stance">;

/** How much more is said for than against. */
const favour = (said: readonly Counted[]): number => {
  const { up, down } = bothSides(said.map(({ stance }) => stance));
  return up - down;
};

/** Ways to sort the speakers, by the name that the address gives them; the table's own order has none. */
export const orders: Readonly<Record<string, { label: string; rank: (said: readonly Counted[]) => number }>> = {
  most: { label: "most positions first", rank: (said) => -said.length },
  name: { label: "by name", rank: () => 0 },
  favourable: { label: "most in favour first", rank: (said) => -favour(said) },
  sceptical: { label: "most sceptical first", rank: favour }
};

/** The speakers in an order: by rank, then by name; as they came where the order has no such name. */
export function sorted<Speaker extends Pick<ShownSpeaker, "name">>(
  speakers: ReadonlyMap<Speaker, readonly Counted[]>,
  order: string
): Speaker[] {
  const rank = orders[order]?.rank;
  const found = [...speakers];
  if (rank) found.sort(([a, saidA], [b, saidB]) => rank(saidA) - rank(saidB) || a.name.localeCompare(b.name, "en"));
  return found.map(([speaker]) => speaker);
}
