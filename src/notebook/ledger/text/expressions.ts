import { exact } from "../amounts.ts";
import type { Comparator } from "../schema.ts";
import type { Lexicon, Meaning, Vague } from "./lexicon.ts";

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
  /** The sign of a unit; `1` for a count, `rank`, `times`; null for a phrase without a number. */
  unit: string | null;
  perYear: boolean;
  /** The sign of the unit that the amount is divided by, where that is no year: dollars per kilogram. */
  per: string | null;
  vague?: Vague;
}

interface Atom {
  start: number;
  end: number;
  number: number;
  scale: number;
  /** Whether it is spelled out: such numbers count things only from two upwards. */
  isWord: boolean;
  kind: "plain" | "ordinal" | "fraction" | "multiple";
}

const letter = String.raw`[\p{L}\d]`;

/** The source of an expression with `\w` and `\b` as they are meant: letters of any script. */
const ofAnyScript = (source: string): string =>
  source
    .replace(/\[[^\]]*\]|\\w/g, (part) => (part === "\\w" ? "[\\p{L}\\d_]" : part.replaceAll("\\w", "\\p{L}\\d_")))
    .replaceAll("\\b", `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`);

export const pattern = (source: string, flags = "giu"): RegExp => new RegExp(ofAnyScript(source), flags);

const alternatives = (meanings: Meaning<unknown>): string => meanings.map(([source]) => source).join("|");

/** The text with every kind of space and dash as one, and as long as before. */
export const plain = (text: string): string =>
  text.replace(/[\u00a0\u2007\u2009\u202f\t]/g, " ").replace(/[‐‑‒–—−]/g, "-");

