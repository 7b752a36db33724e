import type { Lexicon } from "./lexicon.ts";
import { numberAt } from "./numbers.ts";
import { pattern } from "./patterns.ts";
import type { UnitReader } from "./units.ts";

/** Reads what a number is counted per that is a number itself: "1.4 accidents per million hours", «3,9 на тысячу». */
export function rateReader(lexicon: Lexicon, units: UnitReader) {
  const perMany = pattern(`^(?:\\s+[\\p{L}-]+){0,3}?\\s+(?:${lexicon.perMany})\\s+(?=[\\d\\p{L}])`, "iu");
  const differs = pattern(`^\\s*(?:\\p{L}+\\s+)?(?:${lexicon.multiplies})(?!\\p{L})`, "iu");
  return {
    /** The number as a sign, with its unit where it has one, and where it ends. */
    after(text: string, place: number): { sign: string; end: number } | undefined {
      const lead = perMany.exec(text.slice(place, place + 80));
      const next = lead && numberAt(text, place + lead[0].length, lexicon);
      if (!next || !/^(?:plain|scale)$/.test(next.kind)) return undefined;
      const many = next.number * next.scale;
      // "By a hundred more" is no rate, nor is "for every two".
      if (many < 100 || !Number.isInteger(Math.log10(many)) || differs.test(text.slice(next.end))) return undefined;
      const unit = units.after(text.slice(next.end));
      return unit && unit.sign !== "1"
        ? { sign: `${many} ${unit.sign}`, end: next.end + unit.length }
        : { sign: String(many), end: next.end };
    }
  };
}
