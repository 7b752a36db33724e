import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Derivation } from "../../../src/notebook/ledger/schema.ts";
import { derivationFunctions, type Interval } from "../../../src/notebook/tables/derivation-functions.ts";
import { inputsProblem } from "../../../src/notebook/tables/derivation-inputs.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";
import { at, cases, type Ends } from "./derivation-cases.ts";
import { derivation, figureRow } from "./figure-row.ts";

const interval = ([low, value, high]: Ends): Interval => ({ low, value, high });
const names = Object.keys(derivationFunctions) as Derivation["function"][];

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
  const problem = (inputs: readonly QuantityRow[]) => inputsProblem(derivation(name), inputs, vocabulary.units);

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
