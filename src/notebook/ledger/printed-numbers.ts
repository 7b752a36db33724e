import { exact } from "./amounts.ts";

/** A number that stands in a text: its value with any scale word applied, and the characters it takes. */
export interface PrintedNumber {
  value: number;
  start: number;
  end: number;
}

const scales: Record<string, number> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

const cardinals =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " "
  );
const ordinals = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const wordValues = new Map<string, number>([
  ...cardinals.map((word, value): [string, number] => [word, value]),
  ...ordinals.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, place): [string, number][] => [
    [word, 10 * place + 20],
    ...cardinals.slice(1, 10).map((unit, value): [string, number] => [`${word}-${unit}`, 10 * place + 21 + value])
  ]),
  ["order of magnitude", 10]
]);

const numeral = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const word = [...wordValues.keys()]
  .sort((a, b) => b.length - a.length)
  .map((words) => words.replace("-", "[-\\s]"))
  .join("|");
const pattern = new RegExp(String.raw`(?<numeral>${numeral})|\b(?<word>${word})\b`, "gi");
const scaleAfter = /^(?:[\s-]*(?:hundred|thousand|million|billion|trillion)\b)+/i;
const rangeBetween = /^\s*(?:[-–—]|to|and)\s*$/i;

/**
 * Every number in a text, in numerals or words ("28.5 million", "2,500–3,000", "seven", "fifth"), with scale words applied.
 * In a range whose scale word stands once ("28 to 29 million") it counts for both ends.
 */
export function printedNumbers(text: string): PrintedNumber[] {
  const found = [...text.matchAll(pattern)].map((match) => {
    const start = match.index;
    const rest = text.slice(start + match[0].length);
    const scale = scaleAfter.exec(rest);
    const base =
      match.groups?.numeral !== undefined
        ? Number(match[0].replaceAll(",", ""))
        : (wordValues.get(match[0].toLowerCase().replace(/\s(?!of|magnitude)/, "-")) ?? Number.NaN);
    const factor = (scale?.[0].match(/[a-z]+/gi) ?? []).reduce(
      (product, name) => product * (scales[name.toLowerCase()] ?? 1),
      1
    );
    return { base, factor, start, end: start + match[0].length + (scale?.[0].length ?? 0) };
  });
  for (let i = found.length - 2; i >= 0; i--) {
    const [left, right] = [found[i], found[i + 1]];
    if (left && right && left.factor === 1 && rangeBetween.test(text.slice(left.end, right.start)))
      left.factor = right.factor;
  }
  return found.map(({ base, factor, start, end }) => ({ value: exact(base * factor), start, end }));
}
