import { exact } from "../amounts.ts";
import type { Comparator } from "../schema.ts";
import type { Lexicon, Meaning, Vague } from "./lexicon.ts";
import { noiseFinder } from "./noise.ts";
import { numbersIn, type TextNumber } from "./numbers.ts";
import { bounded, matchesOf, pattern, plain } from "./patterns.ts";
import { currencyBefore, unitReader } from "./units.ts";

/** What a phrase of a text says of a quantity, in the words of the text: nothing of it is yet a term of the vocabulary. */
export interface Expression {
  start: number;
  end: number;
  printed: string;
  /** The numbers with their scale applied: in tonnes where the text says "million tonnes". */
  low?: number;
  value?: number;
  high?: number;
  comparator: Comparator;
  /** The scale that the text names once for it: a million for "28.5 million tonnes". */
  scale: number;
  /** The sign of a unit; `1` for a count, `occasions` for how often, `rank`, `times`; null for a phrase without a number. */
  unit: string | null;
  perYear: boolean;
  /** The sign of the unit that the amount is divided by, where that is no year: dollars per kilogram. */
  per: string | null;
  vague?: Vague;
}

/** Finds what a language's texts say of quantities. `more` are the words that a vocabulary has for its units. */
export function expressionFinder(lexicon: Lexicon, more: Meaning<string> = []): (text: string) => Expression[] {
  const isNoise = noiseFinder(lexicon);
  const units = unitReader(lexicon, more);
  const { opens, to, and, or } = lexicon.range;
  const opened = pattern(`(?<!\\p{L})(?:${opens})\\s+$`, "iu");
  const joins = {
    dash: /^\s*-\s*$/,
    to: pattern(`^\\s*(?:${to})\\s*$`, "iu"),
    and: pattern(`^\\s*(?:${and})\\s*$`, "iu"),
    or: pattern(`^\\s*(?:${or})\\s*$`, "iu")
  };
  const changes = pattern(`(?<!\\p{L})(?:${lexicon.arrives})(?!\\p{L})[^.;]{0,80}$`, "iu");
  const outOf = pattern(`^\\s+(?:${lexicon.outOf})\\s+$`, "iu");
  const outOfThem = pattern(`^\\s+\\p{Ll}+\\s+(?:${lexicon.outOf})\\s+$`, "iu");
  const part = pattern(`^\\s+(?:${lexicon.outOf}|${lexicon.of})\\s+(?:[\\p{L}’'-]+\\s+){0,2}$`, "iu");
  const ofOne = pattern(`^\\s+(?:${lexicon.ofOne})(?=\\s)`, "iu");
  const every = pattern(`(?<!\\p{L})(?:${lexicon.every})\\s+$`, "iu");
  const ofNoun = pattern(`\\p{L}\\s+(?:${lexicon.of})\\s+$`, "iu");
  const against = pattern(`^\\s*(?:${lexicon.against})\\s*$`, "iu");
  const differs = pattern(`(?<!\\p{L})(?:${lexicon.differs})\\s*$`, "iu");
  const during = pattern(`^(?:${lexicon.during})\\s*$`, "iu");
  const lasts = pattern(`(?<!\\p{L})(?:${lexicon.lasts})\\s+$`, "iu");
  const takesTime = pattern(`(?<!\\p{L})(?:${lexicon.takesTime})(?!\\p{L})[^.;]{0,40}$`, "iu");
  const margin = /^\s*(?:±|\+\/-)\s*$/;
  const decades = pattern(bounded(lexicon.decade));
  const comparators = lexicon.before.map(([source]) => source).join("|");
  const oneUnit = pattern(`(?<=(?<![\\p{L}\\d])(?:${comparators})\\s+)(?:${lexicon.oneUnit})(?=\\s+\\p{L})`, "giu");
  const before = lexicon.before.map(
    ([source, meaning]) =>
      [pattern(`(?<![\\p{L}\\d])(?:${source})\\s*(?:the |an? |в |на )?\\s*$`, "iu"), meaning] as const
  );
  const after = lexicon.after.map(
    ([source, meaning]) => [pattern(`^\\s?(?:${source})(?!\\p{L})`, "iu"), meaning] as const
  );
  const leadsTo = pattern(`^(?:${lexicon.leadsTo})\\s*$`, "iu");
  const aboutSomething = pattern(`(?<!\\p{L})(?:${lexicon.speaksOf})\\s*$`, "iu");
  const perYear = pattern(`^[\\s,]{0,2}(?:[\\p{L}-]+\\s+){0,4}?(?:${lexicon.perYear})(?!\\p{L})`, "iu");
  const annual = pattern(`(?<!\\p{L})(?:${lexicon.annual})\\s+(?:[\\p{L}]+\\s+){0,5}$`, "iu");
  const times = pattern(`^\\s*(?:${lexicon.times})(?!\\p{L})`, "iu");
  const often = pattern(`^\\s*(?:${lexicon.often})$`, "iu");
  const multiplies = {
    after: pattern(`^(?:\\s+\\p{Ll}+)?\\s+(?:${lexicon.multiplies})(?!\\p{L})`, "iu"),
    before: pattern(`(?<!\\p{L})(?:${lexicon.multiplied})\\s*$`, "iu")
  };
  const vague = lexicon.vague.map(([source, meaning]) => [pattern(`(?<!\\p{L})(?:${source})`), meaning] as const);
  const rankAfter = pattern(`^[\\s-]+(?:\\w+\\s+){0,1}?(?:${lexicon.rankNouns})`, "iu");
  const rankBefore = pattern(`(?<!\\p{L})(?:${lexicon.rankVerbs})\\s*$`, "iu");
  const magnitude = pattern(lexicon.magnitude, "iu");
  const ago = pattern(`^\\s*(?:${lexicon.ago})(?!\\p{L})`, "iu");
  const spanned = pattern(`(?<!\\p{L})(?:${lexicon.spans})\\s*$`, "iu");
  const isTime = /^(?:yr|month|week|day|h|min|s)$/;
  const open = pattern(`^\\s*(?:$|[.,;:!?)»”"-]|(?:${lexicon.ofThem}|${lexicon.function})(?!\\p{L}))`, "iu");

  return (raw) => {
    const text = plain(raw);
    const spans = matchesOf(text, decades).map(({ index, 0: words }): TextNumber => {
      return { start: index, end: index + words.length, number: 10, scale: 1, isWord: true, kind: "plain" };
    });
    // "More than a year".
    const ones = matchesOf(text, oneUnit).flatMap(({ index, 0: words }): TextNumber[] => {
      const end = index + words.length;
      const unit = units.after(text.slice(end));
      return unit === undefined || unit.sign === "1"
        ? []
        : [{ start: index, end, number: 1, scale: 1, isWord: true, kind: "plain" }];
    });
    const counted = numbersIn(text, lexicon)
      .filter((number) => !isNoise(text, number))
      .map((number) => (number.kind === "scale" ? { ...number, kind: "plain" as const } : number));
    const all = [...counted, ...spans, ...ones].sort((a, b) => a.start - b.start);
    const found: Expression[] = [];
    for (let i = 0; i < all.length; i++) {
      const first = all[i];
      if (first === undefined || found.some(({ end }) => first.start < end)) continue;
      const expression = express(first, all[i + 1]);
      if (!expression) continue;
      found.push(expression);
      // "12 of the 31 districts" is one statement of twelve.
      const whole = all.find(({ start }) => start >= expression.end);
      if (whole && isPart(expression.end, first, whole)) expression.end = whole.end;
    }
    inherit(found);
    for (const [source, meaning] of vague)
      for (const match of matchesOf(text, source)) {
        const [start, end] = [match.index, match.index + match[0].trimEnd().length];
        if (found.some((one) => one.start < end && start < one.end)) continue;
        found.push({
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
    return found.filter(isCounted).sort((a, b) => a.start - b.start);

    /** The number with what surrounds it: the other end of an interval, unit, comparator, time. */
    function express(first: TextNumber, next: TextNumber | undefined): Expression | undefined {
      const lead = currencyBefore(text.slice(0, first.start));
      // "Every fifth" is a share for both its words.
      const each = first.kind === "fraction" ? (every.exec(text.slice(0, first.start))?.[0].length ?? 0) : 0;
      let start = first.start - (lead?.length ?? each);
      let end = first.end;
      const unitOfFirst = lead ? undefined : units.after(text.slice(end));
      const share = next && shareOf(first, next);
      if (share)
        return finish({ start, end: share.end }, { number: share.number, scale: 1 }, undefined, "fraction", first);
      const wide = next && rangeOf(first, next, end + (unitOfFirst?.length ?? 0), start);
      if (wide?.isInterval) {
        end = wide.second.end;
        start -= opened.exec(text.slice(0, start))?.[0].length ?? 0;
      } else if (next && margin.test(text.slice(end, next.start))) end = next.end;
      // "2.3 to 1": one number, held against one.
      else if (next?.number === 1 && next.scale === 1 && first.number > 1 && against.test(text.slice(end, next.start)))
        end = next.end;
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

    function isPart(from: number, one: TextNumber, whole: TextNumber): boolean {
      return (
        one.kind !== "fraction" &&
        whole.kind === "plain" &&
        part.test(text.slice(from, whole.start)) &&
        whole.number * whole.scale > one.number
      );
    }

    /** "One in ten", "four out of five". */
    function shareOf(a: TextNumber, b: TextNumber): { number: number; end: number } | undefined {
      const of = b.number * b.scale;
      if (a.kind !== "plain" || b.kind !== "plain" || a.scale !== 1 || a.number >= of) return undefined;
      const between = text.slice(a.end, b.start);
      // "One school in six" is a share; "two schools in six towns" is not.
      if (!outOf.test(between) && !(a.number === 1 && a.isWord && outOfThem.test(between))) return undefined;
      const isOne = a.number === 1 && a.isWord && Number.isInteger(of) && of < 100;
      if (!isOne && !wholes.includes(of)) return undefined;
      // "Four in five tonnes" is a share; "two in five years" and "3 in 10 tonnes" are not.
      const unit = units.after(text.slice(b.end))?.sign;
      if (unit !== undefined && !(a.isWord && b.isWord && !isTime.test(unit))) return undefined;
      return { number: a.number / of, end: b.end };
    }

    /** Whether two numbers are the ends of an interval, or where a change begins and ends. */
    function rangeOf(
      a: TextNumber,
      b: TextNumber,
      from: number,
      start: number
    ): { second: TextNumber; isInterval: boolean } | undefined {
      if (a.kind !== b.kind && a.kind !== "plain") return undefined;
      const lead = currencyBefore(text.slice(from, b.start));
      const between = text.slice(from, b.start - (lead?.length ?? 0));
      const ofFirst = currencyBefore(text.slice(0, a.start))?.sign ?? units.after(text.slice(a.end))?.sign;
      const ofSecond = lead?.sign ?? units.after(text.slice(b.end))?.sign;
      if (ofFirst !== undefined && ofSecond !== undefined && ofFirst !== ofSecond) return undefined;
      const isOpened = opened.test(text.slice(0, start));
      const runsUp = a.number * (a.scale === 1 && a.number <= b.number ? b.scale : a.scale) <= b.number * b.scale;
      if (joins.to.test(between)) {
        const isChange = isOpened && changes.test(text.slice(0, start));
        if (isChange) return { second: b, isInterval: false };
        // "Rise by 45,000 tonnes to 121,000 tonnes": by how much, and to what.
        if (differs.test(text.slice(0, start))) return undefined;
        return runsUp ? { second: b, isInterval: true } : undefined;
      }
      const isJoined =
        joins.dash.test(between) || (joins.and.test(between) && isOpened) || (joins.or.test(between) && a.scale === 1);
      return isJoined && runsUp && a.number * a.scale !== b.number * b.scale
        ? { second: b, isInterval: true }
        : undefined;
    }

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
        if (end === text.length) return;
        for (const [source, meaning] of after) {
          const match = source.exec(text.slice(end));
          if (!match || comparator) continue;
          end += match[0].length;
          comparator = meaning;
        }
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
      takeAfter();
      const isTimes = unit === undefined && times.test(text.slice(end));
      if (first.kind === "multiple" || isTimes) {
        // "An order of magnitude" is never meant exactly.
        if (magnitude.test(text.slice(first.start, end))) comparator ??= "~";
        unit = "times";
        const ends = end + (times.exec(text.slice(end))?.[0].length ?? 0);
        // "Changed hands three times" counts, "three times the price" multiplies.
        const isCount = often.test(text.slice(isTimes ? end : first.start, ends)) && !isMultiple(first.start, ends);
        end = ends;
        if (isCount) unit = "occasions";
      } else if (first.kind === "ordinal") {
        const ranks = rankAfter.exec(text.slice(end));
        const isRank =
          ranks !== null ||
          rankBefore.test(text.slice(0, start)) ||
          (found.at(-1)?.unit === "rank" &&
            open.test(text.slice(end)) &&
            !/[.;!?]/.test(text.slice(found.at(-1)?.end, start)));
        if (!isRank) return undefined;
        unit = "rank";
        end += ranks?.[0].length ?? 0;
      } else if (first.kind === "fraction") unit ??= "fraction";
      unit ??= "1";
      const isOfYear = unit.endsWith(" a year");
      unit = unit.replace(/ a year$/, "");
      const [led] = (start > 0 ? before : [])
        .flatMap(([source, meaning]) => {
          const match = source.exec(text.slice(0, start));
          return match ? [{ match, meaning }] : [];
        })
        .sort((a, b) => b.match[0].length - a.match[0].length);
      // "Repaid over 12 years" says in what time, "for over 12 years" how long at least.
      const isDuring =
        led !== undefined &&
        isTime.test(unit) &&
        during.test(led.match[0]) &&
        !lasts.test(text.slice(0, led.match.index));
      if (led && !isDuring && unit !== "rank" && !aboutSomething.test(text.slice(0, start))) {
        // "Grows up to" leads to where it arrives, and sets no limit.
        const isArrival = leadsTo.test(led.match[0]) && changes.test(text.slice(0, led.match.index));
        comparator ??= isArrival ? "=" : led.meaning;
        // What leads to where something arrives is not printed with it: alone it would set a limit.
        if (!isArrival) start = led.match.index;
      }
      // "To double": the word alone may be no number.
      if (unit === "times" && first.kind === "multiple" && numbersIn(text.slice(start, end), lexicon).length === 0)
        start -= /\S+\s+$/.exec(text.slice(0, start))?.[0].length ?? 0;
      const isFlow = !/^(?:times|occasions|rank|fraction|%|yr|month|week|day|h|min|s|°C)$/.test(unit);
      const year = isFlow ? perYear.exec(text.slice(end)) : null;
      const isYearly = isOfYear || year !== null || (isFlow && annual.test(text.slice(0, start)));
      const divided = isYearly || !isFlow ? undefined : units.dividing(text.slice(end));
      const printedEnd = end + (year?.[0].length ?? divided?.length ?? 0);
      const isEmpty = first.isWord && first.kind === "plain" && unit === "1" && scale === 1;
      if (isEmpty && (number < 2 || (!/^\s*\p{L}/u.test(text.slice(end)) && comparator === undefined)))
        return undefined;
      const years = unit === "decade" ? 10 : unit === "centuries" ? 100 : 1;
      if (years > 1) unit = "yr";
      const value = exact(number * scale * years);
      const amount = second
        ? { low: value, high: exact(second.number * second.scale * years) }
        : comparator?.startsWith(">")
          ? { low: value }
          : comparator?.startsWith("<")
            ? { high: value }
            : comparator === "nearly"
              ? { value, high: value }
              : { value };
      return {
        start,
        end: printedEnd,
        printed: eightWords(raw.slice(start, printedEnd).trim(), raw.slice(first.start, end).trim()),
        ...amount,
        comparator: comparator ?? "=",
        scale,
        unit,
        perYear: isYearly,
        per: divided?.sign ?? null
      };
    }

    /** A number that says nothing of what it counts ("180,000 this time") goes on with the unit before it. */
    function inherit(list: Expression[]): void {
      list.forEach((one, i) => {
        if (one.unit !== "1" || one.perYear || !open.test(text.slice(one.end))) return;
        const giver = list
          .slice(0, i)
          .reverse()
          .find(
            ({ unit }) => unit !== null && !/^(?:1|times|occasions|rank|fraction|yr|month|week|day|h|min)$/.test(unit)
          );
        if (
          giver === undefined ||
          // "(n = 24)" after a percentage.
          /=\s?$/.test(text.slice(0, one.start)) ||
          // "Its workforce of 1,150", after a sentence about tonnes.
          (/[.!?]\s/.test(text.slice(giver.end, one.start)) && ofNoun.test(text.slice(0, one.start))) ||
          (/^\p{L}/u.test(one.printed.split(" ").at(-1) ?? "") && one.scale === 1 && giver.unit !== "%")
        )
          return;
        one.unit = giver.unit;
        one.per = giver.per;
        // "From 170 billion roubles to 340".
        const ratio = (one.value ?? 0) / ((giver.value ?? 0) / giver.scale);
        if (one.scale === 1 && giver.scale > 1 && one.comparator === "=" && ratio > 0.2 && ratio < 5) {
          one.scale = giver.scale;
          one.value = exact((one.value ?? 0) * giver.scale);
        }
      });
    }

    function isMultiple(from: number, to: number): boolean {
      return multiplies.after.test(text.slice(to)) || multiplies.before.test(text.slice(0, from).trimEnd());
    }

    /** Times between things ("ten years ago", "in six years") are stated of something else. */
    function isCounted({ start, end, unit, comparator, low }: Expression): boolean {
      if (unit === null || !/^(?:yr|decade|month|week|day|h|min)$/.test(unit)) return true;
      if (ago.test(text.slice(end))) return false;
      const isSpan = spanned.test(text.slice(0, start)) && !takesTime.test(text.slice(0, start));
      return !(
        isSpan &&
        comparator === "=" &&
        low === undefined &&
        found.some((other) => other.start !== start && Math.abs(other.start - start) < 160)
      );
    }
  };
}

/** What shares are usually told of: "three in 19" is more likely two numbers. */
const wholes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1e3, 1e4, 1e5, 1e6];

/** A phrase of at most eight words, as the ledger keeps them: its own core where the whole is longer. */
const eightWords = (phrase: string, core = phrase): string =>
  [phrase, core].find((words) => words.split(/\s+/).length <= 8) ?? core.split(/\s+/).slice(0, 8).join(" ");
