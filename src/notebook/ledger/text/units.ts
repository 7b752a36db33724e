import type { Ledger } from "../schema.ts";
import type { Lexicon, Meaning } from "./lexicon.ts";
import { pattern } from "./patterns.ts";

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
const codes = Intl.supportedValuesOf("currency").filter((code) => !isWordToo.has(code));
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

/** Whether a unit is one of time. */
export const isTime = (sign: string): boolean => /^(?:yr|month|week|day|h|min|s)$/.test(sign);

export type UnitReader = ReturnType<typeof unitReader>;

/** Units that follow a number, or stand below it ("per kilogram"). `more` are a vocabulary's own, which come first. */
export function unitReader(lexicon: Lexicon, more: Meaning<string>) {
  const own = more.map(([source, sign]) => [pattern(`^[\\s-]*(?:${literal(source)})(?!\\p{L})`, "u"), sign] as const);
  const common = lexicon.units.map(
    ([source, sign]) => [pattern(`^[\\s-]*(?:${source})(?![\\p{L}\\d])`, "u"), sign] as const
  );
  const per = pattern(`^\\s*(?:(?:\\p{L}+\\s+)?(?:${lexicon.per})(?!\\p{L})|/)\\s*`, "iu");
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

  function dividing(text: string): { sign: string; length: number } | undefined {
    const lead = per.exec(text)?.[0];
    if (lead === undefined) return undefined;
    const unit = after(` ${text.slice(lead.length)}`);
    return unit && unit.sign !== "1" ? { sign: unit.sign, length: lead.length + unit.length - 1 } : undefined;
  }

  return { after, dividing };
}
