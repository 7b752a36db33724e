import type { Expression } from "./expression.ts";
import type { Lexicon } from "./lexicon.ts";
import { namesNothing } from "./neighbours.ts";
import type { TextNumber } from "./numbers.ts";
import { pattern } from "./patterns.ts";

interface Multiple {
  unit: "times" | "occasions";
  end: number;
  /** "An order of magnitude" is never meant exactly. */
  isRough: boolean;
}

/** Numbers that count nothing themselves: by how much something is multiplied, how often it happened, which place it has. */
export function multiplesAndRanks(lexicon: Lexicon) {
  const times = pattern(`^\\s*(?:${lexicon.times})(?!\\p{L})`, "iu");
  const often = pattern(`^\\s*(?:${lexicon.often})$`, "iu");
  const multiplies = pattern(`^(?:\\s+\\p{Ll}+)?\\s+(?:${lexicon.multiplies})(?!\\p{L})`, "iu");
  const multiplied = pattern(`(?<!\\p{L})(?:${lexicon.multiplied})\\s*$`, "iu");
  const magnitude = pattern(lexicon.magnitude, "iu");
  const rankAfter = pattern(`^[\\s-]+(?:\\w+\\s+){0,1}?(?:${lexicon.rankNouns})`, "iu");
  const rankBefore = pattern(`(?<!\\p{L})(?:${lexicon.rankVerbs})\\s*$`, "iu");
  const open = namesNothing(lexicon);

  return {
    /** A number that multiplies or says how often; one that has a unit already does so by its own word alone. */
    multipleOf(text: string, { kind, start, number }: TextNumber, end: number, hasUnit: boolean): Multiple | undefined {
      const isTimes = !hasUnit && times.test(text.slice(end));
      // "For a fifth time", «пятый раз»: which of them it was, and not how often.
      if (kind === "ordinal" || (kind !== "multiple" && !isTimes)) return undefined;
      const isRough = magnitude.test(text.slice(start, end));
      const ends = end + (times.exec(text.slice(end))?.[0].length ?? 0);
      // "Changed hands three times" counts, "three times the price" multiplies.
      const isMultiple = multiplies.test(text.slice(ends)) || multiplied.test(text.slice(0, start).trimEnd());
      const isCount = often.test(text.slice(isTimes ? end : start, ends)) && !isMultiple && Number.isInteger(number);
      return { unit: isCount ? "occasions" : "times", end: ends, isRough };
    },

    /** Where an ordinal ends that is a rank, with its noun or after another one; undefined where it is none. */
    rankEnd(text: string, start: number, end: number, last: Expression | undefined): number | undefined {
      const ranks = rankAfter.exec(text.slice(end));
      const goesOn = (): boolean =>
        last?.unit === "rank" && open.test(text.slice(end)) && !/[.;!?]/.test(text.slice(last.end, start));
      const isRank = ranks !== null || rankBefore.test(text.slice(0, start)) || goesOn();
      return isRank ? end + (ranks?.[0].length ?? 0) : undefined;
    }
  };
}
