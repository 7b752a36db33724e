import { exact } from "../amounts.ts";
import type { Comparator } from "../schema.ts";
import { amountOf, approximationReader, comparatorReader } from "./comparators.ts";
import { compoundReader } from "./compound-units.ts";
import type { Expression } from "./expression.ts";
import type { Lexicon, Meaning } from "./lexicon.ts";
import { multiplesAndRanks } from "./multiples-and-ranks.ts";
import { neighbourReader } from "./neighbours.ts";
import { noiseFinder } from "./noise.ts";
import { numberPairs } from "./number-pairs.ts";
import { numbersIn, type TextNumber } from "./numbers.ts";
import { bounded, matchesOf, pattern, plain } from "./patterns.ts";
import { rateReader } from "./rates.ts";
import { currencyBefore, isMoney, unitReader } from "./units.ts";

/** Finds what a language's texts say of quantities. `more` are the words that a vocabulary has for its units. */
export function expressionFinder(lexicon: Lexicon, more: Meaning<string> = []): (text: string) => Expression[] {
  const isNoise = noiseFinder(lexicon);
  const units = unitReader(lexicon, more);
  const { isPart, isAlone, shareOf, rangeOf } = numberPairs(lexicon, units);
  const comparators = comparatorReader(lexicon);
  const { multipleOf, rankEnd } = multiplesAndRanks(lexicon);
  const { inherit, isCounted } = neighbourReader(lexicon);
  const approximated = approximationReader(lexicon, units);
  const inTwoUnits = compoundReader(lexicon, units);
  const rates = rateReader(lexicon, units);
  const belowZero = pattern(`^\\s+(?:${lexicon.belowZero})(?!\\p{L})`, "iu");
  const people = pattern(`^(?:${lexicon.people})$`, "iu");
  const decades = pattern(bounded(lexicon.decade));
  const leading = lexicon.before.map(([source]) => source).join("|");
  const oneUnit = pattern(`(?<=(?<![\\p{L}\\d])(?:${leading})\\s+)(?:${lexicon.oneUnit})(?=\\s+\\p{L})`, "giu");
  const every = pattern(`(?<!\\p{L})(?:${lexicon.every})\\s+$`, "iu");
  const ofOne = pattern(`^\\s+(?:${lexicon.ofOne})(?=\\s)`, "iu");
  const perYear = pattern(`^[\\s,]{0,2}(?:[\\p{L}-]+\\s+){0,4}?(?:${lexicon.perYear})(?!\\p{L})`, "iu");
  const annual = pattern(`(?<!\\p{L})(?:${lexicon.annual})\\s+(?:[\\p{L}]+\\s+){0,5}$`, "iu");
  const vague = lexicon.vague.map(([source, meaning]) => [pattern(`(?<!\\p{L})(?:${source})`), meaning] as const);

  const spelledOut = ({ index, 0: words }: RegExpExecArray, number: number): TextNumber => ({
    start: index,
    end: index + words.length,
    number,
    scale: 1,
    isWord: true,
    kind: "plain"
  });

  return (raw) => {
    const text = plain(raw);
    const spans = matchesOf(text, decades).map((match) => spelledOut(match, 10));
    // "More than a year".
    const ones = matchesOf(text, oneUnit)
      .map((match) => spelledOut(match, 1))
      .filter(({ end }) => (units.after(text.slice(end))?.sign ?? "1") !== "1");
    const counted = numbersIn(text, lexicon)
      .filter((number) => !isNoise(text, number))
      .map((number) => (number.kind === "scale" ? { ...number, kind: "plain" as const } : number));
    const all = [...counted, ...spans, ...ones].sort((a, b) => a.start - b.start);
    const found: Expression[] = [];
    const loose = new Set<Expression>();
    for (let i = 0; i < all.length; i++) {
      const first = all[i];
      if (first === undefined || found.some(({ end }) => first.start < end)) continue;
      const expression = express(first, all[i + 1]);
      if (!expression) continue;
      found.push(expression);
      const whole = all.find(({ start }) => start >= expression.end);
      if (whole && isPart(text, expression.end, first, whole)) expression.end = whole.end;
    }
    inherit(text, found);
    const kept = found.filter((one) => !loose.has(one) || one.isGoneOnWith);
    for (const [source, meaning] of vague)
      for (const match of matchesOf(text, source)) {
        const [start, end] = [match.index, match.index + match[0].trimEnd().length];
        if (kept.some((one) => one.start < end && start < one.end)) continue;
        kept.push({
          start,
          end,
          printed: eightWords(raw.slice(start, end)),
          comparator: "unquantified",
          scale: 1,
          unit: null,
          perYear: perYear.test(text.slice(end)),
          per: null,
          vague: meaning
        });
      }
    return kept.filter((one) => isCounted(text, one, kept)).sort((a, b) => a.start - b.start);

    /** A number with the one that it makes an expression with, and the unit that they share. */
    function express(first: TextNumber, next: TextNumber | undefined): Expression | undefined {
      const lead = currencyBefore(text.slice(0, first.start));
      // "Every fifth" is a share for both its words.
      const each = first.kind === "fraction" ? (every.exec(text.slice(0, first.start))?.[0].length ?? 0) : 0;
      let start = first.start - (lead?.length ?? each);
      let end = first.end;
      const unitOfFirst = lead ? undefined : units.after(text.slice(end));
      const share = next && shareOf(text, first, next);
      if (share)
        return finish({ start, end: share.end }, { number: share.number, scale: 1 }, undefined, "fraction", first);
      const wide = next && rangeOf(text, first, next, start, end + (unitOfFirst?.length ?? 0));
      if (wide?.isInterval) {
        end = wide.second.end;
        start -= wide.opens;
      } else if (next && isAlone(text.slice(end, next.start), first, next)) end = next.end;
      const second = wide?.isInterval ? wide.second : undefined;
      const scale = second?.scale ?? (first.scale === 1 && wide ? wide.second.scale : first.scale);
      const number = { number: first.number, scale: first.scale === 1 ? scale : first.scale };
      const shared = wide && !second ? units.after(text.slice(wide.second.end)) : undefined;
      const unit = spans.includes(first) ? "yr" : (lead?.sign ?? shared?.sign);
      const whole = finish({ start, end }, number, second, unit, first);
      // "From 250 to 750 dollars a kilogram": the first is in what the second is.
      if (whole && wide && shared && whole.per === null)
        whole.per = units.dividing(text.slice(wide.second.end + shared.length))?.sign ?? null;
      return whole;
    }

    /** The number or interval at a place with what surrounds it: unit, comparator, time. */
    function finish(
      place: { start: number; end: number },
      { number, scale }: { number: number; scale: number },
      second: TextNumber | undefined,
      known: string | undefined,
      first: TextNumber
    ): Expression | undefined {
      let { start, end } = place;
      let comparator: Comparator | undefined;
      const takeAfter = (): void => {
        const said = comparator === undefined ? comparators.after(text.slice(end)) : undefined;
        comparator ??= said?.comparator;
        end += said?.length ?? 0;
      };
      takeAfter();
      let unit = known;
      // "Half a tonne": a fraction of one of a unit.
      const one = first.kind === "fraction" ? (ofOne.exec(text.slice(end))?.[0].length ?? 0) : 0;
      const follows = units.after(text.slice(end + one));
      if (follows && one > 0) end += one;
      if (follows && (unit === undefined || unit === follows.sign)) {
        unit = follows.sign;
        end += follows.length;
      }
      const part = unit !== undefined && !second && scale === 1 ? inTwoUnits.after(text, end, unit) : undefined;
      end = part?.end ?? end;
      takeAfter();
      const sub = unit === "°C" ? (belowZero.exec(text.slice(end))?.[0].length ?? 0) : 0;
      end += sub;
      const multiple = multipleOf(text, first, end, unit !== undefined);
      if (multiple) {
        ({ unit, end } = multiple);
        if (multiple.isRough) comparator ??= "~";
      } else if (first.kind === "ordinal") {
        const ends = rankEnd(text, start, end, found.at(-1));
        if (ends === undefined) return undefined;
        unit = "rank";
        end = ends;
      } else if (first.kind === "fraction") unit ??= "fraction";
      unit ??= "1";
      const [, own = unit, time] = /^(.*) a (year|day)$/.exec(unit) ?? [];
      unit = own;
      const rough = unit === "1" ? approximated.before(text.slice(0, start), text.slice(end)) : undefined;
      if (rough) {
        comparator ??= "~";
        unit = rough.unit;
        start -= rough.length;
      }
      const led = comparators.before(text.slice(0, start), unit);
      comparator ??= led?.comparator;
      start -= led?.length ?? 0;
      // "To double": the word alone may be no number.
      if (unit === "times" && first.kind === "multiple" && numbersIn(text.slice(start, end), lexicon).length === 0)
        start -= /\S+\s+$/.exec(text.slice(0, start))?.[0].length ?? 0;
      const isFlow = !/^(?:times|occasions|rank|fraction|%|yr|month|week|day|h|min|s|°C)$/.test(unit);
      const year = isFlow ? perYear.exec(text.slice(end)) : null;
      const isYearly = time === "year" || year !== null || (isFlow && annual.test(text.slice(0, start)));
      const whole = isMoney(unit) && number * scale < 1e6 ? "sum" : unit === "1" ? "count" : "amount";
      const rate = isYearly || !isFlow ? undefined : rates.after(text, end);
      const divided = rate || isYearly || !isFlow ? undefined : units.dividing(text.slice(end), whole);
      const printedEnd = rate?.end ?? end + (year?.[0].length ?? divided?.length ?? 0);
      const isEmpty = first.isWord && first.kind === "plain" && unit === "1" && scale === 1;
      if (isEmpty && number < 2) return undefined;
      const years = unit === "decade" ? 10 : unit === "centuries" ? 100 : 1;
      if (years > 1) unit = "yr";
      const sign = sub > 0 ? -1 : 1;
      const ends = [
        exact(sign * (number * scale + (part?.part ?? 0)) * years),
        ...(second ? [exact(sign * second.number * second.scale * years)] : [])
      ].sort((a, b) => a - b);
      const [least = 0, most] = ends;
      const made: Expression = {
        start,
        end: printedEnd,
        printed: eightWords(raw.slice(start, printedEnd).trim(), raw.slice(first.start, end).trim()),
        ...amountOf(least, most, comparator),
        // An interval has both its ends, whatever it says of them.
        comparator: most === undefined || comparator === "~" ? (comparator ?? "=") : "=",
        scale,
        unit,
        perYear: isYearly,
        per: rate?.sign ?? divided?.sign ?? (time === "day" ? time : null)
      };
      // "Of them, two": a word that counts nothing by itself may go on with a unit.
      const countsSomething = /^\s*\p{L}/u.test(text.slice(end)) || comparator !== undefined || number > 12;
      if (isEmpty && !countsSomething && !people.test(text.slice(start, end))) loose.add(made);
      return made;
    }
  };
}

/** A phrase of at most eight words, as the ledger keeps them: its own core where the whole is longer. */
const eightWords = (phrase: string, core = phrase): string =>
  [phrase, core].find((words) => words.split(/\s+/).length <= 8) ?? core.split(/\s+/).slice(0, 8).join(" ");
