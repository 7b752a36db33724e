import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Derivation } from "../../../src/notebook/ledger/schema.ts";
import { derivationFunctions, type Interval, inputsProblem } from "../../../src/notebook/tables/derived.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";
import { figureRow } from "./figure-row.ts";

type Name = Derivation["function"];
type Ends = [low: number | null, value: number | null, high: number | null];

interface Case {
  /** The same sum in the test's own words. */
  sum: (...inputs: number[]) => number;
  /** Inputs as points, worked out by hand. */
  points: { inputs: number[]; result: number };
  /** Inputs as intervals, worked out by hand. */
  intervals: { inputs: Ends[]; result: Ends };
  /** The units of the inputs and of the result; "any" for an amount that is held against no other. */
  units: string[];
  unit: string;
  /** The places of the inputs that must count the same thing. */
  compared: number[];
}

const at = (value: number): Ends => [value, value, value];

const cases: Readonly<Record<Name, Case>> = {
  "stock-over-flow": {
    sum: (stock, flow) => stock / flow,
    points: { inputs: [28_500_000, 2500], result: 11_400 },
    intervals: { inputs: [at(3000), [200, null, 300]], result: [10, null, 15] },
    units: ["t", "t/yr"],
    unit: "yr",
    compared: []
  },
  quotient: {
    sum: (one, other) => one / other,
    points: { inputs: [500_000, 40_000], result: 12.5 },
    intervals: { inputs: [[10, null, 20], at(2)], result: [5, null, 10] },
    units: ["t", "t/yr"],
    unit: "yr",
    compared: []
  },
  ratio: {
    sum: (one, other) => one / other,
    points: { inputs: [28.5, 3.8], result: 7.5 },
    intervals: { inputs: [[null, 29, 29], at(3.8)], result: [null, 7.63157894737, 7.63157894737] },
    units: ["t", "t"],
    unit: "1",
    compared: [0, 1]
  },
  sum: {
    sum: (one, other) => other + one,
    points: { inputs: [16_887_100, 11_893_500], result: 28_780_600 },
    intervals: { inputs: [[1, null, 2], at(3)], result: [4, null, 5] },
    units: ["t/yr", "t/yr"],
    unit: "t/yr",
    compared: [0, 1]
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
    units: ["t/yr", "t/yr"],
    unit: "t/yr",
    compared: [0, 1]
  },
  increase: {
    sum: (start, end) => ((end - start) / start) * 100,
    points: { inputs: [40, 50], result: 25 },
    intervals: { inputs: [[40, null, 50], at(100)], result: [100, null, 150] },
    units: ["t/yr", "t/yr"],
    unit: "%",
    compared: [0, 1]
  },
  "growth-per-year": {
    sum: (start, end, years) => (Math.exp(Math.log(end / start) / years) - 1) * 100,
    points: { inputs: [100, 121, 2], result: 10 },
    intervals: { inputs: [at(100), at(121), [1, 2, 2]], result: [10, 10, 21] },
    units: ["t/yr", "t/yr", "yr"],
    unit: "%",
    compared: [0, 1]
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
    units: ["t/yr", "t/yr"],
    unit: "%",
    compared: [0, 1]
  },
  "share-of-difference": {
    sum: (part, larger, smaller) => (100 * part) / (larger - smaller),
    points: { inputs: [2500, 75_000, 45_000], result: 8.33333333333 },
    intervals: { inputs: [at(6), [70, null, 80], [20, null, 50]], result: [10, null, 30] },
    units: ["t/yr", "t/yr", "t/yr"],
    unit: "%",
    compared: [1, 2]
  },
  "implied-whole": {
    sum: (part, share) => (part * 100) / share,
    points: { inputs: [2600, 1], result: 260_000 },
    intervals: { inputs: [at(2600), [null, null, 2]], result: [130_000, null, null] },
    units: ["any", "%"],
    unit: "t/yr",
    compared: []
  },
  "implied-share": {
    sum: (part, other, share) => (part * share) / other,
    points: { inputs: [2500, 2600, 1], result: 0.961538461538 },
    intervals: { inputs: [at(10), [20, null, 40], at(2)], result: [0.5, null, 1] },
    units: ["t/yr", "t/yr", "%"],
    unit: "%",
    compared: [0, 1]
  },
  "scaled-to-share": {
    sum: (aim, output, share) => (output * aim) / share,
    points: { inputs: [12, 2600, 1], result: 31_200 },
    intervals: { inputs: [at(12), at(2600), [1, null, 1.5]], result: [20_800, null, 31_200] },
    units: ["%", "any", "%"],
    unit: "t/yr",
    compared: [0, 2]
  },
  "amount-at-share": {
    sum: (share, whole) => (whole * share) / 100,
    points: { inputs: [12, 390_000], result: 46_800 },
    intervals: { inputs: [[9, null, 12], at(250_000)], result: [22_500, null, 30_000] },
    units: ["%", "any"],
    unit: "t/yr",
    compared: []
  },
  "multiple-at-share": {
    sum: (aim, whole, part) => (whole / part) * (aim / 100),
    points: { inputs: [12, 390_000, 2600], result: 18 },
    intervals: { inputs: [at(10), at(100_000), [2000, null, 2500]], result: [4, null, 5] },
    units: ["%", "t/yr", "t/yr"],
    unit: "1",
    compared: [1, 2]
  },
  "amount-at-multiple": {
    sum: (multiple, amount) => multiple * amount,
    points: { inputs: [7, 2600], result: 18_200 },
    intervals: { inputs: [at(7), [2500, null, 2600]], result: [17_500, null, 18_200] },
    units: ["1", "any"],
    unit: "t/yr",
    compared: []
  },
  "share-at-multiple": {
    sum: (multiple, part, whole) => ((multiple * part) / whole) * 100,
    points: { inputs: [7, 2000, 400_000], result: 3.5 },
    intervals: { inputs: [at(5), at(2000), [200_000, null, 400_000]], result: [2.5, null, 5] },
    units: ["1", "t/yr", "t/yr"],
    unit: "%",
    compared: [1, 2]
  }
};

