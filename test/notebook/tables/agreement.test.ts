import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparators } from "../../../src/notebook/ledger/schema.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { agree, possibleSpan, sameTime } from "../../../src/notebook/tables/same-quantity.ts";
import { figureRow } from "./figure-row.ts";

const t = (value: number): QuantityRow => figureRow({ value, unit: "t", period: null });

const amount = fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.double({ min: 0.001, max: 1e9, noNaN: true }));

/** Figures as the ledger has them: a point, an interval, or a bound with its comparator. */
const anyFigure: fc.Arbitrary<QuantityRow> = fc
  .tuple(fc.constantFrom(...comparators), amount, amount, fc.boolean(), fc.constantFrom("t", "%", "1"))
  .map(([comparator, one, other, interval, unit]) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    if (comparator === "unquantified") return figureRow({ comparator, unit });
    if (comparator === "<" || comparator === "<=") return figureRow({ comparator, unit, low: null, value: null, high });
    if (comparator === ">" || comparator === ">=") return figureRow({ comparator, unit, low, value: null, high: null });
    return interval && comparator === "="
      ? figureRow({ comparator, unit, low, value: null, high })
      : figureRow({ comparator, unit, value: one });
  });

describe("what a figure leaves possible", () => {
  test.each([
    ["28.5 million", { value: 28_500_000, unit: "t" }, { from: 28_450_000, to: 28_550_000 }],
    ["2,500", { value: 2500, unit: "t/yr" }, { from: 2450, to: 2550 }],
    ["nearly 29 million", { value: 29_000_000, comparator: "nearly", unit: "t" }, { from: 28_000_000, to: 29_000_000 }],
    ["less than 1", { high: 1, comparator: "<", unit: "%" }, { from: 0, to: 1 }],
    ["80 or more", { low: 80, comparator: ">=", unit: "%" }, { from: 80, to: Number.POSITIVE_INFINITY }],
    ["2,500 to 3,000", { low: 2500, high: 3000, unit: "t/yr" }, { from: 2500, to: 3000 }],
    ["no more than a lower end", { low: 5, unit: "t" }, { from: 5, to: Number.POSITIVE_INFINITY }],
    ["no more than an upper end", { high: 5, unit: "t" }, { from: 0, to: 5 }],
    ["a count of 17", { value: 17, unit: "1" }, { from: 17, to: 17 }],
    ["about ten times", { value: 10, comparator: "~", unit: "1" }, { from: 5, to: 15 }],
    ["no amount", { comparator: "unquantified", unit: "t" }, null]
  ] as const)("%s", (_, fields, span) => {
    expect(
      possibleSpan(figureRow({ low: null, high: null, ...fields, ...("value" in fields ? ends(fields) : {}) }))
    ).toEqual(span);
  });

  test("never less than what is printed", () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const span = possibleSpan(figure);
        const printed = [figure.low, figure.value, figure.high].filter((end) => end !== null);
        for (const end of printed)
          expect(span && span.from <= end && end <= span.to, `${end} in ${JSON.stringify(span)}`).toBe(true);
      })
    );
  });

  test("all that rounds to a printed number", () => {
    fc.assert(
      fc.property(amount, (value) => {
        const printed = Number(value.toPrecision(2));
        const span = possibleSpan(t(printed));
        const slack = 1e-9 * value;
        expect(span && span.from - slack <= value && value <= span.to + slack).toBe(true);
      })
    );
  });
});

const printedTo = (value: number, digits: number): number => Number(value.toPrecision(digits));
const digits = fc.integer({ min: 1, max: 6 });

