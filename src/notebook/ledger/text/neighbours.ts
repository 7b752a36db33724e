import { exact } from "../amounts.ts";
import type { Expression } from "./expression.ts";
import type { Lexicon } from "./lexicon.ts";
import { pattern } from "./patterns.ts";

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
  const time = /^(?:yr|decade|month|week|day|h|min|s)$/;

  const isCount = pattern(`(?<!\\p{L})(?:${lexicon.countsThings})`, "iu");

  const sentencesBetween = (text: string, from: number, to: number): number =>
    text.slice(from, to).split(/[.!?]["”»]?\s+(?=["“«(—–-]*\s*\p{Lu})/u).length - 1;

  /** Whether a sentence ends between two places of a text. */
  const isParted = (text: string, from: number, to: number): boolean => sentencesBetween(text, from, to) > 0;

  /** What a bare number is held against, which it is measured in: "2.6 days, up from 1.3", «143 порыва против 96». */
  function contrasted(text: string, { start }: Expression, before: readonly Expression[]): Expression | undefined {
    const here = before.filter(({ end, unit }) => unit !== null && unit !== "rank" && !isParted(text, end, start));
    return here.findLast(({ unit }) => !time.test(unit ?? "")) ?? here.at(-1);
  }

  /** The expression whose unit a bare number of the same text goes on with, out of those before it. */
  function giverOf(text: string, one: Expression, before: readonly Expression[]): Expression | undefined {
    if (contrasts.test(text.slice(0, one.start))) {
      const other = contrasted(text, one, before);
      if (other) return /^(?:1|times|occasions|fraction)$/.test(other.unit ?? "") ? undefined : other;
    }
    const giver = before.findLast(
      ({ unit }) => unit !== null && !/^(?:1|times|occasions|rank|fraction)$/.test(unit) && !time.test(unit)
    );
    if (
      giver === undefined ||
      sentencesBetween(text, giver.end, one.start) > 1 ||
      // "Fell by as many as 60": the words are those of things that are counted.
      (giver.unit === "%" && isCount.test(text.slice(Math.max(giver.end, one.start - 60), one.end))) ||
      // "(n = 24)" after a percentage.
      /=\s?$/.test(text.slice(0, one.start)) ||
      // "Its workforce of 1,150", after a sentence about tonnes.
      (isParted(text, giver.end, one.start) && ofNoun.test(text.slice(0, one.start))) ||
      (/^\p{L}/u.test(one.printed.split(" ").at(-1) ?? "") && one.scale === 1 && giver.unit !== "%")
    )
      return undefined;
    return giver;
  }

  return {
    /** A number that says nothing of what it counts ("180,000 this time") goes on with the unit before it. */
    inherit(text: string, list: readonly Expression[]): void {
      list.forEach((one, i) => {
        if (one.unit !== "1" || one.perYear || !(one.per !== null || open.test(text.slice(one.end)))) return;
        const giver = giverOf(text, one, list.slice(0, i));
        const most = amountIn(one);
        // No part of a whole is a thousand per cent of it.
        if (giver === undefined || (giver.unit === "%" && most > 100)) return;
        one.unit = giver.unit;
        one.per ??= giver.per;
        one.isGoneOnWith = true;
        // "From 170 billion roubles to 340".
        const ratio = most / (amountIn(giver) / giver.scale);
        if (one.scale > 1 || giver.scale === 1 || ratio <= 0.2 || ratio >= 5) return;
        one.scale = giver.scale;
        for (const end of ["low", "value", "high"] as const) {
          const number = one[end];
          if (number !== undefined) one[end] = exact(number * giver.scale);
        }
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

const amountIn = ({ low, value, high }: Expression): number => high ?? value ?? low ?? 0;
