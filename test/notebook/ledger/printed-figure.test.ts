import { expect, test } from "vitest";
import { printedFigureContainsItsValue } from "../../../src/notebook/ledger/checks/printed-figure-contains-its-value.ts";
import { minimalLedger } from "./minimal-ledger.ts";

/** What is said of a figure that a paper in English prints so. */
function saidOf(printed: string, value: number, unit: string): string[] {
  const ledger = minimalLedger();
  const [source] = ledger.sources;
  const [figure] = source?.figures ?? [];
  const [known] = ledger.vocabulary.units;
  if (!source || !figure || !known) throw new Error("the minimal ledger has no figure");
  const { low, high, ...rest } = figure;
  return printedFigureContainsItsValue({
    ...ledger,
    vocabulary: { ...ledger.vocabulary, units: [{ ...known, id: unit, factor: 1 }] },
    sources: [{ ...source, figures: [{ ...rest, printed, value, unit }] }]
  }).map(({ message }) => message);
}

test.each([
  ["more than a hundred times", 100, "times"],
  ["doubled", 2, "times"],
  ["one in five", 20, "%"],
  ["about one rider in twenty", 5, "%"],
  ["one in five, or 20 per cent", 20, "%"],
  ["four in five tonnes", 80, "%"],
  ["2.5 tonnes", 2.5, "t"]
])("“%s” holds %d %s", (printed, value, unit) => {
  expect(saidOf(printed, value, unit)).toEqual([]);
});

test.each([
  ["more than a hundred times", 1000, "times"],
  ["one in five", 50, "%"],
  ["one in five", 5, "%"],
  ["one in thirteen", 13, "%"],
  ["four out of five", 4, "%"],
  ["doubled", 2.5, "times"],
  ["2.5 tonnes", 25, "t"]
])("“%s” does not hold %d %s", (printed, value, unit) => {
  expect(saidOf(printed, value, unit)).toEqual([`"${printed}" does not contain ${value} ${unit}`]);
});
