import { expect, test } from "vitest";
import { printedFigureContainsItsValue } from "../../../src/notebook/ledger/checks/printed-figure-contains-its-value.ts";
import { minimalLedger } from "./minimal-ledger.ts";

/** What is said of a figure that a paper prints so; of a unit that the vocabulary does not know where another is the only one. */
function violationsOf(printed: string, value: number, unit: string, language = "en", known = unit) {
  const ledger = minimalLedger();
  const [source] = ledger.sources;
  const [figure] = source?.figures ?? [];
  const [template] = ledger.vocabulary.units;
  if (!source || !figure || !template) throw new Error("the minimal ledger has no figure");
  const { low, high, ...rest } = figure;
  return printedFigureContainsItsValue({
    ...ledger,
    vocabulary: { ...ledger.vocabulary, units: [{ ...template, id: known, factor: 1 }] },
    sources: [{ ...source, language, figures: [{ ...rest, printed, value, unit }] }]
  });
}

test.each([
  ["more than a hundred times", 100, "times"],
  ["a hundred times as much", 100, "times"],
  ["doubled", 2, "times"],
  ["one in five", 20, "%"],
  ["about one rider in twenty", 5, "%"],
  ["one in five, or 20 per cent", 20, "%"],
  ["one in five, or 21 per cent", 21, "%"],
  ["22 per cent, about one in five", 22, "%"],
  ["four in five tonnes", 80, "%"],
  ["about 5 per cent", 5, "%"],
  ["0.5 of the total", 50, "%"],
  ["one in five mines", 5, "mines"],
  ["2.5 tonnes", 2.5, "t"],
  ["minus 40 degrees", -40, "°C"],
  ["12 degrees below zero", -12, "°C"],
  ["two hours and 15 minutes", 2.25, "h"]
])("“%s” holds %d %s", (printed, value, unit) => {
  expect(violationsOf(printed, value, unit)).toEqual([]);
});

test.each([
  ["more than a hundred times", 1000, "times"],
  ["one in five", 50, "%"],
  ["one in five", 5, "%"],
  ["one in thirteen", 13, "%"],
  ["four out of five", 4, "%"],
  ["doubled", 2.5, "times"],
  ["0.5 tonnes", 50, "t"],
  ["2.5 tonnes", 25, "t"]
])("“%s” does not hold %d %s", (printed, value, unit) => {
  expect(violationsOf(printed, value, unit).map(({ message }) => message)).toEqual([
    `"${printed}" does not contain ${value} ${unit}`
  ]);
});

test.each([
  ["2.5 to 3 tonnes, or 3 each", "t", "2.5, 3"],
  ["one in five, or 21 per cent", "%", "21, 20 %"],
  ["many tonnes", "t", "no number"]
])("what “%s” holds is told, each number once and shares in per cent", (printed, unit, held) => {
  expect(violationsOf(printed, 7, unit).map(({ remedy }) => remedy)).toEqual([
    `correct "value", "unit" or "printed"; it holds ${held}`
  ]);
});

test("numbers are read as the source’s language prints them, and as English does", () => {
  expect(violationsOf("2,5 тонны", 2.5, "t", "ru")).toEqual([]);
  expect(violationsOf("2,500", 2500, "t", "ru")).toEqual([]);
  expect(violationsOf("2,5 тонны", 25, "t", "ru")).toHaveLength(1);
});

test("of a unit that the vocabulary does not know nothing is said: another check names it", () => {
  expect(violationsOf("2.5 tonnes", 25, "t", "en", "kg")).toEqual([]);
});
