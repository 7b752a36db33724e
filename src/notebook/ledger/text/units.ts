import type { Ledger } from "../schema.ts";
import type { Lexicon, Meaning } from "./lexicon.ts";
import { numbersIn } from "./numbers.ts";
import { alternatives, matchesOf, pattern } from "./patterns.ts";

/** Signs of money, and the codes of all currencies but those that are common words in capitals. */
const signs: Readonly<Record<string, string>> = {
  US$: "USD",
  A$: "AUD",
  C$: "CAD",
  R$: "BRL",
  HK$: "HKD",
  NZ$: "NZD",
  S$: "SGD",
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "CNY",
  RMB: "CNY",
  "₽": "RUB",
  "₹": "INR",
  "₩": "KRW",
  "₺": "TRY",
  "₴": "UAH",
  "₪": "ILS"
};
const isWordToo = new Set(["ALL", "BAM", "COP", "CUP", "GEL", "MAD", "MOP", "PEN", "TOP", "TRY"]);
const currencies = new Set(Intl.supportedValuesOf("currency"));
const codes = [...currencies].filter((code) => !isWordToo.has(code));
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
const money = new RegExp(
  String.raw`(?<![\p{L}\d])((?:${codes.join("|")}|RMB)|(?:US|[ACRS]|HK|NZ)?\$|[€£¥₽₹₩₺₴₪])\s*$`,
  "u"
);
const moneyAfter = new RegExp(String.raw`^\s?((?:${codes.join("|")}|RMB)(?![\p{L}\d])|[€£¥₽₹₩₺₴₪])`, "u");

/** The currency that stands before a number, and how many characters it takes. */
export function currencyBefore(text: string): { sign: string; length: number } | undefined {
  const match = money.exec(text);
  return match ? currencyOf(match) : undefined;
}

const currencyOf = ({ 0: { length }, 1: printed = "" }: RegExpExecArray): { sign: string; length: number } => ({
  sign: signs[printed] ?? printed,
  length
});

/** The words of a vocabulary's own units, longer ones before their parts. */
export const wordsOfUnits = (units: Ledger["vocabulary"]["units"]): [string, string][] =>
  units
    .filter(({ id, dimension }) => !id.includes("/") && dimension !== "count")
    .flatMap(({ id, label, sign = "", prose = "", one = "", synonyms }) =>
      [id, label, sign, prose, one, ...synonyms]
        .filter((word) => /^\p{L}/u.test(word))
        .map((word): [string, string] => [word, id])
    )
    .sort(([a], [b]) => b.length - a.length);

/** Whether a unit is money. */
export const isMoney = (sign: string): boolean => currencies.has(sign);

/** Whether a unit is one of time. */
export const isTime = (sign: string): boolean => /^(?:yr|month|week|day|h|min|s)$/.test(sign);

export type UnitReader = ReturnType<typeof unitReader>;

const oneWord = /^\s*(?:\p{L}+\s+)?$/u;
const threeWords = /^\s*(?:[\p{L}-]+\s+){0,3}$/u;

/** Units that follow a number, or stand below it ("per kilogram"). `more` are a vocabulary's own, which come first. */
export function unitReader(lexicon: Lexicon, more: Meaning<string>) {
  const own = more.map(([source, sign]) => [pattern(`^[\\s-]*(?:${literal(source)})(?!\\p{L})`, "u"), sign] as const);
  const common = lexicon.units.map(
    ([source, sign]) => [pattern(`^[\\s-]*(?:${source})(?![\\p{L}\\d])`, "u"), sign] as const
  );
  const per = pattern(`(?:(?<=^|\\s)(?:${lexicon.per})(?!\\p{L})|/)\\s*`);
  const ago = pattern(`^\\s*(?:${lexicon.ago})(?!\\p{L})`, "iu");
  const { any, ofMoney, isNoun } = lexicon.perNoun;
  // "Per 40-foot box".
  const noun = `(?:\\d[\\d.,]*-\\p{L}+\\s+)?(?!${alternatives(lexicon.scales)})(${isNoun})(?!\\p{L})`;
  const perNoun = pattern(`^\\s*(?:\\p{L}+\\s+){0,3}?${any}\\s*${noun}`, "u");
  const eachNoun = pattern(`^\\s(?:${ofMoney})\\s${noun}`, "u");
  const open = pattern(`^(?:$|[.,;:!?)»”"]|\\s*-\\s|\\s+(?:${lexicon.function})(?!\\p{L}))`, "iu");
  /** "60-kg" of "3 million 60-kg bags" says what kind of bags. */
  const size = /^\s+\d[\d.,]*[- ]?\p{L}{1,6}[- ](?=\p{L})/u;

  const units = [...own, ...common];

  function after(text: string): { sign: string; length: number } | undefined {
    const skipped = size.exec(text)?.[0].length ?? 0;
    const rest = text.slice(skipped);
    if (rest === "") return undefined;
    for (const [source, sign] of units) {
      const match = source.exec(rest);
      if (match) return { sign, length: skipped + match[0].length };
    }
    const currency = moneyAfter.exec(text);
    if (currency) return currencyOf(currency);
    return skipped > 0 ? { sign: "1", length: skipped } : undefined;
  }

  /** Where what may divide an amount can begin, after "per" or the like and at most three words of what the amount is of. */
  const leadsIn = (text: string, isCount: boolean): number[] =>
    matchesOf(text.slice(0, 80), per)
      .filter(({ index }) => {
        const between = text.slice(0, index);
        // "Twelve people ate a tonne" divides nothing.
        return (isCount ? oneWord : threeWords).test(between) && numbersIn(between, lexicon).length === 0;
      })
      .map(({ index, 0: { length } }) => index + length);

  /**
   * What an amount is divided by, from the words after it. A noun that is no unit is taken as printed, after a small sum of
   * money also where it might be what the money was paid for.
   */
  function dividing(
    text: string,
    of: "sum" | "count" | "amount" = "amount"
  ): { sign: string; length: number } | undefined {
    for (const lead of leadsIn(text, of === "count")) {
      // "For a hall of 150 thousand tonnes" divides nothing; "per 40-foot box" does.
      if (/^\d[\d.,]*\s/.test(text.slice(lead))) continue;
      const unit = after(` ${text.slice(lead)}`);
      const length = lead + (unit?.length ?? 0) - 1;
      // "$3,960 a year earlier" is no amount of a year.
      if (unit && unit.sign !== "1" && !(isTime(unit.sign) && ago.test(text.slice(length))))
        return { sign: unit.sign, length };
    }
    const each = of === "sum" ? eachNoun.exec(text) : null;
    // "$5 a friend lent him": what more is said of the noun makes it none of a price, where an article may stand for anything.
    const isClosed =
      each !== null && (lexicon.perNoun.ofMoney.startsWith("за") || open.test(text.slice(each[0].length)));
    const match = perNoun.exec(text) ?? (isClosed ? each : null);
    const [whole, sign] = match ?? [];
    return whole === undefined || sign === undefined || after(` ${sign}`) ? undefined : { sign, length: whole.length };
  }

  return { after, dividing };
}
