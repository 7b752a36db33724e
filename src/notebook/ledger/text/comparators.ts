import type { Comparator } from "../schema.ts";
import type { Lexicon } from "./lexicon.ts";
import { namesNothing } from "./neighbours.ts";
import { alternatives, pattern } from "./patterns.ts";
import { isTime, type UnitReader } from "./units.ts";

/** Before where something arrives that changes: "grows to", "doubles from 8 to". */
export const arrivalBefore = (lexicon: Lexicon): RegExp =>
  pattern(
    `(?<!\\p{L})(?:${lexicon.arrives}|${alternatives(lexicon.multiples)})(?!\\p{L})(?:[^.;]|\\.(?=\\s*[\\p{Ll}\\d,])){0,80}$`,
    "iu"
  );

/** What the words around an amount say of how exactly it is meant: "about", "more than", "or less". */
export function comparatorReader(lexicon: Lexicon) {
  const leading = lexicon.before.map(
    ([source, meaning]) =>
      [pattern(`(?<![\\p{L}\\d])(?:${source})\\s*(?:the |an? |в |на )?\\s*$`, "iu"), meaning] as const
  );
  const following = lexicon.after.map(
    ([source, meaning]) => [pattern(`^\\s?(?:${source})(?!\\p{L})`, "iu"), meaning] as const
  );
  const notEven = pattern(`(?<!\\p{L})(?:${lexicon.notEven})\\s+$`, "iu");
  const leadsTo = pattern(`^(?:${lexicon.leadsTo})\\s*$`, "iu");
  const changes = arrivalBefore(lexicon);
  const differs = pattern(`(?<!\\p{L})(?:${lexicon.differs})\\s+$`, "iu");
  const leaves = pattern(
    `(?<!\\p{L})(?:${lexicon.range.leaves})\\s+(?:(?:${lexicon.minus})\\s+)?[\\p{L}\\d][^.;]{0,20}$`,
    "iu"
  );
  const aboutSomething = pattern(`(?<!\\p{L})(?:${lexicon.speaksOf})\\s*$`, "iu");
  const during = pattern(`^(?:${lexicon.during})\\s*$`, "iu");
  const lasts = pattern(`(?<!\\p{L})(?:${lexicon.lasts})\\s+$`, "iu");

  return {
    /** What follows an amount, and how many characters it takes. */
    after(right: string): { comparator: Comparator; length: number } | undefined {
      if (right === "") return undefined;
      for (const [source, comparator] of following) {
        const match = source.exec(right);
        if (match) return { comparator, length: match[0].length };
      }
      return undefined;
    },

    /** What leads to an amount in a unit, and how many characters of it are printed with the amount. */
    before(left: string, unit: string): { comparator: Comparator; length: number } | undefined {
      if (left === "" || unit === "rank" || aboutSomething.test(left)) return undefined;
      const missed = unit === "fraction" ? notEven.exec(left) : null;
      if (missed) return { comparator: "<", length: missed[0].length };
      const [led] = leading
        .flatMap(([source, meaning]) => {
          const match = source.exec(left);
          return match ? [{ words: match[0], before: left.slice(0, match.index), meaning }] : [];
        })
        .sort((a, b) => b.words.length - a.words.length);
      if (led === undefined) return undefined;
      // "Repaid over 12 years" says in what time, "for over 12 years" how long at least.
      if (isTime(unit) && during.test(led.words) && !lasts.test(led.before)) return undefined;
      // "Grows up to" leads to where it arrives, and sets no limit: printed with the amount alone, it would set one.
      // "Falls by up to" does.
      const isChange = changes.test(led.before) || leaves.test(led.before);
      if (leadsTo.test(led.words) && isChange && !differs.test(led.before)) return { comparator: "=", length: 0 };
      return { comparator: led.meaning, length: led.words.length };
    }
  };
}

/** The amount of a number that sets a limit by its comparator, or of an interval up to a second one. */
export function amountOf(
  value: number,
  high: number | undefined,
  comparator: Comparator | undefined
): { low?: number; value?: number; high?: number } {
  if (high !== undefined) return { low: value, high };
  if (comparator?.startsWith(">")) return { low: value };
  if (comparator?.startsWith("<")) return { high: value };
  return comparator === "nearly" ? { value, high: value } : { value };
}

/** «Человек двадцать», «раза в три»: a noun before its number, with nothing after it that is counted, makes it a rough one. */
export function approximationReader(lexicon: Lexicon, units: UnitReader) {
  const noun = pattern(`(?<![\\p{L}\\d]|\\d\\s)(${lexicon.approximated})\\s+(?:(?:${lexicon.roughly})\\s+)?$`, "iu");
  const open = namesNothing(lexicon);
  return {
    /** The unit that such a noun is, and how many characters of it are printed with the amount. */
    before(left: string, right: string): { unit: string; length: number } | undefined {
      const match = noun.exec(left);
      if (!match || !open.test(right)) return undefined;
      return { unit: units.after(` ${match[1]}`)?.sign ?? "1", length: match[0].length };
    }
  };
}