describe("what a printed number leaves possible", () => {
  test("is no more than what rounds to it", () => {
    fc.assert(
      fc.property(amount, amount, digits, (value, other, places) => {
        fc.pre(value > 0 && other > 0);
        const printed = printedTo(value, places);
        const span = possibleSpan(t(printed));
        const bears = printed.toExponential().split("e")[0]?.replace(".", "").length ?? 0;
        const slack = 1e-9 * other;
        const inside = span !== null && span.from + slack < other && other < span.to - slack;
        // Below a power of ten the same digits reach further down, so only numbers of its own size are asked.
        fc.pre(Math.floor(Math.log10(other)) === Math.floor(Math.log10(printed)));
        expect(!inside || printedTo(other, bears) === printed).toBe(true);
      })
    );
  });

  test.each([
    ["<", "high"],
    ["<=", "high"],
    [">", "low"],
    [">=", "low"]
  ] as const)("as %s reaches exactly to the bound", (comparator, end) => {
    fc.assert(
      fc.property(amount, (bound) => {
        const span = possibleSpan(
          figureRow({ comparator, low: null, value: null, high: null, [end]: bound, unit: "t" })
        );
        expect(span).toEqual(end === "high" ? { from: 0, to: bound } : { from: bound, to: Number.POSITIVE_INFINITY });
      })
    );
  });
});

const ends = ({ value }: { value: number }) => ({ low: value, high: value });

describe("agreement", () => {
  test("is the same from either side", () => {
    fc.assert(fc.property(anyFigure, anyFigure, (one, other) => agree(one, other) === agree(other, one)));
  });

  test("a figure agrees with itself", () => {
    fc.assert(fc.property(anyFigure, (figure) => agree(figure, figure)));
  });

  test("roundings of one number agree, other numbers do not", () => {
    expect(agree(t(28_500_000), t(28_000_000))).toBe(true);
    expect(agree(t(28_500_000), t(28_700_000))).toBe(false);
    expect(agree(t(28_500_000), t(3_800_000))).toBe(false);
  });

  test("one number, printed twice to whatever precision, agrees with itself and with every bound that it keeps", () => {
    fc.assert(
      fc.property(amount, digits, digits, amount, (value, one, other, bound) => {
        fc.pre(value > 0);
        const printed = t(printedTo(value, one));
        expect(agree(printed, t(printedTo(value, other)))).toBe(true);
        const ends = { low: null, value: null, high: null, unit: "t", period: null };
        const kept =
          value <= bound
            ? figureRow({ ...ends, comparator: "<=", high: bound })
            : figureRow({ ...ends, comparator: ">=", low: bound });
        expect(agree(printed, kept)).toBe(true);
      })
    );
  });

  test("a number beyond a bound by more than its rounding breaks it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1e9 }), (value) => {
        const ends = { low: null, value: null, high: null, unit: "t", period: null };
        const { from, to } = possibleSpan(t(value)) ?? { from: 0, to: 0 };
        expect(agree(t(value), figureRow({ ...ends, comparator: "<=", high: from * 0.999 }))).toBe(from <= 0);
        expect(agree(t(value), figureRow({ ...ends, comparator: ">=", low: to * 1.001 }))).toBe(false);
      })
    );
  });

  test("neighbouring ranks are two ranks", () => {
    expect(agree(figureRow({ value: 4, unit: "1" }), figureRow({ value: 5, unit: "1" }))).toBe(false);
  });
});

describe("times near enough", () => {
  const at = (period: string | null, status: QuantityRow["status"] = "stated") => figureRow({ period, status });

  test.each([
    ["2024", "2025", true],
    ["2023", "2025", false],
    ["2020/2024", "2025-03-31", true],
    ["2022-01-01", "2025", false],
    ["2019", "2020/2024", true],
    ["2018", "2020/2024", false],
    [null, "1990", true],
    ["1990", null, true]
  ])("%s and %s: %s", (one, other, near) => {
    expect(sameTime(at(one), at(other))).toBe(near);
  });

  test("a plan is held against plans only", () => {
    expect(sameTime(at("2030", "target"), at("2030", "forecast"))).toBe(true);
    expect(sameTime(at(null, "target"), at(null))).toBe(false);
  });
});
