import { exact } from "../amounts.ts";
import type { Expression } from "./expression.ts";
import type { Lexicon } from "./lexicon.ts";
import { pattern } from "./patterns.ts";
import { isMoney } from "./units.ts";

/** After a number: words that do not name what it counts, or the end of a clause. */
export const namesNothing = (lexicon: Lexicon): RegExp =>
  pattern(`^\\s*(?:$|[.,;:!?)»”"-]|(?:${lexicon.ofThem}|${lexicon.function})(?!\\p{L}))`, "iu");

/** What expressions of a text say only by the others beside them. */
export function neighbourReader(lexicon: Lexicon) {
  const open = namesNothing(lexicon);
  const ofNoun = pattern(`\\p{L}\\s+(?:${lexicon.of})\\s+$`, "iu");
  const ago = pattern(`^\\s*(?:${lexicon.ago})(?!\\p{L})`, "iu");
  const spanned = pattern(`(?<!\\p{L})(?:${lexicon.spans})\\s*$`, "iu");
  const takesTime = pattern(`(?<!\\p{L})(?:${lexicon.takesTime})(?!\\p{L})[^.;]{0,40}$`, "iu");

  const contrasts = pattern(`(?<!\\p{L})(?:${lexicon.contrasts})\\s+$`, "iu");
  const heldAgainst = pattern(`^\\s*[,(;-]?\\s*(?:${lexicon.contrasts})\\s+$`, "iu");
  const goesTo = pattern(`^\\s*(?:${lexicon.range.to})?\\s*$`, "iu");
  const unitless = pattern(`(?<!\\p{L})(?:${lexicon.unitless})(?!\\p{L})`, "iu");
  const ofThem = pattern(`^\\s*(?:${lexicon.ofThem})`, "iu");
  const amongThem = pattern(`(?<!\\p{L})(?:${lexicon.ofThem})\\s+$`, "iu");
  const time = /^(?:yr|decade|month|week|day|h|min|s)$/;
  const counted = /^(?:1|times|occasions|fraction)$/;

  const isCount = pattern(`(?<!\\p{L})(?:${lexicon.countsThings})`, "iu");

  const sentencesBetween = (text: string, from: number, to: number): number =>
    text.slice(from, to).split(/[.!?]["”»]?\s+(?=["“«(—–-]*\s*\p{Lu})/u).length - 1;

  /** Whether a sentence ends between two places of a text. */
  const isParted = (text: string, from: number, to: number): boolean => sentencesBetween(text, from, to) > 0;

  /** What a bare number is held against, which it is measured in: "2.6 days, up from 1.3", «143 порыва против 96». */
  function contrasted(text: string, { start }: Expression, before: readonly Expression[]): Expression | undefined {
    const here = before.filter(({ end, unit }) => unit !== null && unit !== "rank" && !isParted(text, end, start));
    const last = here.at(-1);
    // "Six months instead of nineteen"; but of ships due in 24 months, it is ships that twelve are held against.
    const isOfShips = time.test(last?.unit ?? "") && here.some(({ unit }) => unit === "1");
    if (last && !isOfShips && heldAgainst.test(text.slice(last.end, start))) return last;
    return here.findLast(({ unit }) => !time.test(unit ?? "")) ?? here.at(-1);
  }

  /** The expression whose unit a bare number of the same text goes on with, out of those before it. */
  function giverOf(text: string, one: Expression, before: readonly Expression[]): Expression | undefined {
    const last = before.at(-1);
    const isChange = last !== undefined && goesTo.test(text.slice(last.end, one.start));
    const other = isChange
      ? last
      : contrasts.test(text.slice(0, one.start))
        ? contrasted(text, one, before)
        : undefined;
    if (other) {
      const isCount = counted.test(other.unit ?? "") && !/^\d/.test(other.per ?? "");
      return isCount || unitless.test(text.slice(other.end, one.start)) ? undefined : other;
    }
    const isMany = one.scale > 1 || amountIn(one) > 100;
    const measured = before.filter(
      ({ unit }) => unit !== null && !counted.test(unit) && unit !== "rank" && !time.test(unit)
    );
    const nearest = measured.at(-1);
    // "5.4 million tonnes, down 2%, and expects 5.6 million": no part of a whole is a thousand per cent of it.
    const isShare = nearest?.unit === "%" && isMany;
    const giver = isShare
      ? measured.findLast(({ unit, end }) => unit !== "%" && !isParted(text, end, one.start))
      : nearest;
    if (giver === undefined || sentencesBetween(text, giver.end, one.start) > 1) return undefined;
    const between = text.slice(giver.end, one.start);
    const ratio = isParted(text, giver.end, one.start) ? 0 : amountIn(one) / (amountIn(giver) / giver.scale);
    const isWord = /^\p{L}/u.test(one.printed.split(" ").at(-1) ?? "") && one.scale === 1;
    if (
      unitless.test(between) ||
      (isMoney(giver.unit ?? "") && ofThem.test(text.slice(one.end))) ||
      // "2.9 times earnings, and at most 3.5 are allowed", "14,300 households, and in 2016 it was 6,100".
      isOtherKind(text, one, giver, last) ||
      // "Fell by as many as 60": the words are those of things that are counted.
      (one.per !== null && giver.unit === "%") ||
      isCount.test(text.slice(Math.max(giver.end, one.start - 60), one.end)) ||
      // "(n = 24)" after a percentage.
      /=\s?$/.test(text.slice(0, one.start)) ||
      // "Its workforce of 1,150", after a sentence about tonnes.
      (isParted(text, giver.end, one.start) && ofNoun.test(text.slice(0, one.start))) ||
      (isWord && giver.unit !== "%" && !(ratio > 0.2 && ratio < 5))
    )
      return undefined;
    return giver;
  }

  /** Whether a bare number goes on with a multiple or a count that stands nearer to it than what has a unit. */
  function isOtherKind(text: string, one: Expression, giver: Expression, last: Expression | undefined): boolean {
    if (last === undefined || last === giver || one.scale > 1 || isParted(text, last.end, one.start)) return false;
    const ratio = amountIn(one) / amountIn(last);
    if (last.unit === "times") return ratio > 0.2 && ratio < 5;
    return last.unit === "1" && isParted(text, giver.end, last.start);
  }

  /** "Against our 6m", after "1.3m tonnes": millions of them, and no metres. */
  function asMillions(text: string, one: Expression, before: readonly Expression[]): void {
    if (one.unit !== "m" || !/\dm$/.test(one.printed)) return;
    const other = before.findLast(({ scale, printed }) => scale === 1e6 && /\dm(?!\p{L})/u.test(printed));
    if (other === undefined || isParted(text, other.end, one.start)) return;
    one.unit = "1";
    one.scale = 1e6;
    multiply(one, 1e6);
  }

  const isOfThem = (text: string, { start }: Expression): boolean => amongThem.test(text.slice(0, start));

  /** "Of which 190 went to roads": a part of the sum before it. */
  function isPartOf(text: string, one: Expression, whole: Expression | undefined): boolean {
    if (whole === undefined || !isMoney(whole.unit ?? "") || !isOfThem(text, one)) return false;
    const ratio = amountIn(one) / (amountIn(whole) / (one.scale > 1 ? 1 : whole.scale));
    return ratio > 0.05 && ratio < 1;
  }

  /** "Debt rose by 3 billion and has reached 17": nothing says of what, but the scale goes on. */
  function asScaled(text: string, one: Expression, last: Expression | undefined): void {
    if (one.unit !== "1" || one.scale > 1 || !(open.test(text.slice(one.end)) || isOfThem(text, one))) return;
    if (last?.unit !== "1" || last.scale < 1e6 || last.per !== null || isParted(text, last.end, one.start)) return;
    const ratio = amountIn(one) / (amountIn(last) / last.scale);
    if (!open.test(text.slice(last.end)) || ratio <= 0.02 || ratio >= 50) return;
    one.scale = last.scale;
    multiply(one, last.scale);
  }

  return {
    /** A number that says nothing of what it counts ("180,000 this time") goes on with the unit before it. */
    inherit(text: string, list: readonly Expression[]): void {
      list.forEach((one, i) => {
        asMillions(text, one, list.slice(0, i));
        asScaled(text, one, list[i - 1]);
        const isOpen = one.per !== null || open.test(text.slice(one.end)) || isPartOf(text, one, list[i - 1]);
        if (one.unit !== "1" || one.perYear || !isOpen) return;
        const giver = giverOf(text, one, list.slice(0, i));
        const most = amountIn(one);
        if (giver === undefined || (giver.unit === "%" && most > 100)) return;
        one.unit = giver.unit;
        const isAlike = most / amountIn(giver) > 0.02 && most / amountIn(giver) < 50;
        one.isGoneOnWith = true;
        // "From 170 billion roubles to 340".
        const ratio = most / (amountIn(giver) / giver.scale);
        const isScaled = one.scale === 1 && giver.scale > 1 && ratio > 0.2 && ratio < 5;
        if (isAlike || isScaled) one.per ??= giver.per;
        if (!isScaled) return;
        one.scale = giver.scale;
        multiply(one, giver.scale);
      });
    },

    /** Times between things ("ten years ago", "in six years") are stated of something else. */
    isCounted(text: string, { start, end, unit, comparator, low }: Expression, list: readonly Expression[]): boolean {
      if (unit === null || !/^(?:yr|decade|month|week|day|h|min)$/.test(unit)) return true;
      if (ago.test(text.slice(end))) return false;
      const isSpan = spanned.test(text.slice(0, start)) && !takesTime.test(text.slice(0, start));
      return !(
        isSpan &&
        comparator === "=" &&
        low === undefined &&
        list.some((other) => other.start !== start && Math.abs(other.start - start) < 160)
      );
    }
  };
}

function multiply(one: Expression, by: number): void {
  for (const end of ["low", "value", "high"] as const) {
    const number = one[end];
    if (number !== undefined) one[end] = exact(number * by);
  }
}

const amountIn = ({ low, value, high }: Expression): number => high ?? value ?? low ?? 0;
