import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printedNumbers } from "../../../src/notebook/ledger/text/numbers.ts";

const valuesIn = (text: string): number[] => printedNumbers(text).map(({ value }) => value);

describe("a printed number is read", () => {
  test.each([
    ["28.5 million tons", [28_500_000]],
    ["nearly 29 million tonnes", [29_000_000]],
    ["2,500–3,000 tons", [2500, 3000]],
    ["1,234,567.5", [1_234_567.5]],
    ["100 billion dollars", [100_000_000_000]],
    ["1.5 thousand", [1500]],
    ["a 30-million-tonne reserve", [30_000_000]],
    ["80%+", [80]],
    ["$1.5 trillion", [1_500_000_000_000]],
    ["seven tons", [7]],
    ["Seventeen elements", [17]],
    ["ninety per cent", [90]],
    ["the fifth largest", [5]],
    ["an order of magnitude", [10]],
    ["two million", [2_000_000]],
    ["forty-five thousand tonnes", [45_000]],
    ["Forty five of them", [45]],
    ["two hundred thousand", [200_000]],
    ["twenty-five hundred", [2500]],
    ["four-five weeks", [4, 5]],
    ["COVID19 and H2O", [19, 2]],
    ["in 2025", [2025]],
    ["12 hours", [12]]
  ])("%s", (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  test.each(["a tonne often", "weight", "seventyish", "none of it", "", "millions"])("%j holds none", (text) => {
    expect(valuesIn(text)).toEqual([]);
  });
});

test.each([
  ["2,5 тыс. тонн", [2500]],
  ["двадцать восемь с половиной млн", [28_500_000]],
  ["в два раза, вдвое, пятое место", [2, 2, 5]],
  ["3 млрд 200 млн рублей", [3_200_000_000]],
  ["миллионы", []]
])("%s is read as Russian", (text, values) => {
  expect(printedNumbers(text, "ru").map(({ value }) => value)).toEqual(values);
});

describe("a scale word that stands once counts for both ends of a range", () => {
  test.each([
    ["28 to 29 million", [28_000_000, 29_000_000]],
    ["2–3 thousand", [2000, 3000]],
    ["between 1 and 2 billion", [1_000_000_000, 2_000_000_000]],
    ["28 million to 29 million", [28_000_000, 29_000_000]],
    ["900 thousand to 2 million", [900_000, 2_000_000]]
  ])("%s", (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  test("but not for a number that only stands before it", () => {
    expect(valuesIn("in 2025 some 29 million")).toEqual([2025, 29_000_000]);
  });
});

test("a number takes the characters that it is printed with, its scale word among them", () => {
  const text = "about 28.5 million tons";
  expect(printedNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(["28.5 million"]);
});

const grouped = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 3 });
const scales: [string, number][] = [
  ["", 1],
  [" thousand", 1e3],
  [" million", 1e6],
  [" billion", 1e9]
];

test("whatever number is printed, with commas or without, at whatever scale, it is read back", () => {
  const printed = fc.record({
    thousandths: fc.integer({ min: 0, max: 999_999_999 }),
    commas: fc.boolean(),
    scale: fc.constantFrom(...scales)
  });
  fc.assert(
    fc.property(printed, ({ thousandths, commas, scale: [word, factor] }) => {
      const base = thousandths / 1000;
      const text = `some ${commas ? grouped(base) : base}${word} tons`;
      expect(valuesIn(text)).toEqual([Number((base * factor).toPrecision(12))]);
    })
  );
});

test("places never overlap, run forwards, and lie within the text", () => {
  const pieces = fc.constantFrom("7", "2,500", "28.5", "seven", "million", "to", "–", "-", " ", "tons", ",", ".", "%");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      let from = 0;
      for (const { start, end } of printedNumbers(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
    })
  );
});

test("no digit of a text is left out", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789,. atm".split("")), maxLength: 20 }), (text) => {
      const found = printedNumbers(text);
      for (const { index } of text.matchAll(/\d/g))
        expect(found.some(({ start, end }) => start <= index && index < end)).toBe(true);
    })
  );
});
