import { describe, expect, test } from "vitest";
import type { Derivation } from "../../../src/notebook/ledger/schema.ts";
import { compileDerived, type DerivedRow, inputsProblem, unlikeness } from "../../../src/notebook/tables/derived.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";
import { figureRow } from "./figure-row.ts";

const derivation = (name: Derivation["function"], rest: Partial<Derivation> = {}): Derivation => ({
  id: "derived.test",
  function: name,
  inputs: ["a.one", "b.two"],
  explanation: "What it means.",
  ...rest
});

const { units } = minimalLedger().vocabulary;
const problemOf = (of: Derivation, inputs: readonly QuantityRow[]) => inputsProblem(of, inputs, units);

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
    expect([amount.low, amount.value, amount.high]).toEqual([10, 10, 10]);
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

describe("the inputs of a derivation", () => {
  const yearly = figureRow({ id: "c.yearly", value: 2, unit: "t/yr", metric: "production" });
  const remedy = "list the stock, the flow a year, in this order";

  test("are sound", () => {
    expect(problemOf(derivation("ratio"), [one, two])).toBeNull();
    expect(problemOf(derivation("stock-over-flow"), [one, yearly])).toBeNull();
  });

  test("are as many as the function takes", () => {
    expect(problemOf(derivation("stock-over-flow"), [one])).toEqual({
      message: '"stock-over-flow" takes 2 figures, not 1',
      remedy
    });
    expect(problemOf(derivation("stock-over-flow"), [one, yearly, yearly])?.message).toBe(
      '"stock-over-flow" takes 2 figures, not 3'
    );
  });

  test("are in the units that the function takes, in its order", () => {
    const share = figureRow({ id: "e.share", value: 3, unit: "%" });
    expect(problemOf(derivation("implied-whole"), [one, two])).toEqual({
      message: '"b.two" is in t, but its share of the whole is in %',
      remedy: "list the part, its share of the whole, in this order"
    });
    expect(problemOf(derivation("implied-whole"), [one, share])).toBeNull();
  });

  test("have a quotient that the vocabulary has a unit for", () => {
    expect(problemOf(derivation("quotient"), [yearly, one])).toEqual({
      message: 't/yr ÷ t has no unit that "quotient" can give',
      remedy: "choose other figures, or add to the units of data/ledger/vocabulary.yaml one with per: [t/yr, t]"
    });
    const years = figureRow({ id: "b.years", value: 3, unit: "yr" });
    const unlike = [
      figureRow({ id: "a.share", value: 3, unit: "%" }),
      figureRow({ id: "b.capacity", value: 3, unit: "GW" })
    ];
    for (const inputs of [[years, yearly], [one, two], ...unlike.map((other) => [other, years])])
      expect(problemOf(derivation("quotient"), inputs)?.message).toContain('has no unit that "quotient" can give');
    const perYear = rowOf("quotient", one, years);
    expect([perYear.value, perYear.unit]).toEqual([10, "t/yr"]);
  });

  test("may be called otherwise in the formula, as many as there are", () => {
    const names = ["reserves", "production"];
    const row = (own: string[]) => derivation("stock-over-flow", { inputs: ["a.one", "c.yearly"], names: own });
    const [{ formula } = { formula: "" }] = compileDerived({ ...minimalLedger(), derivations: [row(names)] }, [
      one,
      yearly
    ]).rows;
    expect(formula).toBe("reserves ÷ production");
    expect(problemOf(row(["reserves"]), [one, yearly])?.message).toBe('"stock-over-flow" has 2 names, not 1');
  });

  test("share one unit where the function compares them, even where unlike ones are allowed", () => {
    expect(problemOf(derivation("ratio", { allowed: "Said." }), [one, yearly])).toEqual({
      message: '"c.yearly" is in t/yr, but the other is in t',
      remedy: "list the one, the other, in this order"
    });
  });

  test("come to a number", () => {
    const nothing = figureRow({ id: "d.massive", comparator: "unquantified", unit: "t" });
    expect(problemOf(derivation("ratio"), [nothing, two])).toEqual({
      message: '"derived.test" comes to no number',
      remedy: "choose figures that have the ends it needs"
    });
    const nearly = figureRow({ low: null, value: 9, high: 9, unit: "t", comparator: "nearly" });
    expect(problemOf(derivation("ratio"), [nearly, nearly])).toBeNull();
    const atMost = figureRow({ low: null, value: null, high: 9, unit: "t" });
    expect(problemOf(derivation("ratio"), [atMost, atMost])?.message).toBe('"derived.test" comes to no number');
  });
});

