import { cuesOf } from "../text/cues.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { pattern } from "../text/patterns.ts";

/** A term with what points to it in a text. */
export interface Cued {
  id: string;
  cues: RegExp;
}

/** A stretch of a text. */
interface Stretch {
  start: number;
  end: number;
}

/** Terms of a vocabulary by the cues that they list, and where they list none, by their labels. */
export const cuedTerms = (terms: readonly { id: string; label: string; cues?: string[] | undefined }[]): Cued[] =>
  terms.filter(({ id }) => id !== "none").map((term) => ({ id: term.id, cues: cuesOf(term, false) }));

export type CueReader = ReturnType<typeof cueReader>;

/** Which terms a text names: near a place of it, most often, alone, last. */
export function cueReader(lexicon: Lexicon) {
  // "From Ruritania and Elbonia": each of a list stands apart.
  const apart = pattern(
    `(?<!\\p{L})(?:${lexicon.apart})\\s+(?:the\\s+)?(?:[\\p{L}-]+(?:,|\\s+(?:${lexicon.range.and})|\\s+(?:${lexicon.range.or}))\\s+(?:the\\s+)?){0,3}$`,
    "iu"
  );
  const ofOffice = pattern(
    `^\\p{L}*(?:['’]s)?\\s(?:\\p{L}+\\s){0,2}?(?:${lexicon.institutions}|${lexicon.agencies})(?!\\p{L})`,
    "iu"
  );
  const excluded = pattern(`(?<!\\p{L})(?:${lexicon.excluded})\\s+(?:the\\s+)?$`, "iu");

  const isApart = (before: string): boolean => apart.test(before) || excluded.test(before);
  const beginsName = (after: string): boolean => /^\p{L}*\s\p{Lu}\p{Ll}/u.test(after) || ofOffice.test(after);

  /** How near a cue stands to a place: 1 beside it, less with each letter between; cues before count a little more, those of the next clause little. */
  function nearness(cues: RegExp, text: string, { start, end }: Stretch): number {
    let best = 0;
    for (const match of text.matchAll(cues)) {
      const after = match.index - end;
      const before = start - (match.index + match[0].length);
      // What something comes from, or is not, is hardly what it is said of; nor is a part of a name, as of a US agency.
      const rest = text.slice(match.index + match[0].length);
      const weight = isApart(text.slice(0, match.index)) ? 0.15 : beginsName(rest) ? 0.3 : 1;
      const score =
        weight *
        (after >= 0
          ? (/[,;:]/.test(text.slice(end, match.index)) ? 0.4 : 1) * (20 / (20 + after * 1.2))
          : before >= 0
            ? 20 / (20 + before)
            : 1);
      best = Math.max(best, score);
    }
    return best;
  }

  /** Whether a cue in a text is only where something comes from, or part of a name. */
  const isAside = (text: string, { index, 0: cue }: RegExpExecArray): boolean =>
    isApart(text.slice(0, index)) || beginsName(text.slice(index + cue.length));

  const isLeftOut = (text: string, { index }: RegExpExecArray): boolean => excluded.test(text.slice(0, index));

  return {
    nearness,
    /** The terms that a text names, nearest to a place first. */
    nearest: (list: readonly Cued[], text: string, place: Stretch): { id: string; score: number }[] =>
      list
        .map((one) => ({ id: one.id, score: nearness(one.cues, text, place) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score),

    /** The term that a text speaks of most; its headline and opening say what it is about. */
    mostIn(list: readonly Cued[], text: string): string | null {
      const opening = text.split("\n").slice(0, 2).join("\n");
      const times = (cues: RegExp, words: string): number =>
        [...words.matchAll(cues)].filter((match) => !isLeftOut(words, match)).length;
      const counted = list
        .map(({ id, cues }) => ({ id, count: times(cues, text) + 2 * times(cues, opening) }))
        .sort((a, b) => b.count - a.count);
      return counted[0] && counted[0].count > 0 ? counted[0].id : null;
    },

    /** The one term that a text is about; none where it names several. */
    onlyIn(list: readonly Cued[], text: string): string | null {
      const [one, ...others] = list.filter(({ cues }) =>
        [...text.matchAll(cues)].some((match) => !isAside(text, match))
      );
      return one && others.length === 0 ? one.id : null;
    },

    /** The term that a text names last. */
    lastIn(list: readonly Cued[], text: string): string | null {
      const places = list.map(({ id, cues }) => ({ id, at: [...text.matchAll(cues)].at(-1)?.index ?? -1 }));
      const last = places.sort((a, b) => b.at - a.at)[0];
      return last && last.at >= 0 ? last.id : null;
    },

    /** Whether every cue of a term is aside: where something comes from, or part of a name. */
    isOnlyAside: (text: string, { cues }: Cued): boolean =>
      [...text.matchAll(cues)].every((match) => isAside(text, match)),

    /** Whether a text names a term, but only as what it is not said of: "anyone but Atlantis". */
    isExcluded(text: string, { cues }: Cued): boolean {
      const places = [...text.matchAll(cues)];
      return places.length > 0 && places.every((match) => isLeftOut(text, match));
    }
  };
}
