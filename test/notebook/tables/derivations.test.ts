import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Derivation } from "../../../src/notebook/ledger/schema.ts";
import { derivationFunctions, type Interval } from "../../../src/notebook/tables/derived.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";
import { figureRow } from "./figure-row.ts";

type Name = Derivation["function"];
type Ends = [low: number | null, value: number | null, high: number | null];

interface Case {
  /** The same sum in the test's own words. */
  sum: (...inputs: number[]) => number;
  /** Inputs as points, worked out by hand, and the unit of the result. */
  points: { inputs: number[]; result: number };
  /** Inputs as intervals, worked out by hand. */
  intervals: { inputs: Ends[]; result: Ends };
  unit: string;
}

const at = (value: number): Ends => [value, value, value];

const cases: Readonly<Record<Name, Case>> = {
  "stock-over-flow": {
    sum: (stock, flow) => stock / flow,
    points: { inputs: [28_500_000, 2500], result: 11_400 },
    intervals: { inputs: [at(3000), [200, null, 300]], result: [10, null, 15] },
    unit: "yr"
  },
  quotient: {
    sum: (one, other) => one / other,
    points: { inputs: [500_000, 40_000], result: 12.5 },
    intervals: { inputs: [[10, null, 20], at(2)], result: [5, null, 10] },
    unit: "yr"
  },
  ratio: {
    sum: (one, other) => one / other,
    points: { inputs: [28.5, 3.8], result: 7.5 },
    intervals: { inputs: [[null, 29, 29], at(3.8)], result: [null, 7.63157894737, 7.63157894737] },
    unit: "1"
  },
  sum: {
    sum: (one, other) => other + one,
    points: { inputs: [16_887_100, 11_893_500], result: 28_780_600 },
    intervals: { inputs: [[1, null, 2], at(3)], result: [4, null, 5] },
    unit: "t/yr"
  },
  difference: {
    sum: (larger, smaller) => larger - smaller,
    points: { inputs: [75_000, 45_000], result: 30_000 },
    intervals: {
      inputs: [
        [70, 75, 80],
        [40, 45, 50]
      ],
      result: [20, 30, 40]
    },
    unit: "t/yr"
  },
  increase: {
    sum: (start, end) => ((end - start) / start) * 100,
    points: { inputs: [40, 50], result: 25 },
    intervals: { inputs: [[40, null, 50], at(100)], result: [100, null, 150] },
    unit: "%"
  },
  "growth-per-year": {
    sum: (start, end, years) => (Math.exp(Math.log(end / start) / years) - 1) * 100,
    points: { inputs: [100, 121, 2], result: 10 },
    intervals: { inputs: [at(100), at(121), [1, 2, 2]], result: [10, 10, 21] },
    unit: "%"
  },
  "share-of-whole": {
    sum: (part, whole) => (100 * part) / whole,
    points: { inputs: [5, 40], result: 12.5 },
    intervals: {
      inputs: [
        [5, null, 10],
        [20, null, 50]
      ],
      result: [10, null, 50]
    },
    unit: "%"
  },
  "share-of-difference": {
    sum: (part, larger, smaller) => (100 * part) / (larger - smaller),
    points: { inputs: [2500, 75_000, 45_000], result: 8.33333333333 },
    intervals: { inputs: [at(6), [70, null, 80], [20, null, 50]], result: [10, null, 30] },
    unit: "%"
  },
  "implied-whole": {
    sum: (part, share) => (part * 100) / share,
    points: { inputs: [2600, 1], result: 260_000 },
    intervals: { inputs: [at(2600), [null, null, 2]], result: [130_000, null, null] },
    unit: "t/yr"
  },
  "implied-share": {
    sum: (part, other, share) => (part * share) / other,
    points: { inputs: [2500, 2600, 1], result: 0.961538461538 },
    intervals: { inputs: [at(10), [20, null, 40], at(2)], result: [0.5, null, 1] },
    unit: "%"
  },
  "scaled-to-share": {
    sum: (aim, output, share) => (output * aim) / share,
    points: { inputs: [12, 2600, 1], result: 31_200 },
    intervals: { inputs: [at(12), at(2600), [1, null, 1.5]], result: [20_800, null, 31_200] },
    unit: "t/yr"
  },
  "amount-at-share": {
    sum: (share, whole) => (whole * share) / 100,
    points: { inputs: [12, 390_000], result: 46_800 },
    intervals: { inputs: [[9, null, 12], at(250_000)], result: [22_500, null, 30_000] },
    unit: "t/yr"
  },
  "multiple-at-share": {
    sum: (aim, whole, part) => (whole / part) * (aim / 100),
    points: { inputs: [12, 390_000, 2600], result: 18 },
    intervals: { inputs: [at(10), at(100_000), [2000, null, 2500]], result: [4, null, 5] },
    unit: "1"
  },
  "amount-at-multiple": {
    sum: (multiple, amount) => multiple * amount,
    points: { inputs: [7, 2600], result: 18_200 },
    intervals: { inputs: [at(7), [2500, null, 2600]], result: [17_500, null, 18_200] },
    unit: "t/yr"
  },
  "share-at-multiple": {
    sum: (multiple, part, whole) => ((multiple * part) / whole) * 100,
    points: { inputs: [7, 2000, 400_000], result: 3.5 },
    intervals: { inputs: [at(5), at(2000), [200_000, null, 400_000]], result: [2.5, null, 5] },
    unit: "%"
  }
};