describe("unlike quantities", () => {
  const unlike: readonly [string, Partial<QuantityRow>, string][] = [
    ["rare earths with gallium", { material: "gallium" }, "rare-earths and gallium"],
    ["reserves with production", { metric: "production", metric_label: "production" }, "reserves and production"],
    [
      "a reserve with a resource",
      { basis: "resources", basis_label: "resources" },
      "reserves called proven and resources"
    ],
    ["oxide with metal", { form: "metal" }, "oxide and metal"],
    ["oxide with what is not stated", { form: null }, "oxide and form not stated"]
  ];
  const oxide = figureRow({ id: "a.one", value: 30, unit: "t", form: "oxide" });

  test.each(unlike)("are refused without a reason: %s", (_, fields, difference) => {
    const other = figureRow({ id: "b.two", value: 4, unit: "t", form: "oxide", ...fields });
    expect(unlikeness(oxide, other, units)).toBe(difference);
    expect(problemOf(derivation("ratio"), [oxide, other])).toEqual({
      message: `"a.one" and "b.two" are unlike: ${difference}`,
      remedy: 'choose like figures, or say under "allowed" why they may meet'
    });
  });

  test.each(unlike)("may meet with a reason: %s", (_, fields) => {
    const other = figureRow({ id: "b.two", value: 4, unit: "t", form: "oxide", ...fields });
    expect(problemOf(derivation("ratio", { allowed: "Said." }), [oxide, other])).toBeNull();
  });

  test.each([...unlike.slice(0, 1), ...unlike.slice(3)])(
    "are refused as tonnes also where the function does not compare them: %s",
    (_, fields) => {
      const yearly = figureRow({ id: "b.two", value: 4, unit: "t/yr", form: "oxide", metric: "production", ...fields });
      expect(problemOf(derivation("stock-over-flow"), [oxide, yearly])?.message).toContain("are unlike");
    }
  );

  test("are told in the order in which they stand, also where it is the one whose form is not stated", () => {
    expect(unlikeness({ ...oxide, form: null }, oxide, units)).toBe("form not stated and oxide");
  });

  test("are refused in every place that the function compares, and in no other", () => {
    const [part, larger, smaller] = [2, 60, 20].map((value, place) => ({
      ...oxide,
      id: `a.${place}`,
      value,
      low: value,
      high: value
    }));
    if (!part || !larger || !smaller) throw new Error("three amounts are three rows");
    const ofAnother = { metric: "production", metric_label: "production" };
    const share = derivation("share-of-difference");
    expect(problemOf(share, [{ ...part, ...ofAnother }, larger, smaller])).toBeNull();
    expect(problemOf(share, [part, larger, { ...smaller, ...ofAnother }])?.message).toBe(
      '"a.1" and "a.2" are unlike: reserves and production'
    );
    expect(problemOf(share, [part, larger, { ...smaller, material: "gallium" }])?.message).toBe(
      '"a.0" and "a.2" are unlike: rare-earths and gallium'
    );
  });

  test("may be shares of unlike materials only with a reason, although a share measures out none", () => {
    const share = figureRow({ id: "a.share", value: 12, unit: "%" });
    const ofGallium = { ...share, id: "b.share", material: "gallium" };
    expect(unlikeness(share, ofGallium, units)).toBe("rare-earths and gallium");
  });

  test("are not quantities that count the same thing", () => {
    expect(unlikeness(oxide, figureRow({ ...oxide, id: "b.two", value: 4, source: "other" }), units)).toBeNull();
  });

  test("may be shares beside tonnes: a share has no form", () => {
    const part = figureRow({ id: "a.part", value: 26, unit: "t/yr", form: "oxide" });
    const share = figureRow({ id: "a.share", value: 1, unit: "%", form: null });
    expect(problemOf(derivation("implied-whole"), [part, share])).toBeNull();
  });
});
