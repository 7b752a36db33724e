import { describe, expect, test } from "vitest";
import type { Derivation } from "../../../src/notebook/ledger/schema.ts";
import { compileDerived, type DerivedRow } from "../../../src/notebook/tables/derived.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";
import { derivation, figureRow } from "./figure-row.ts";

const one = figureRow({ id: "a.one", value: 30, unit: "t" });
const two = figureRow({ id: "b.two", value: 4, unit: "t" });

/** The row of a derivation over these figures. */
function rowOf(name: Derivation["function"], ...inputs: QuantityRow[]): DerivedRow {
  const derivations = [derivation(name, { inputs: inputs.map(({ id }) => id), allowed: "For the test." })];
  const [row] = compileDerived({ ...minimalLedger(), derivations }, inputs).rows;
  if (!row) throw new Error("one derivation makes one row");
  return row;
}

describe("a derived quantity", () => {
  test("has its function, formula, inputs, amount, unit and words", () => {
    const { name, title, rows } = compileDerived({ ...minimalLedger(), derivations: [derivation("ratio")] }, [
      one,
      two
    ]);
    expect([name, title]).toEqual(["derived", "Derived quantities"]);
    expect(rows).toEqual([
      {
        id: "derived.test",
        function: "ratio",
        formula: "the one ÷ the other",
        inputs: ["a.one", "b.two"],
        low: 7.5,
        value: 7.5,
        high: 7.5,
        comparator: "=",
        unit: "1",
        unit_label: "plain number",
        digits: 2,
        explanation: "What it means.",
        allowed: null
      }
    ]);
  });

  test("is told in its record’s own names where it has them", () => {
    const names = ["reserves", "a second count"];
    const { rows } = compileDerived({ ...minimalLedger(), derivations: [derivation("ratio", { names })] }, [one, two]);
    expect(rows.map(({ formula }) => formula)).toEqual(["reserves ÷ a second count"]);
  });

  test("throws where its inputs have a problem that nobody checked", () => {
    const ledger = { ...minimalLedger(), derivations: [derivation("ratio", { inputs: ["a.one", "no.such"] })] };
    expect(() => compileDerived(ledger, [one, two])).toThrow('derived.test: "ratio" takes 2 figures, not 1');
  });
});

describe("a derived quantity bears as many digits as the input with the fewest, but two, and three at most", () => {
  test.each([
    ["28.5 and 3.8 million", [28_500_000, 3_800_000], 2],
    ["28.5 and 3.25 million", [28_500_000, 3_250_000], 3],
    ["75,000 and 45,000", [75_000, 45_000], 2],
    ["12 and 1", [12, 1], 2],
    ["1,234 and 5,678", [1234, 5678], 3]
  ])("%s", (_, [a = 0, b = 0], digits) => {
    expect(rowOf("ratio", figureRow({ id: "a.one", value: a }), figureRow({ id: "b.two", value: b })).digits).toBe(
      digits
    );
  });

  test("the ends of an interval count too", () => {
    const wide = figureRow({ id: "b.two", low: 2000, value: null, high: 3250 });
    expect(rowOf("ratio", figureRow({ id: "a.one", value: 28_500 }), wide).digits).toBe(2);
  });
});

describe("a share that is printed in one digit", () => {
  const part = figureRow({ id: "a.part", value: 2600, unit: "t/yr" });
  const share = (fields: Partial<QuantityRow>) => figureRow({ id: "b.share", unit: "%", ...fields });
  const whole = (fields: Partial<QuantityRow>) => {
    const { low, value, high } = rowOf("implied-whole", part, share(fields));
    return [low, value, high];
  };

  test("is anything that rounds to it", () => {
    expect(whole({ value: 1 })).toEqual([173_333.333333, null, 520_000]);
    expect(whole({ value: 0.2, comparator: "~" })).toEqual([1_040_000, null, 1_733_333.33333]);
  });

  test.each([
    ["in more digits", { value: 1.5 }, 173_333.333333],
    ["as ten or more", { value: 10 }, 26_000]
  ])("counts as it stands where it is printed %s", (_, fields, value) => {
    expect(whole(fields)).toEqual([value, value, value]);
  });

  test("keeps its ends where it has them, and where it is nearly that much", () => {
    expect(whole({ low: 1, value: null, high: 2 })).toEqual([130_000, null, 260_000]);
    expect(whole({ low: null, value: 4, high: 4, comparator: "nearly" })).toEqual([65_000, 65_000, null]);
  });

  test("is unlike an amount, which counts as it stands", () => {
    const amount = rowOf("quotient", one, figureRow({ id: "b.years", value: 3, unit: "yr" }));
    expect([amount.low, amount.value, amount.high, amount.unit]).toEqual([10, 10, 10, "t/yr"]);
  });
});

describe("the comparator of a derived quantity", () => {
  const about = figureRow({ id: "a.about", value: 30, unit: "t", comparator: "~" });
  const nearly = figureRow({ id: "a.nearly", low: null, value: 29, high: 29, unit: "t", comparator: "nearly" });
  const between = figureRow({ id: "a.between", low: 20, value: null, high: 40, unit: "t" });
  const atMost = figureRow({ id: "a.most", low: null, value: null, high: 90, unit: "t", comparator: "<=" });

  test.each([
    ["is = where every input is", [one, two], "="],
    ["is ~ where one input is about", [about, two], "~"],
    ["is ~ where one input is about and another nearly", [nearly, about], "~"],
    ["is ~ where another input than the first is nearly, and the value no bound", [two, nearly], "~"],
    ["is = for an interval", [between, two], "="],
    ["stays nearly where the first input is", [nearly, two], "nearly"],
    ["is <= where only a high end is known", [atMost, two], "<="],
    ["is >= where only a low end is known", [two, atMost], ">="]
  ] as const)("%s", (_, inputs, comparator) => {
    expect(rowOf("ratio", ...inputs).comparator).toBe(comparator);
  });
});
