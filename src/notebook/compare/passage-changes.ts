import { diffArrays } from "diff";
import { groupBy } from "../page/sources.ts";
import type { Passage, PassageKind } from "./state.ts";

/** Something before and after; null where it is not there. */
export interface BeforeAfter {
  before: string | null;
  after: string | null;
}

/** A passage whose words change, or a drawing whose shape does: that has no words. */
export interface PassageChange extends BeforeAfter {
  kind: PassageKind;
  at: string;
  under: string;
  written?: string;
  /** The whole figure or record comes or goes, or it can or cannot be made. */
  isWhole?: boolean;
}

/** A passage that went, one that came, or one that became another. */
interface Pair {
  gone?: Passage | undefined;
  come?: Passage | undefined;
  isWhole?: boolean;
}

/**
 * What changed among passages, in the order of the page. They are compared within the figure, the record or the running text
 * that they stand in, so that one that comes or goes shifts no others; each change is told once, though three drawings may show it.
 */
export function passageChanges(before: readonly Passage[], after: readonly Passage[]): PassageChange[] {
  const groupOf = ({ kind, at }: Passage): string => `${kind === "drawing" || kind === "marks" ? kind : "words"} ${at}`;
  const [one, other] = [groupBy(before, groupOf), groupBy(after, groupOf)];
  const wholes = [wholesOf(before), wholesOf(after)] as const;
  const failures = [failuresOf(before), failuresOf(after)] as const;
  const places = new Map([...before, ...after].map((passage) => [groupOf(passage), passage.at]));
  const pairs = [...places].flatMap(([group, at]): Pair[] => {
    // One that cannot be made has lost its words for now; nobody took them out.
    const [failed, fails] = [failures[0].get(at), failures[1].get(at)];
    if (failed || fails) return failed?.text === fails?.text ? [] : [{ gone: failed, come: fails, isWhole: true }];
    // A figure or a record that comes or goes is told once, whatever it is made of.
    const [was, is] = [wholes[0].get(at), wholes[1].get(at)];
    if (at !== "" && (was === undefined) !== (is === undefined)) return [{ gone: was, come: is, isWhole: true }];
    return groupPairs(one.get(group) ?? [], other.get(group) ?? []);
  });
  const placeOf = placesOf(pairs, before, after);
  const changes = pairs
    .map((pair) => ({ pair, place: placeOf(pair) }))
    .sort((a, b) => a.place - b.place)
    .map(({ pair }) => changeOf(pair));
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

/** What each figure and record is told by where it comes or goes: its title, or what it says first. */
function wholesOf(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const wholes = new Map<string, Passage>();
  for (const passage of passages) {
    const known = wholes.get(passage.at);
    if (!known || (passage.kind === "title" && known.kind !== "title") || known.text === "")
      wholes.set(passage.at, passage);
  }
  return wholes;
}

/** Why figures and models cannot be made, by their names; what is said first is that they cannot. */
function failuresOf(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const failures = groupBy(
    passages.filter(({ kind, at }) => kind === "fault" && at !== ""),
    ({ at }) => at
  );
  return new Map(
    [...failures].flatMap(([at, [first, ...why]]) =>
      first ? [[at, { ...first, text: why.map(({ text }) => text).join(" ") }]] : []
    )
  );
}

/** Where a pair stands on the page as it is; one that went, behind what stood before it and still does. */
function placesOf(
  pairs: readonly Pair[],
  before: readonly Passage[],
  after: readonly Passage[]
): (pair: Pair) => number {
  const now = new Map(after.map((passage, place) => [nameOf(passage), place]));
  const own = new Map(after.map((passage, place) => [passage, place]));
  const became = new Map(pairs.map(({ gone, come }) => [gone, come && own.get(come)]));
  const left = new Map<Passage | undefined, number>();
  let last = -1;
  for (const passage of before) {
    last = became.get(passage) ?? now.get(nameOf(passage)) ?? last;
    left.set(passage, last + 0.5);
  }
  return ({ gone, come }) => (come && own.get(come)) ?? left.get(gone) ?? last;
}

const nameOf = (passage: Passage): string => `${passage.at} ${passage.under} ${content(passage)}`;

/** What makes two passages one: sources in another order are the same sources. */
const content = ({ kind, text, shape = "" }: Passage): string =>
  `${kind} ${kind === "source" ? text.split(/[ ;]+/).sort().join(" ") : text} ${shape}`;

function groupPairs(before: readonly Passage[], after: readonly Passage[]): Pair[] {
  const pairs: Pair[] = [];
  const [lost, found]: [Passage[], Passage[]] = [[], []];
  let [gone, come]: [Passage[], Passage[]] = [[], []];
  const settle = (): void => {
    const isInPlace =
      gone.length === come.length && gone.every((passage, place) => isLike(passage, come[place], leastInPlace));
    if (isInPlace) pairs.push(...gone.map((passage, place) => ({ gone: passage, come: come[place] })));
    else {
      lost.push(...gone);
      found.push(...come);
    }
    [gone, come] = [[], []];
  };
  let [from, to] = [0, 0];
  for (const { added, removed, value } of diffArrays(before.map(content), after.map(content))) {
    if (removed) gone.push(...before.slice(from, from + value.length));
    else if (added) come.push(...after.slice(to, to + value.length));
    else settle();
    if (!added) from += value.length;
    if (!removed) to += value.length;
  }
  settle();
  return [...pairs, ...paired(lost, found)];
}

/** Passages that went, each with the likest that came; those that are only in another place have the same words as before. */
function paired(lost: readonly Passage[], found: readonly Passage[]): Pair[] {
  const left = new Set(found);
  const changed = lost.filter((passage) => {
    const moved = [...left].find((other) => content(other) === content(passage));
    if (moved) left.delete(moved);
    return moved === undefined;
  });
  const pairs = changed.map((gone): Pair => {
    const come = likest(gone, left) ?? onlyNumber(gone, changed, left);
    if (come) left.delete(come);
    return { gone, come };
  });
  return [...pairs, ...[...left].map((come) => ({ come }))];
}

const isBare = ({ text }: Passage): boolean => !/\p{L}/u.test(text);

/** The one number without words that came, for the one that went. */
function onlyNumber(passage: Passage, lost: readonly Passage[], found: ReadonlySet<Passage>): Passage | undefined {
  const like = (other: Passage): boolean => isBare(other) && other.kind === passage.kind;
  const [come, ...others] = [...found].filter(like);
  return isBare(passage) && others.length === 0 && lost.filter(like).length === 1 ? come : undefined;
}

function likest(passage: Passage, among: ReadonlySet<Passage>): Passage | undefined {
  const [best] = [...among]
    .filter((candidate) => isLike(passage, candidate, leastAnywhere))
    .sort((a, b) => likeness(passage.text, b.text) - likeness(passage.text, a.text));
  return best;
}

/** Two sentences that share fewer of their words are not one that changed: less is asked where one stands in the other's place. */
const leastAnywhere = 0.4;
const leastInPlace = 0.2;

/** What there is one of in its place, however its words change. */
const single: readonly PassageKind[] = ["title", "heading", "card", "drawing"];

const isLike = (one: Passage, other: Passage | undefined, least: number): boolean =>
  other?.kind === one.kind && (single.includes(one.kind) || likeness(one.text, other.text) >= least);

/** The part of their words that two texts share; numbers alone are alike only where one stands in the other's place. */
function likeness(one: string, other: string): number {
  const words = (text: string) => new Set(text.split(" ").filter((word) => /\p{L}/u.test(word)));
  const [some, others] = [words(one), words(other)];
  if (some.size + others.size === 0) return leastInPlace;
  const shared = [...some].filter((word) => others.has(word)).length;
  return (2 * shared) / (some.size + others.size);
}

function changeOf({ gone, come, isWhole }: Pair): PassageChange {
  const passage = come ?? gone;
  if (!passage) throw new Error("a change needs a side");
  const { kind, at, under, written } = passage;
  return {
    kind,
    at,
    under,
    ...(written === undefined ? {} : { written }),
    before: gone?.text ?? null,
    after: come?.text ?? null,
    ...(isWhole ? { isWhole } : {})
  };
}
