import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalAmount,
  editionKey,
  exact,
  growthPerYear,
  isClose,
  oneNumber
} from "../../../src/notebook/ledger/amounts.ts";
import type { Quantity } from "../../../src/notebook/ledger/schema.ts";
import { minimalLedger } from "./minimal-ledger.ts";

const unit = { id: "Mt", label: "million t", canonical: "t", factor: 1e6, dimension: "mass" };

describe("an amount in its canonical unit", () => {
  test.each([
    ["a point is its own low and high", { value: 28.5 }, { low: 28.5e6, value: 28.5e6, high: 28.5e6 }],
    ["so is about a point", { comparator: "~" as const, value: 45 }, { low: 45e6, value: 45e6, high: 45e6 }],
    ["an interval has no value", { low: 2.5, high: 3 }, { low: 2.5e6, value: null, high: 3e6 }],
    ["less than has a high end only", { comparator: "<" as const, high: 1 }, { low: null, value: null, high: 1e6 }],
    ["at least has a low end only", { comparator: ">=" as const, low: 80 }, { low: 80e6, value: null, high: null }],
    [
      "nearly has a value that is its high end",
      { comparator: "nearly" as const, value: 29, high: 29 },
      { low: null, value: 29e6, high: 29e6 }
    ],
    ["a value within an interval stays", { low: 1, value: 2, high: 4 }, { low: 1e6, value: 2e6, high: 4e6 }],
    ["a value with a low end alone has no high one", { low: 1, value: 2 }, { low: 1e6, value: 2e6, high: null }],
    ["no number is none", { comparator: "unquantified" as const }, { low: null, value: null, high: null }]
  ])("%s", (_, figure, ends) => {
    expect(canonicalAmount(figure, unit)).toEqual({ ...ends, unit: "t" });
  });

  test("has no dust of binary fractions", () => {
    expect(canonicalAmount({ value: 0.0038 }, { ...unit, factor: 1e9 }).value).toBe(3_800_000);
  });
});

test("nought is an amount, not a missing one", () => {
  expect(canonicalAmount({ value: 0 }, unit)).toMatchObject({ low: 0, value: 0, high: 0 });
});

test("whatever the factor, ends keep their order and missing ends stay missing", () => {
  const end = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: undefined });
  const factor = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(end, end, factor, (a, b, scale) => {
      const [low, high] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
      const figure = { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
      const amount = canonicalAmount(figure, { ...unit, factor: scale });
      expect(amount.low === null).toBe(low === undefined);
      expect(amount.high === null).toBe(high === undefined);
      if (amount.low !== null && amount.high !== null) expect(amount.low).toBeLessThanOrEqual(amount.high);
    })
  );
});

test("an amount is neither more nor less in another unit: it comes back, whatever the factor", () => {
  const amount = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
  const factor = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(amount, factor, fc.constantFrom("low", "value", "high"), (given, scale, end) => {
      const back = canonicalAmount({ [end]: given }, { ...unit, factor: scale })[end] ?? Number.NaN;
      expect(Math.abs(back / scale - given)).toBeLessThanOrEqual(given * 1e-11);
    })
  );
});

test.each([
  ["of a sum", 0.1 + 0.2, 0.3],
  ["of a product that has become a whole number", 4.35 * 1e17, 435_000_000_000_000_000],
  ["and the sign of nought", -0, 0],
  ["but none of the twelve digits before it", 123_456_789_012, 123_456_789_012]
])("the dust of binary fractions is taken away: %s", (_, dusty, clean) => {
  expect(exact(dusty)).toBe(clean);
});

test.each([
  [0, 0, true],
  [0.1 + 0.2, 0.3, true],
  [-0.1 - 0.2, -0.3, true],
  [4.35 * 1e17, 4.35e17, true],
  [28_500_000, 28_500_001, false],
  [1e-12, 2e-12, false],
  [0.3, -0.3, false]
])("whether %d and %d are the same amount: %s", (one, other, same) => {
  expect([isClose(one, other), isClose(other, one)]).toEqual([same, same]);
});

test("growth a year is compound, without dust, and decline is less than none", () => {
  expect(growthPerYear(100, 121, 2)).toBe(10);
  expect(growthPerYear(121, 100, 2)).toBe(-9.09090909091);
  expect(growthPerYear(7, 7, 5)).toBe(0);
});

test.each([
  [undefined, { value: 5 }],
  ["=", { value: 5 }],
  ["~", { value: 5 }],
  ["<", { high: 5 }],
  ["<=", { high: 5 }],
  [">", { low: 5 }],
  [">=", { low: 5 }]
] as const)("one number with %s is its one end", (comparator, ends) => {
  expect(oneNumber(5, comparator)).toEqual(ends);
});

describe("two editions give the same thing anew", () => {
  const { vocabulary, sources } = minimalLedger();
  const key = (figure: Quantity) => editionKey(vocabulary.metrics)(figure);
  const cell = sources.flatMap(({ figures }) => figures).find(({ id }) => id === "survey-2025.production.world.2023");
  if (!cell) throw new Error("the minimal ledger has no such cell");

  test.each(["metric", "subject", "material", "basis", "period"] as const)("unless its %s is another", (field) => {
    expect(key({ ...cell, id: "another", value: 1 })).toBe(key(cell));
    expect(key({ ...cell, [field]: "another" })).not.toBe(key(cell));
  });

  test("and never because two of them run together", () => {
    expect(key({ ...cell, subject: "iron", material: "ore" })).not.toBe(
      key({ ...cell, subject: "ironore", material: "" })
    );
  });

  test("whatever its period where it is a stock, which each of them counts anew", () => {
    const stock = { ...cell, metric: "reserves" };
    expect(key({ ...stock, period: "1999" })).toBe(key(stock));
    expect(key({ ...stock, subject: "russia" })).not.toBe(key(stock));
  });
});
