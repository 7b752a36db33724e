import type { Lexicon } from "./lexicon.ts";
import type { TextNumber } from "./numbers.ts";
import { matchesOf, pattern } from "./patterns.ts";
import { currencyBefore } from "./units.ts";

/** Stretches of a text in which no number counts anything: addresses, dates, hours of a clock, telephones, identifiers. */
const stretches: readonly RegExp[] = [
  /(?:https?:\/\/|www\.|doi:)\S+/giu,
  /[\w.+-]+@[\w-]+\.\S+/gu,
  /(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)/gu,
  /(?<!\d)\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]*)?/gu,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/gu,
  /(?<!\d)(?:1[5-9]|20)\d{2}\s?[-/]\s?(?:\d{2}(?!\d)|(?:1[5-9]|20)\d{2})(?![\d.,]\d)/gu,
  /\+\d{1,3}[\s()-]*\d[\d\s()-]{5,}\d/gu,
  /\(\d{3,5}\)\s*\d[\d\s-]{4,}\d/gu,
  /(?<![\d-])\d{2,4}-\d{2,4}-\d{2,4}(?![\d-])/gu,
  /\[\^?\w{1,3}(?:\s?[,;-]\s?\w{1,3})*\]/gu,
  /(?:©|\(c\))\s*\d{4}/giu
];

const nameBefore = /\p{Lu}\p{Ll}[\p{L}’'-]*\s+\p{Lu}\p{Ll}[\p{L}’'-]+,\s$/u;

/** Tells a number that dates, addresses or names something, and so counts nothing. */
export function noiseFinder(lexicon: Lexicon): (text: string, number: TextNumber) => boolean {
  const months = pattern(`^(?:${lexicon.months})$`, "iu");
  const dated = pattern(`(?:^|[\\s(])(?:${lexicon.dated}|${lexicon.months})[\\s,.(]*$`, "iu");
  const numbered = pattern(`(?:(?<!\\p{L})(?:${lexicon.numbered})|[№#§])[\\s.]*$`, "iu");
  const measured = pattern(`^[\\s-]*(?:${lexicon.units.map(([source]) => source).join("|")})(?![\\p{L}\\d])`, "u");
  const isAge = pattern(`^(?:${lexicon.age})`, "iu");
  const ages = pattern(`(?<!\\p{L})(?:${lexicon.aged})\\s*$`, "iu");
  const years = pattern(
    `^[\\s-]*(?:${lexicon.units
      .filter(([, sign]) => sign === "yr")
      .map(([source]) => source)
      .join("|")})(?![\\p{L}\\d])`,
    "u"
  );
  const led = pattern(`(?<!\\p{L})(?:${lexicon.before.map(([source]) => source).join("|")})\\s*$`, "iu");
  const confidence = pattern(`^\\s*%?\\s*(?:${lexicon.confidence})`, "iu");
  const open = pattern(`^\\s*(?:$|[.,;:!?)»”"-](?!\\d)|(?:${lexicon.function})(?!\\p{L}))`, "iu");
  const clock = pattern(`^\\s*(?:${lexicon.clock.after})`, "iu");
  const pastHour = pattern(`(?:${lexicon.clock.before})\\s+$`, "iu");
  const denominates = pattern(`(?<!\\p{L})(?:${lexicon.denominates})\\s*$`, "iu");

  return (text, { start, end, number, scale, isWord, kind }) => {
    const left = text.slice(0, start);
    const right = text.slice(end);
    // "1.4 per million hours", "p < 0.001", "$1 = CNY 7.12": what is counted per, a letter of a formula, one side of a rate.
    if (kind !== "fraction" && denominates.test(left)) return true;
    if (/(?<![\p{L}\d])(?![nN])\p{L}\s?[=<>≤≥]\s?$/u.test(left) || (number === 1 && /^\s?=/.test(right))) return true;
    if (scale === 1 && number <= 60 && (clock.test(right) || pastHour.test(left))) return true;
    if (isAge.test(right) || ages.test(left)) return true;
    if (isWord) return false;
    // "Jo Lund, 67, said".
    if (scale === 1 && number > 10 && number < 110 && nameBefore.test(left.slice(-60)) && /^,\s/.test(right))
      return true;
    if (/[\p{L}_@=&/\\]$/u.test(left) || /[\p{L}\d][./]$/u.test(left) || /\p{L}-$/u.test(left)) return true;
    // A number alone in brackets is the one before it at another time.
    if (/\d[^()]*\($/.test(left.slice(-40)) && /^\)/.test(right)) return true;
    if ((/^[_@/]/.test(right) && !(right.startsWith("/") && measured.test(right.slice(1)))) || confidence.test(right))
      return true;
    if (
      stretches.some((source) =>
        matchesOf(text, source).some((one) => one.index <= start && end <= one.index + one[0].length)
      )
    )
      return true;
    if (scale === 1 && number <= 31 && isDay(left, right)) return true;
    if (kind === "ordinal") return false;
    const isBare = scale === 1 && !measured.test(right);
    if (isBare && numbered.test(left.replace(/\d+-$/, ""))) return true;
    // "Channel 9, …": a number that ends a name. A label at the start of a line: "5. Velmar".
    if (
      isBare &&
      /^\d{1,4}$/.test(text.slice(start, end)) &&
      /\p{Ll}\s+\p{Lu}[\p{L}’'-]+\s$/u.test(left) &&
      open.test(right) &&
      currencyBefore(left) === undefined
    )
      return true;
    if (isBare && /^\s*\(?$/.test(left) && /^[.)]\s/.test(right) && /^\d{1,2}$/.test(text.slice(start, end)))
      return true;
    if (scale !== 1 || !/^\d{4}$/.test(text.slice(start, end)) || number < 1500 || number > 2150) return false;
    if (led.test(left) && /^\s\p{Ll}/u.test(right) && !open.test(right)) return false;
    return !measured.test(right) || years.test(right) || dated.test(left);
  };

  function isDay(left: string, right: string): boolean {
    const before = left.slice(-14).trimEnd().split(/\s/).at(-1)?.replace(/\.$/, "") ?? "";
    const after = right.trimStart().split(/[\s,.]/)[0] ?? "";
    return months.test(before) || months.test(after);
  }
}
