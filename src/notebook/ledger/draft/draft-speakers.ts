import type { Ledger, Speaker } from "../schema.ts";
import { stemOf } from "../text/cues.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { pattern } from "../text/patterns.ts";
import type { Attribution } from "./attribution.ts";
import { slugOf } from "./names.ts";

type Known = Pick<Ledger, "vocabulary" | "speakers">;

/** The kind that most speakers of a type are of: a newspaper is hardly a statistic. */
function usualKind(type: Speaker["type"], speakers: readonly Speaker[]): string | undefined {
  const counts = new Map<string, number>();
  for (const speaker of speakers)
    if (speaker.type === type) counts.set(speaker.kind, (counts.get(speaker.kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** What a text calls somebody, before and after the name: "deputy minister Anton Belov", "Jo Lund, an analyst at the bank". */
function rolesOf(name: string, text: string, says: RegExp): string {
  const places = [...text.matchAll(new RegExp(name.replace(/[^\p{L}\d\s-]/gu, "."), "gu"))];
  return places
    .map(({ index }) => {
      const before =
        /(?:[\p{L}’'-]+\s+){0,4}(?:[\p{L}’'-]+,?\s+)?$/u.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? "";
      const after = /^,\s+(?:\d{2},\s+)?([^,.;:\n]{3,90})/u.exec(text.slice(index + name.length))?.[1] ?? "";
      // "The minister, Jo Lund, said that": what was said tells nothing of who said it.
      return says.test(after) ? before : `${before} ${after}`;
    })
    .join(" ");
}

/** The kind of which a vocabulary speaks in the words of a role; none where it speaks so of several, or of none. */
function kindIn(role: string, type: Speaker["type"], { vocabulary, speakers }: Known): string | undefined {
  const usual = new Set(speakers.filter((one) => one.type === type).map(({ kind }) => kind));
  const words = [...new Set(stemsOf(role))];
  const scores = vocabulary.kinds
    .filter(({ id }) => usual.size === 0 || usual.has(id))
    .map(({ id, description }) => {
      const own = new Set(stemsOf(description));
      const found = words.filter((word) => own.has(word));
      // Of "the minister of industry" it is the minister who speaks.
      return { id, score: found.length, at: words.indexOf(found[0] ?? "") };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const [first, second] = scores;
  if (!first || !second) return first?.id;
  return first.score > second.score || first.at < second.at ? first.id : undefined;
}

/** The stems of the words of a text that are longer than three letters. */
const stemsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => word.length > 3)
    .map(stemOf);

/**
 * Puts the statements of a text down to records of speakers, and keeps a stub for each whom the ledger does not know.
 * `publication` is the publisher's name or id, where it is known.
 */
export function draftSpeakers(publication: string | null, ledger: Known, text: string, lexicon: Lexicon) {
  const stubs = new Map<string, Record<string, unknown>>();
  const publisher = publisherOf(publication, stubs, ledger);
  const ownName = slugOf(publication ?? "publisher");
  const says = pattern(`^(?:\\p{Ll}+\\s)?(?:${lexicon.says})(?!\\p{L})`, "iu");
  return {
    publisher,
    stubs,
    /** The record of whoever the text puts something down to: the publisher's, where it is nobody else. */
    recordOf({ speaker, name, isUnnamed }: Attribution): { id: string; isGuess: boolean } {
      if (speaker !== null) return { id: speaker, isGuess: false };
      if (name === null || slugOf(name) === ownName) return { id: publisher, isGuess: false };
      const known = namesake(name, ledger.speakers);
      if (known) return { id: known.id, isGuess: true };
      return { id: stubSpeaker(name, stubs, ledger, (one) => rolesOf(one, text, says), isUnnamed), isGuess: true };
    }
  };
}

/** The speaker whom the ledger calls by the very same name, in any of its forms. */
const namesake = (name: string, speakers: readonly Speaker[]): Speaker | undefined =>
  speakers.find((one) =>
    [one.name, one.name_short, one.name_native, one.abbreviation].some(
      (known) => known !== undefined && slugOf(known) === slugOf(name)
    )
  );

/** The id of a speaker whom the ledger does not know, with a stub to be looked at. */
function stubSpeaker(
  name: string,
  stubs: Map<string, Record<string, unknown>>,
  known: Known,
  rolesIn: (name: string) => string,
  isUnnamed = false
): string {
  const id = slugOf(name);
  if (!stubs.has(id) && !known.speakers.some((speaker) => speaker.id === id)) {
    const words = name.split(/\s+/);
    const isPerson =
      words.length >= 2 &&
      words.length <= 3 &&
      words.every((word) => /^\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}[\p{Ll}'’]+)?$/u.test(word));
    const type = isUnnamed ? "unnamed" : isPerson ? "person" : "organisation";
    // What most persons are says nothing of this one: where the text does not say, whoever reviews it does.
    const kind = kindIn(type === "person" ? rolesIn(name) : name, type, known);
    stubs.set(id, {
      id,
      name,
      type,
      ...(kind === undefined ? {} : { kind }),
      review: ["name", "type", "kind"]
    });
  }
  return id;
}

/** The id of the publisher, with a stub where the ledger does not know it. */
function publisherOf(name: string | null, stubs: Map<string, Record<string, unknown>>, known: Known): string {
  const { speakers } = known;
  const wanted = slugOf(name ?? "publisher");
  const match = speakers.find(({ id }) => id === name) ?? (name === null ? undefined : namesake(name, speakers));
  if (match) return match.id;
  const id = `${wanted}-outlet`;
  if (!speakers.some((speaker) => speaker.id === id))
    stubs.set(id, {
      id,
      name: name ?? "the publisher, to be named",
      type: "publication",
      kind: usualKind("publication", speakers) ?? known.vocabulary.kinds.at(-1)?.id,
      review: ["name", "kind"]
    });
  return id;
}