/** Finds what a language's texts say of quantities. */
export function expressionFinder(lexicon: Lexicon): (text: string) => Expression[] {
  const [point, group] = lexicon.decimal === "." ? ["\\.", ","] : [",", "."];
  const numeral = String.raw`(?<![\p{L}\d.,/-]|\d[-:])\d{1,3}(?:(?:[ '’]|${group === "." ? "\\." : group})\d{3}(?!\d))+(?:${point}\d+)?|(?<![\p{L}\d/.,])\d+(?:[.,]\d+)?`;
  const bounded = (source: string): string => `(?<!${letter}|-(?=[\\p{L}]))(?:${source})(?!${letter})`;
  const scales = alternatives(lexicon.scales);
  const scaled = `(?<scale>(?:[\\s-]*(?:${scales})(?!\\p{L}))+)?`;
  const atoms = pattern(
    [
      `(?<multiple>${bounded(alternatives(lexicon.multiples))})`,
      `(?<fraction>${bounded(alternatives(lexicon.fractions))})(?!\\s+(?:year|hour|way)\\b)`,
      `(?<ordinal>${bounded(alternatives(lexicon.ordinals))})(?=[\\s-]+(?:\\w+\\s+){0,1}?(?:${lexicon.rankNouns}))`,
      `(?:(?<numeral>${numeral})|(?<words>${bounded(`(?:${alternatives(lexicon.cardinals)})(?:[\\s-]+(?:${alternatives(lexicon.cardinals)})){0,3}`)}))${scaled}`,
      `(?<alone>${bounded(scales)})(?=[\\s]+(?:of|\\p{L}))`
    ].join("|")
  );
  const meaningOf = <T>(meanings: Meaning<T>, words: string): T | undefined =>
    meanings.find(([source]) => pattern(`^(?:${source.replace(/\(\?=.*\)$/, "")})$`, "iu").test(words))?.[1];
  const join = pattern(`^\\s*(?:${lexicon.rangeJoin})\\s*$`, "iu");
  const before = lexicon.before.map(
    ([source, meaning]) =>
      [pattern(`(?<!\\p{L})(?:${source})\\s*(?:the |a |в |на )?(?:[$€£¥₽]|US\\$)?\\s*$`, "iu"), meaning] as const
  );
  const after = lexicon.after.map(
    ([source, meaning]) => [pattern(`^\\s?(?:${source})(?!\\p{L})`, "iu"), meaning] as const
  );
  const units = lexicon.units.map(([source, unit]) => [pattern(`^[\\s-]*(?:${source})(?!\\p{L})`, "u"), unit] as const);
  const perYear = pattern(`^\\W{0,2}(?:[\\p{L}-]+\\s+){0,4}?(?:${lexicon.perYear})(?!\\p{L})`, "iu");
  const annual = pattern(`(?<!\\p{L})(?:${lexicon.annual})\\s+(?:[\\p{L}]+\\s+){0,5}$`, "iu");
  const arrives = pattern(`(?<!\\p{L})(?:${lexicon.arrives})(?!\\p{L})[^.;]{0,60}$`, "iu");
  const per = pattern(`^\\s*(?:\\p{L}+\\s+)?(?:${lexicon.per})\\s*`, "iu");
  const times = pattern(`^(?:\\s*)(?:${lexicon.times})(?!\\p{L})`, "iu");
  const vague = lexicon.vague.map(([source, meaning]) => [pattern(`(?<!\\p{L})(?:${source})`), meaning] as const);
  const yearAlone = pattern(`(?:^|[\\s(])(?:${lexicon.dated}|${lexicon.months})[\\s,.(]*$`, "iu");
  const rankNoun = pattern(`^[\\s-]+(?:${lexicon.rankNouns})`, "iu");
  const month = pattern(`(?<!\\p{L})(?:${lexicon.months})(?!\\p{L})`, "iu");

  function atomsOf(text: string): Atom[] {
    return [...text.matchAll(atoms)].flatMap((match): Atom[] => {
      const { multiple, fraction, ordinal, numeral: digits, words, scale, alone } = match.groups ?? {};
      const start = match.index;
      const end = start + match[0].length;
      const factor = (scale ?? alone ?? "")
        .split(/[\s-]+/)
        .reduce((product, name) => product * (meaningOf(lexicon.scales, name) ?? 1), 1);
      const atom = (number: number | undefined, kind: Atom["kind"], isWord: boolean): Atom[] =>
        number === undefined ? [] : [{ start, end, number, scale: factor, kind, isWord }];
      if (multiple) return atom(meaningOf(lexicon.multiples, multiple), "multiple", true);
      if (fraction) return atom(meaningOf(lexicon.fractions, fraction), "fraction", true);
      if (ordinal) return atom(meaningOf(lexicon.ordinals, ordinal), "ordinal", true);
      if (digits) return atom(numeralValue(digits, lexicon.decimal), "plain", false);
      if (alone) return atom(1, "plain", true);
      const parts = (words ?? "").split(/[\s-]+/).map((part) => meaningOf(lexicon.cardinals, part) ?? 0);
      return atom(exact(parts.reduce((sum, part) => sum + part, 0)), "plain", true);
    });
  }

  /** Whether a number dates, addresses or names something, and so counts nothing. */
  function isNoQuantity(text: string, { start, end, number, isWord, scale }: Atom): boolean {
    if (isWord) return false;
    const left = text.slice(0, start);
    const right = text.slice(end);
    const digits = text.slice(start, end);
    if (/(?:https?:|www\.)\S*$/.test(left) || /[/_@#=&+]$/.test(left) || /^[/_@]/.test(right)) return true;
    if (/^:\d/.test(right) || /\d:$/.test(left)) return true;
    if (month.test(left.slice(-12).trimEnd().split(/\s/).at(-1) ?? "") && number <= 31) return true;
    if (month.test(right.trimStart().split(/[\s,.]/)[0] ?? "") && number <= 31) return true;
    if (scale !== 1 || !/^\d{4}$/.test(digits) || number < 1500 || number > 2150) return false;
    return !units.some(([unit, sign]) => sign !== "yr" && unit.test(right)) || yearAlone.test(left);
  }

  return (raw) => {
    const text = plain(raw);
    const found: Expression[] = [];
    const all = atomsOf(text).filter((atom) => !isNoQuantity(text, atom));
    for (let i = 0; i < all.length; i++) {
      const first = all[i];
      if (first === undefined) continue;
      const next = all[i + 1];
      const joined = next !== undefined && first.kind === next.kind && isRange(text, first, next) ? next : undefined;
      if (joined) i++;
      const expression = express(text, first, joined);
      if (expression) found.push(expression);
    }
    for (const [source, meaning] of vague)
      for (const match of text.matchAll(source))
        if (!found.some(({ start, end }) => start < match.index + match[0].length && match.index < end))
          found.push({
            start: match.index,
            end: match.index + match[0].trimEnd().length,
            printed: eightWords(raw.slice(match.index, match.index + match[0].trimEnd().length)),
            comparator: "unquantified",
            scale: 1,
            unit: null,
            perYear: perYear.test(text.slice(match.index + match[0].length)),
            per: null,
            vague: meaning
          });
    return found.sort((a, b) => a.start - b.start);

    function isRange(whole: string, a: Atom, b: Atom): boolean {
      const between = whole.slice(a.end, b.start);
      const percent = between.replace(/^\s*%/, "");
      const isDash = /^\s*-\s*$/.test(percent);
      const opened = /(?:between|from|от|между)\s*[$€£]?$/iu.test(whole.slice(0, a.start));
      if (!join.test(percent.replace(/^\s*[$€£]?/, ""))) return false;
      if (/^(?:and|or|и|или)$/iu.test(percent.trim()) && !opened)
        return a.scale === 1 && a.number < b.number && /^(?:or|или)$/iu.test(percent.trim());
      return (
        (isDash || opened || /^(?:to|до)$/iu.test(percent.trim())) &&
        a.number * (a.scale === 1 ? b.scale : a.scale) <= b.number * b.scale
      );
    }

    function express(whole: string, first: Atom, second: Atom | undefined): Expression | undefined {
      const last = second ?? first;
      let { start } = first;
      let { end } = last;
      const scale = last.scale;
      const number = exact(first.number * (second && first.scale === 1 ? scale : first.scale));
      /** What the words right after mean, if they are of the list; the phrase then goes on to their end. */
      const follow = <T>(list: readonly (readonly [RegExp, T])[]): T | undefined => {
        for (const [source, meaning] of list) {
          const match = source.exec(whole.slice(end));
          if (!match) continue;
          end += match[0].length;
          return meaning;
        }
        return undefined;
      };
      let comparator: Comparator | undefined = follow(after);
      let unit: string | undefined;
      const currency = /(?:US)?([$€£¥₽])\s*$/.exec(whole.slice(0, start));
      if (currency) {
        start -= currency[0].length;
        unit = { $: "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₽": "RUB" }[currency[1] ?? ""];
      }
      unit ??= follow(units);
      if (second) start -= /(?:between|from|от|между)\s+$/iu.exec(whole.slice(0, start))?.[0].length ?? 0;
      comparator ??= follow(after);
      const isTimes = unit === undefined && times.test(whole.slice(end));
      if (first.kind === "multiple" || isTimes) {
        // "An order of magnitude" is never meant exactly.
        if (/magnitude|порядок/u.test(whole.slice(first.start, end))) comparator ??= "~";
        unit = "times";
        end += times.exec(whole.slice(end))?.[0].length ?? 0;
      } else if (first.kind === "ordinal") {
        unit = "rank";
        end += rankNoun.exec(whole.slice(end))?.[0].length ?? 0;
      } else if (first.kind === "fraction") unit ??= "fraction";
      unit ??= "1";
      for (const [source, meaning] of before) {
        const match = source.exec(whole.slice(0, start));
        if (match) {
          // "Grows to" leads to where it arrives, and sets no limit.
          const isArrival = meaning === "<=" && arrives.test(whole.slice(0, match.index));
          comparator ??= isArrival ? "=" : meaning;
          start = match.index;
          break;
        }
      }
      const isYearly =
        /^(?:t|kt|Mt|kg|g|bbl|USD|EUR|GBP|RUB|CNY|1)$/.test(unit) &&
        (perYear.test(whole.slice(end)) || annual.test(whole.slice(0, start)));
      if (first.isWord && unit === "1" && scale === 1 && (first.number < 2 || !/^\s*\p{L}/u.test(whole.slice(end))))
        return undefined;
      const divided = isYearly || /^(?:times|rank|fraction)$/.test(unit) ? undefined : dividedBy(whole.slice(end));
      const printedEnd = isYearly
        ? end + (perYear.exec(whole.slice(end))?.[0].length ?? 0)
        : end + (divided?.length ?? 0);
      const amount = second
        ? { low: number, high: exact(second.number * scale) }
        : comparator?.startsWith(">")
          ? { low: number }
          : comparator?.startsWith("<")
            ? { high: number }
            : comparator === "nearly"
              ? { value: number, high: number }
              : { value: number };
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

    function dividedBy(rest: string): { sign: string; length: number } | undefined {
      const lead = per.exec(rest)?.[0];
      if (lead === undefined) return undefined;
      for (const [source, sign] of units) {
        const match = source.exec(rest.slice(lead.length));
        if (match) return { sign, length: lead.length + match[0].length };
      }
      return undefined;
    }
  };
}

/** The value of a numeral as a language prints it; a lone comma or point that groups no three digits is a decimal one. */
export function numeralValue(digits: string, decimal: "." | ","): number {
  const other = decimal === "." ? "," : ".";
  const bare = digits.replace(/[ '’]/g, "");
  const groups = bare.split(other);
  const isGrouped = groups.length > 1 && groups.slice(1).every((part) => part.split(decimal)[0]?.length === 3);
  if (isGrouped) return Number(groups.join("").replace(decimal, "."));
  return Number(bare.replace(other, ".").replace(decimal, "."));
}

/** A phrase of at most eight words, as the ledger keeps them: its own core where the whole is longer. */
const eightWords = (phrase: string, core = phrase): string =>
  [phrase, core].find((words) => words.split(/\s+/).length <= 8) ?? core.split(/\s+/).slice(0, 8).join(" ");
