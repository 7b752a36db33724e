import { arrivalBefore } from "./comparators.ts";
import type { Lexicon } from "./lexicon.ts";
import type { TextNumber } from "./numbers.ts";
import { pattern } from "./patterns.ts";
import { currencyBefore, isTime, type UnitReader } from "./units.ts";

/** Two numbers that are the ends of an interval, or where a change begins and ends. */
interface Range {
  second: TextNumber;
  isInterval: boolean;
  /** How many characters before the first of them open it: "from", "between". */
  opens: number;
}

/** What shares are usually told of: "three in 19" is more likely two numbers. */
const wholes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1e3, 1e4, 1e5, 1e6];
const margin = /^\s*(?:±|\+\/-)\s*$/;
const dash = /^\s*-\s*$/;

/** What two numbers in a row are together: a range, a share, a part of a whole. */
export function numberPairs(lexicon: Lexicon, units: UnitReader) {
  const opened = pattern(`(?<!\\p{L})(?:${lexicon.range.opens})\\s+$`, "iu");
  const to = pattern(`^\\s*(?:${lexicon.range.to})\\s*$`, "iu");
  const and = pattern(`^\\s*(?:${lexicon.range.and})\\s*$`, "iu");
  const or = pattern(`^\\s*(?:${lexicon.range.or})\\s*$`, "iu");
  const changes = arrivalBefore(lexicon);
  const leaves = pattern(`(?<!\\p{L})(?:${lexicon.range.leaves})\\s+$`, "iu");
  const differs = pattern(`(?<!\\p{L})(?:${lexicon.differs})\\s*$`, "iu");
  const outOf = pattern(`^\\s+(?:${lexicon.outOf})\\s+$`, "iu");
  // "61 cases out of a hundred".
  const casesOutOf = pattern(`^\\s+\\p{Ll}+\\s+(?!in\\s+$)(?:${lexicon.outOf})\\s+$`, "iu");
  const moves = pattern(`(?<!\\p{L})(?:${lexicon.arrives}|${lexicon.moves})\\s+$`, "iu");
  const outOfThem = pattern(`^\\s+\\p{Ll}+\\s+(?:${lexicon.outOf})\\s+$`, "iu");
  const part = pattern(
    `^\\s+(?:${lexicon.outOf}|${lexicon.of})\\s+(?:(?!(?:${lexicon.joins})\\s)[\\p{L}’'-]+\\s+){0,2}$`,
    "iu"
  );
  const against = pattern(`^\\s*(?:${lexicon.against})\\s*$`, "iu");

  return {
    /** "12 of the 31 districts": one statement of twelve, which ends at `from`. */
    isPart: (text: string, from: number, one: TextNumber, whole: TextNumber): boolean =>
      one.kind !== "fraction" &&
      whole.kind === "plain" &&
      part.test(text.slice(from, whole.start)) &&
      whole.number * whole.scale > one.number,

    /** "2.3 ± 0.2", "2.3 to 1": one number, with its margin or held against one. */
    isAlone: (between: string, a: TextNumber, b: TextNumber): boolean =>
      margin.test(between) || (b.number === 1 && b.scale === 1 && a.number > 1 && against.test(between)),

    /** "One in ten", "four out of five". */
    shareOf(text: string, a: TextNumber, b: TextNumber): { number: number; end: number } | undefined {
      const of = b.number * b.scale;
      if (a.kind !== "plain" || b.kind !== "plain" || a.scale !== 1 || a.number >= of) return undefined;
      const between = text.slice(a.end, b.start);
      // "One school in six" is a share; "two schools in six towns" is not.
      const isOneOfThem = a.number === 1 && a.isWord && outOfThem.test(between);
      const isRound = (b.isWord || of >= 100) && Number.isInteger(Math.log10(of)) && casesOutOf.test(between);
      if (!outOf.test(between) && !isOneOfThem && !isRound) return undefined;
      const isOne = a.number === 1 && a.isWord && Number.isInteger(of) && of < 100;
      if (!isOne && !wholes.includes(of)) return undefined;
      // "Four in five tonnes" is a share; "two in five years" and "3 in 10 tonnes" are not.
      const unit = units.after(text.slice(b.end))?.sign;
      if (unit !== undefined && !(a.isWord && b.isWord && !isTime(unit))) return undefined;
      return { number: a.number / of, end: b.end };
    },

    /** "28 to 29 million tonnes": the first begins at `start`, and ends with its unit at `from`. */
    rangeOf(text: string, a: TextNumber, b: TextNumber, start: number, from: number): Range | undefined {
      if (a.kind !== b.kind && (a.kind !== "plain" || b.kind === "multiple")) return undefined;
      const lead = currencyBefore(text.slice(from, b.start));
      const between = text.slice(from, b.start - (lead?.length ?? 0));
      const ofFirst = currencyBefore(text.slice(0, a.start))?.sign ?? units.after(text.slice(a.end))?.sign;
      const ofSecond = lead?.sign ?? units.after(text.slice(b.end))?.sign;
      if (ofFirst !== undefined && ofSecond !== undefined && ofFirst !== ofSecond) return undefined;
      const left = text.slice(0, start);
      const opens = opened.exec(left)?.[0].length ?? 0;
      const isOpened = opens > 0;
      const runsUp = a.number * (a.scale === 1 && a.number <= b.number ? b.scale : a.scale) <= b.number * b.scale;
      if (to.test(between)) {
        if (isOpened && (changes.test(left) || leaves.test(left))) return { second: b, isInterval: false, opens };
        // "Rise by 45,000 tonnes to 121,000 tonnes": by how much, and to what.
        if (differs.test(left) || (!isOpened && ofFirst !== undefined && moves.test(left))) return undefined;
        return runsUp ? { second: b, isInterval: true, opens } : undefined;
      }
      const isJoined = dash.test(between) || (and.test(between) && isOpened) || (or.test(between) && a.scale === 1);
      return isJoined && runsUp && a.number * a.scale !== b.number * b.scale
        ? { second: b, isInterval: true, opens }
        : undefined;
    }
  };
}