const interval = ([low, value, high]: Ends): Interval => ({ low, value, high });
const names = Object.keys(derivationFunctions) as Name[];

test("every function of the derivations has a case here: a new one needs values worked out by hand", () => {
  expect(Object.keys(cases).sort()).toEqual([...names].sort());
});

describe.each(names)("%s", (name) => {
  const { takes, formula, unit, calculate } = derivationFunctions[name];
  const { sum, points, intervals, units, unit: unitOfResult, compared } = cases[name];

  test("is what is worked out by hand, for points", () => {
    expect(calculate(points.inputs.map((value) => interval(at(value))))).toEqual(interval(at(points.result)));
  });

  test("is what is worked out by hand, for intervals", () => {
    expect(calculate(intervals.inputs.map(interval))).toEqual(interval(intervals.result));
  });

  test("names each of its inputs, each otherwise", () => {
    expect(takes).toHaveLength(points.inputs.length);
    expect(new Set(["", ...takes]).size).toBe(takes.length + 1);
  });

  test("says in words what it calculates", () => {
    const share = `(${points.inputs.at(-1)} ÷ 100)`;
    const inputs = points.inputs.map((value, place) => (units[place] === "%" ? `(${value} ÷ 100)` : `${value}`));
    const said = formula(...inputs)
      .replace(/its share|that part’s share/, share)
      .replace(/to the power of (1 ÷ \d+)/, "** ($1)");
    const sums = said.replaceAll("÷", "/").replaceAll("×", "*").replaceAll("−", "-");
    expect(sums).toMatch(/^[\d.()*/+\s-]+$/);
    // Where the words do not end in "× 100", what they come to is a share of one.
    const result =
      Number(new Function(`return ${sums}`)()) * (unitOfResult === "%" && !said.endsWith("× 100") ? 100 : 1);
    expect(result).toBeCloseTo(points.result, 9);
  });

  const { vocabulary } = minimalLedger();
  const rows = points.inputs.map((value, place) =>
    figureRow({ id: `a.${place}`, value, unit: (units[place] ?? "").replace("any", "t/yr") })
  );
  const problem = (inputs: readonly QuantityRow[]) =>
    inputsProblem({ id: "derived.a", function: name, inputs: [], explanation: "" }, inputs, vocabulary.units);

  test("takes these units and no others, and has the unit that follows from them", () => {
    expect(problem(rows)).toBeNull();
    expect(unit(rows, vocabulary.units)).toBe(unitOfResult);
    for (const [place, wanted] of units.entries()) {
      const other = problem(rows.with(place, figureRow({ ...rows[place], unit: "GW" })));
      expect(other === null, `another unit for ${takes[place]}`).toBe(wanted === "any");
    }
  });

  test("asks that what it compares counts the same thing", () => {
    for (const place of rows.keys()) {
      const other = problem(rows.with(place, figureRow({ ...rows[place], metric: "another" })));
      expect(other !== null, `another metric for ${takes[place]}`).toBe(compared.includes(place));
    }
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
