import { expect, test } from "vitest";
import { grown, yearsOf } from "../../../src/notebook/kit/model.ts";
import { growthPerYear } from "../../../src/notebook/ledger/amounts.ts";

test("a pace leads from the one amount to the other", () => {
  expect(grown(7, growthPerYear(7, 41, 5), 5)).toBeCloseTo(41);
});

test("a stock lasts as long as its use, summed over the years, stays below it", () => {
  expect(yearsOf(100, 10, 0)).toBe(10);
  expect(yearsOf(100, 10, 5)).toBeLessThan(10);
  expect(yearsOf(100, 10, -20)).toBe(Number.POSITIVE_INFINITY);
});
