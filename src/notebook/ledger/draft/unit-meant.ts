import type { Vocabulary } from "../schema.ts";
import { stemOf } from "../text/cues.ts";
import type { Expression } from "../text/expression.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { namesNothing } from "../text/neighbours.ts";
import { pattern } from "../text/patterns.ts";
import { isMoney } from "../text/units.ts";

/** Whether an amount is a bare number, of which a text says no unit that is measured in. */
const isBare = ({ unit }: Expression): boolean => unit === null || /^(?:rank|times|occasions|1)$/.test(unit);

export const isYearly = ({ perYear, per }: Expression): boolean => perYear || per === "yr";

/** A unit of the vocabulary for an expression. */
interface UnitMeant {
  id: string | null;
  /** By what the numbers of the expression are divided to stand in the unit. */
  divisor: number;
  isGuess: boolean;
}

export type UnitReader = ReturnType<typeof unitMeant>;

/** Which unit of a vocabulary an expression means, and what can be counted in it. */
export function unitMeant({ units, metrics }: Pick<Vocabulary, "units" | "metrics">) {
  const hasUnitOfPrice = (sign: string, per: string): boolean => units.some(({ id }) => id === `${sign}/${per}`);

  /** The unit of a dimension that a sign means, at the scale of the expression where the vocabulary has one. */
  function unitFor(dimension: string, sign: string, scale: number): { id: string; divisor: number } | null {
    const own = units.filter((unit) => unit.dimension === dimension);
    const base = own.find(
      ({ id, synonyms, sign: short, prose, one }) =>
        id === sign ||
        id === `${sign}/yr` ||
        short === sign ||
        prose === sign ||
        one === sign ||
        synonyms.includes(sign)
    );
    if (!base) return null;
    const scaled = own.find(({ canonical, factor }) => canonical === base.canonical && factor === base.factor * scale);
    return scaled ? { id: scaled.id, divisor: scale } : { id: base.id, divisor: 1 };
  }

  /** The sign of an expression with that of what it is divided by: dollars per kilogram. */
  const wholeSign = (expression: Expression): string =>
    expression.per && !isYearly(expression) ? `${expression.unit ?? ""}/${expression.per}` : (expression.unit ?? "");

  function unitIn(expression: Expression, dimension: string): { id: string; divisor: number } | null {
    if (!isBare(expression))
      return unitFor(dimension, expression.unit === "fraction" ? "%" : wholeSign(expression), expression.scale);
    const bare = units.find((one) => one.dimension === dimension && (expression.unit === null || one.id === "1"));
    return bare ? { id: bare.id, divisor: 1 } : null;
  }

  return {
    /** Tells in which dimensions an expression can be. */
    fitting(expression: Expression): (dimension: string) => boolean {
      const sign = expression.unit ?? "";
      const yearly = isYearly(expression);
      const isOurs = metrics.some(({ dimension }) => unitFor(dimension, sign, 1) !== null);
      return (dimension) => {
        if (expression.unit === null) return true;
        if (isBare(expression)) return dimension === "count";
        if (sign === "fraction" || sign === "%") return dimension === "share";
        // Money in a currency that the vocabulary lacks is money all the same.
        if (isMoney(sign) && !(isOurs && (yearly || units.some(({ id }) => id === sign))))
          return dimension === (expression.per ? "price" : yearly ? "money-per-year" : "money");
        // Dollars a tonne are a price, though the vocabulary counts them by the kilogram.
        if (isMoney(sign) && expression.per && !hasUnitOfPrice(sign, expression.per)) return dimension === "price";
        if (/^(?:month|week|day|decade)$/.test(sign)) return dimension === "time";
        const isFlow = units.some((unit) => unit.dimension === dimension && unit.id.endsWith("/yr"));
        return unitFor(dimension, wholeSign(expression), 1) !== null && (yearly ? isFlow : true);
      };
    },

    /** The unit of an expression that is one of a metric, or of none that is known. */
    find(expression: Expression, metric: { dimension: string } | undefined): UnitMeant {
      const unit = metric ? unitIn(expression, metric.dimension) : null;
      // Tonnes that become tonnes a year by their metric alone, and what the vocabulary has no unit for.
      const isSupposed = unit !== null && !isYearly(expression) && !isBare(expression) && /\/yr$/.test(unit.id);
      const isLacking = unit === null && (metric !== undefined || !isBare(expression) || expression.per !== null);
      return { id: unit?.id ?? null, divisor: unit?.divisor ?? 1, isGuess: isLacking || isSupposed };
    }
  };
}

/** Tells what an amount of money is the price of, where the sentence says so apart from it: "a kilogram costs 70 euros". */
export function priceFinder(lexicon: Lexicon): (expression: Expression, text: string) => string | null {
  const priced = lexicon.units
    .filter(([, sign]) => /^(?:kg|t|lb|oz|bbl)$/.test(sign))
    .map(
      ([source, sign]) =>
        [
          pattern(
            `(?<!\\p{L}|\\d[\\s.,-]?)(?:${source})(?!\\p{L})[^.;]{0,40}?(?<!\\p{L})(?:${lexicon.costs})(?!\\p{L})`
          ),
          sign
        ] as const
    );
  return ({ unit, start }, text) => {
    if (unit === null || !isMoney(unit)) return null;
    return priced.find(([source]) => [...text.matchAll(source)].some(({ index }) => index < start))?.[1] ?? null;
  };
}

/** Tells the currency of a sum that its text leaves open; null where it has said it, or where no sum is meant. */
export function currencyMeant(
  lexicon: Lexicon
): (expression: Expression, text: string, earlier: Earlier) => string | null {
  const paid = pattern(`(?<!\\p{L})(?:${lexicon.paid})(?!\\p{L})[^.;:!?]{0,40}$`, "iu");
  const open = namesNothing(lexicon);
  const regions = new Intl.DisplayNames([lexicon.language], { type: "region" });
  const spokenOf = (region: string, words: string): RegExp =>
    pattern(`(?<!\\p{L})(?:${words}|${stemOf(regions.of(region) ?? region)}\\p{L}*)(?!\\p{L})`, "iu");
  const yen = spokenOf("JP", lexicon.yen);
  const yuan = spokenOf("CN", lexicon.yuan);
  return ({ start, end, printed, unit, scale, isGoneOnWith }, text, { currency, whole }) => {
    if (unit === "CNY" && printed.includes("¥"))
      return [text, whole].some((words) => yen.test(words) && !yuan.test(words)) ? "JPY" : null;
    // What a word of paying leads to is a sum, even where the last unit was another: a ton "went up to 76 thousand".
    const isOpen = unit === "1" || (isGoneOnWith === true && !isMoney(unit ?? ""));
    const isSum = isOpen && scale > 1 && open.test(text.slice(end)) && paid.test(text.slice(0, start));
    return isSum ? currency : null;
  };
}

/** What an article has said before an amount: the currency it last named, and all its words. */
interface Earlier {
  currency: string | null;
  whole: string;
}
