import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hull, type Interval, spread } from "../../../src/notebook/tables/derivation-functions.ts";

const point = (value: number): Interval => ({ low: value, value, high: value });
const between = (low: number | null, high: number | null): Interval => ({ low, value: null, high });
const divide = (a: number, b: number): number => a / b;
const ratio = (a: Interval, b: Interval): Interval => spread(divide, { of: a, as: "up" }, { of: b, as: "down" });

describe("a function spread over intervals", () => {
  test("makes a point of points", () => {
    expect(ratio(point(28.5e6), point(3.8e6))).toEqual(point(7.5));
  });

  test("takes the low end of what it rises with and the high end of what it falls with", () => {
    expect(ratio(between(10, 20), between(2, 5))).toEqual(between(2, 10));
  });

  test("keeps a value within its ends", () => {
    expect(ratio({ low: 10, value: 12, high: 20 }, point(2))).toEqual({ low: 5, value: 6, high: 10 });
  });

  test("does not know an end that would need an unknown one", () => {
    expect(ratio(between(null, 20), point(2))).toEqual(between(null, 10));
    expect(ratio(point(20), between(null, 2))).toEqual(between(10, null));
    expect(ratio(between(1, null), between(1, null))).toEqual(between(null, null));
  });

  test("does not know what is not finite", () => {
    expect(ratio(point(1), between(0, 2))).toEqual(between(0.5, null));
    expect(ratio(point(1), point(0))).toEqual(between(null, null));
  });

  test("has no dust of binary fractions", () => {
    const sum = spread((a, b) => a + b, { of: point(0.1), as: "up" }, { of: point(0.2), as: "up" });
    expect(sum).toEqual(point(0.3));
  });
});

describe("the hull of two intervals", () => {
  test("reaches as far as either", () => {
    expect(hull(between(2, 5), between(1, 4))).toEqual(between(1, 5));
  });

  test("has the first one's value", () => {
    expect(hull({ low: 2, value: 3, high: 5 }, between(1, 6))).toEqual({ low: 1, value: 3, high: 6 });
  });

  test("does not know an end that one of them does not know", () => {
    expect(hull(between(null, 5), between(1, null))).toEqual(between(null, null));
  });
});

test("the hull of two intervals holds both and nothing that neither reaches", () => {
  const end = fc.option(fc.double({ min: 0.001, max: 1e9, noNaN: true }));
  fc.assert(
    fc.property(end, end, end, end, (a, b, c, d) => {
      const { low, high } = hull(between(a, b), between(c, d));
      expect(low).toBe(a === null || c === null ? null : Math.min(a, c));
      expect(high).toBe(b === null || d === null ? null : Math.max(b, d));
    })
  );
});

/** Intervals with a point inside each, an end sometimes unknown. */
const sample = fc
  .record({
    ends: fc.tuple(fc.double({ min: 0.001, max: 1e9, noNaN: true }), fc.double({ min: 0.001, max: 1e9, noNaN: true })),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    lowKnown: fc.boolean(),
    highKnown: fc.boolean()
  })
  .map(({ ends: [a, b], place, lowKnown, highKnown }) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    return { of: between(lowKnown ? low : null, highKnown ? high : null), inside: low + (high - low) * place };
  });

test("is never narrower than the truth: what comes of points inside the inputs lies inside the result", () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const { low, high } = ratio(a.of, b.of);
      const truth = a.inside / b.inside;
      const dust = truth * 1e-9;
      expect(low ?? 0).toBeLessThanOrEqual(truth + dust);
      expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(truth - dust);
    })
  );
});

test("is never wider than the inputs allow: an end is what the inputs' own ends give, and is unknown only for want of one", () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const { low, high } = ratio(a.of, b.of);
      const near = (end: number | null, truth: number) => Math.abs((end ?? Number.NaN) - truth) <= truth * 1e-9;
      expect(a.of.low === null || b.of.high === null ? low === null : near(low, a.of.low / b.of.high)).toBe(true);
      expect(a.of.high === null || b.of.low === null ? high === null : near(high, a.of.high / b.of.low)).toBe(true);
    })
  );
});
