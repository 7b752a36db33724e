import { describe, expect, test } from "vitest";
import { locate } from "../../../src/notebook/ledger/checks/violation.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import type { Derivation } from "../../../src/notebook/ledger/schema.ts";
import { derivationViolations, inputsProblem, unlikeness } from "../../../src/notebook/tables/derivation-inputs.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { type Change, minimalFiles, minimalLedger } from "../ledger/minimal-ledger.ts";
import { derivation, figureRow } from "./figure-row.ts";

function linesFor(...changes: Change[]): string[] {
  const { ledger, locations } = parseLedger(minimalFiles(...changes));
  return derivationViolations(ledger).map((violation) => formatFault(locate(violation, locations)));
}

test("sound derivations have no fault", () => {
  expect(linesFor()).toEqual([]);
});

test("unlike quantities without a reason are a fault at the inputs of the record", () => {
  expect(
    linesFor({ file: "derivations", replace: "    allowed: Two counts are set side by side.\n", with: "" })
  ).toEqual([
    'data/ledger/derivations.yaml:8:5 "gazette.reserves" and "relay.reserves" are unlike: reserves called proven and basis not stated; choose like figures, or say under "allowed" why they may meet'
  ]);
});

test("inputs that do not fit the function are a fault at the inputs of the record", () => {
  expect(
    linesFor({
      file: "derivations",
      replace: "[gazette.reserves, gazette.production]",
      with: "[gazette.production, gazette.reserves]"
    })
  ).toEqual([
    'data/ledger/derivations.yaml:4:5 t/yr ÷ t has no unit that "stock-over-flow" can give; choose other figures, or add to the units of data/ledger/vocabulary.yaml one with per: [t/yr, t]'
  ]);
});

const { units } = minimalLedger().vocabulary;
const problemOf = (of: Derivation, inputs: readonly QuantityRow[]) => inputsProblem(of, inputs, units);

const one = figureRow({ id: "a.one", value: 30, unit: "t" });
const two = figureRow({ id: "b.two", value: 4, unit: "t" });

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
    expect(problemOf(derivation("quotient"), [one, years])).toBeNull();
  });

  test("may be called otherwise in the formula, as many as there are", () => {
    const names = ["reserves", "production"];
    expect(problemOf(derivation("stock-over-flow", { names }), [one, yearly])).toBeNull();
    expect(problemOf(derivation("stock-over-flow", { names: ["reserves"] }), [one, yearly])?.message).toBe(
      '"stock-over-flow" has 2 names, not 1'
    );
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