const interval = ([low, value, high]: Ends): Interval => ({ low, value, high });
const names = Object.keys(derivationFunctions) as Name[];

test("every function of the derivations has a case here: a new one needs values worked out by hand", () => {
  expect(Object.keys(cases).sort()).toEqual([...names].sort());
});

describe.each(names)("%s", (name) => {
  const { takes, units, unit, alike, calculate } = derivationFunctions[name];
  const { sum, points, intervals, unit: unitOfResult } = cases[name];

  test("is what is worked out by hand, for points", () => {
    expect(calculate(points.inputs.map((value) => interval(at(value))))).toEqual(interval(at(points.result)));
  });

  test("is what is worked out by hand, for intervals", () => {
    expect(calculate(intervals.inputs.map(interval))).toEqual(interval(intervals.result));
  });

  test("names each of its inputs and gives each a unit", () => {
    expect(takes).toHaveLength(points.inputs.length);
    expect(units).toHaveLength(takes.length);
    for (const place of alike ?? []) expect(takes[place]).toBeDefined();
  });

  test("has the unit that follows from its inputs", () => {
    const any = ["t", "t/yr"];
    const inputs = units.map((wanted, place) =>
      figureRow({ unit: wanted === "same" ? "t/yr" : wanted === "any" ? (any[place] ?? "") : wanted })
    );
    expect(unit(inputs, minimalLedger().vocabulary.units)).toBe(unitOfResult);
  });

  test("refuses fewer inputs than it takes", () => {
    expect(() => calculate([interval(at(1))])).toThrow("got fewer");
  });

  test("is never narrower than the truth: what comes of points inside the inputs lies inside the result", () => {
    const end = fc.double({ min: 0.5, max: 1000, noNaN: true });
    const input = fc
      .record({ ends: fc.tuple(end, end), place: fc.double({ min: 0, max: 1, noNaN: true }), known: fc.boolean() })
      .map(({ ends: [a, b], place, known }) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        return { of: interval([low, null, known ? high : null]), inside: low + (high - low) * place };
      });
    fc.assert(
      fc.property(fc.array(input, { minLength: takes.length, maxLength: takes.length }), (inputs) => {
        const truth = sum(...inputs.map(({ inside }) => inside));
        // What part of a gap something fills is asked only where there is a gap.
        fc.pre(name !== "share-of-difference" || (Number.isFinite(truth) && truth > 0));
        const { low, high } = calculate(inputs.map(({ of }) => of));
        const dust = Math.abs(truth) * 1e-9 + 1e-9;
        expect(low ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(truth + dust);
        expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(truth - dust);
      })
    );
  });
});

describe.each(names)("%s", (name) => {
  const { takes, calculate } = derivationFunctions[name];
  const end = fc.double({ min: 0.5, max: 1000, noNaN: true });
  const input = fc.tuple(end, end).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
  const inputs = fc.array(input, { minLength: takes.length, maxLength: takes.length });
  /** Every result that the ends of the inputs can give. */
  const corners = (known: readonly (readonly [number, number])[]): number[] =>
    known
      .reduce<number[][]>((chosen, ends) => chosen.flatMap((some) => ends.map((one) => [...some, one])), [[]])
      .map((ends) => cases[name].sum(...ends));

  test("is never wider than the inputs allow: its ends are the least and the greatest that theirs can give", () => {
    fc.assert(
      fc.property(inputs, (known) => {
        const results = corners(known);
        // Where there may be no gap, no part of it is known.
        fc.pre(name !== "share-of-difference" || results.every((result) => Number.isFinite(result) && result > 0));
        const { low, high } = calculate(known.map(([from, to]) => interval([from, null, to])));
        const [least, greatest] = [Math.min(...results), Math.max(...results)];
        const dust = 1e-9 * Math.max(1, Math.abs(least), Math.abs(greatest));
        expect(Math.abs((low ?? Number.NaN) - least)).toBeLessThanOrEqual(dust);
        expect(Math.abs((high ?? Number.NaN) - greatest)).toBeLessThanOrEqual(dust);
      })
    );
  });

  test("of points is a point, with its value between its ends whatever they are", () => {
    fc.assert(
      fc.property(inputs, (known) => {
        fc.pre(
          name !== "share-of-difference" || corners(known).every((result) => result > 0 && Number.isFinite(result))
        );
        const points = calculate(known.map(([from]) => interval([from, from, from])));
        expect([points.low, points.high]).toEqual([points.value, points.value]);
        const { low, value, high } = calculate(known.map(([from, to]) => interval([from, (from + to) / 2, to])));
        const dust = 1e-9 * Math.max(1, Math.abs(value ?? 0));
        expect(low ?? Number.NaN).toBeLessThanOrEqual((value ?? Number.NaN) + dust);
        expect(high ?? Number.NaN).toBeGreaterThanOrEqual((value ?? Number.NaN) - dust);
      })
    );
  });
});

test("a decline over an uncertain time is slowest over the longest", () => {
  const { calculate } = derivationFunctions["growth-per-year"];
  expect(calculate([interval(at(121)), interval(at(100)), interval([1, null, 2])])).toEqual({
    low: -17.3553719008,
    value: null,
    high: -9.09090909091
  });
});

test("a part of a gap that may be none has no high end", () => {
  const { calculate } = derivationFunctions["share-of-difference"];
  expect(calculate([interval(at(5)), interval([40, null, 60]), interval([40, null, 50])])).toEqual({
    low: 25,
    value: null,
    high: null
  });
});
