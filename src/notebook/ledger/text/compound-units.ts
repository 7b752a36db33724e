import type { Lexicon } from "./lexicon.ts";
import { numberAt } from "./numbers.ts";
import { pattern } from "./patterns.ts";
import type { UnitReader } from "./units.ts";

/** Units that amounts are told in together with a smaller one, and how many of that make one. */
const smaller: Readonly<Record<string, readonly [sign: string, of: number]>> = {
  RUB: ["kopeck", 100],
  USD: ["cent", 100],
  EUR: ["cent", 100],
  GBP: ["penny", 100],
  yr: ["month", 12],
  week: ["day", 7],
  day: ["h", 24],
  h: ["min", 60],
  min: ["s", 60],
  km: ["m", 1000],
  m: ["cm", 100],
  ft: ["in", 12],
  t: ["kg", 1000],
  kg: ["g", 1000],
  lb: ["oz", 16]
};

/** Reads amounts in two units that are one: «29 рублей 40 копеек», "two hours and 15 minutes". */
export function compoundReader(lexicon: Lexicon, units: UnitReader) {
  const joined = pattern(`^\\s+(?:(?:${lexicon.and})\\s+)?(?=\\S)`, "iu");
  return {
    /** How much of a unit a place goes on to tell in the smaller one, and where that ends. */
    after(text: string, place: number, unit: string): { part: number; end: number } | undefined {
      const [sign, of] = smaller[unit] ?? [];
      // "2h 40m" has minutes, and neither metres nor millions.
      const minutes = unit === "h" ? /^\s?(\d{1,2})m(?![\p{L}\d])/u.exec(text.slice(place, place + 6)) : null;
      if (minutes) return { part: Number(minutes[1]) / 60, end: place + minutes[0].length };
      const lead = sign === undefined ? null : joined.exec(text.slice(place, place + 10));
      const next = lead && numberAt(text, place + lead[0].length, lexicon);
      if (!next || of === undefined || next.kind !== "plain") return undefined;
      const follows = units.after(text.slice(next.end));
      const amount = next.number * next.scale;
      if (!follows || follows.sign !== sign || amount < 0 || amount >= of) return undefined;
      return { part: amount / of, end: next.end + follows.length };
    }
  };
}
