import { expect, test } from "vitest";
import { displayUnit, unitWords } from "../../../src/notebook/words/units.ts";
import { displayUnits } from "../../../src/notebook/words/words.ts";
import { realLedger } from "../../real-ledger.ts";

const words = unitWords(realLedger().vocabulary.units);
const shown = (unit: string, value: number) => displayUnit({ low: value, value, high: value }, words(unit));

test("figures write units as pages do", () => {
  const { Mt, t, percent, years, one } = displayUnits;
  expect([shown("t", 28_500_000), shown("t/yr", 28_500_000)]).toMatchObject([Mt, Mt]);
  expect([shown("t", 45_000), shown("t/yr", 45_000)]).toMatchObject([t, t]);
  expect([shown("%", 12), shown("yr", 10), shown("1", 17)]).toMatchObject([percent, years, one]);
});

test("a unit that the vocabulary does not have is written as it is called", () => {
  expect(words("furlong")).toMatchObject({ label: "furlong", shown: [{ factor: 1, sign: "furlong" }] });
});
