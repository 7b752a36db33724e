import { describe, expect, test } from "vitest";
import type { Comparison, Ledger } from "../../../src/notebook/ledger/schema.ts";
import { compileComparisons, findDisagreements, unjudged } from "../../../src/notebook/tables/comparisons.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { minimalLedger } from "../ledger/minimal-ledger.ts";
import { figureRow } from "./figure-row.ts";

const claim = (id: string, fields: Partial<QuantityRow>): QuantityRow =>
  figureRow({ id, reading: "text", series: null, period: null, unit: "t", basis: "not-stated", form: null, ...fields });

/** A cell of a survey's table, at its period. */
const cell = (period: string, value: number, fields: Partial<QuantityRow> = {}): QuantityRow =>
  claim(`survey.${period}`, { reading: "original", series: "survey", speaker: "survey", period, value, ...fields });

const found = (...figures: QuantityRow[]): string[][] =>
  findDisagreements(figures, []).map((group) => group.figures.map(({ id }) => id));

describe("disagreements that a rule finds", () => {
  test("a claim alone against the record is a member with what it disagrees with", () => {
    expect(found(claim("lone", { value: 17 }), cell("2025", 15))).toEqual([["lone", "survey.2025"]]);
  });

  test("of a metric that says how many years may lie between them, none beyond that", () => {
    const [claimed, later] = [claim("claim", { value: 28, period: "2024" }), cell("2025", 4)];
    expect(found(claimed, later)).toHaveLength(1);
    expect(findDisagreements([claimed, later], [{ id: "reserves", years_apart: 0 }])).toEqual([]);
  });

  test("two claims", () => {
    expect(found(claim("one", { value: 28 }), claim("other", { value: 4 }))).toEqual([["one", "other"]]);
  });

  test("none where claims agree, where there is no claim, or where nothing is comparable", () => {
    expect(found(claim("one", { value: 28_500_000 }), claim("other", { value: 28_000_000 }))).toEqual([]);
    expect(found(cell("2024", 10), cell("2025", 40))).toEqual([]);
    expect(found(claim("one", { value: 28 }), claim("plan", { value: 4, status: "target" }))).toEqual([]);
    expect(found(claim("alone", { value: 28 }))).toEqual([]);
  });

  test.each(["metric", "subject", "material"] as const)("figures of another %s are another quantity", (field) => {
    expect(found(claim("one", { value: 28 }), claim("other", { value: 4, [field]: "another" }))).toEqual([]);
  });

  test("amounts in two currencies are never held against each other", () => {
    const dollars = [1, 4].map((value) => claim(`usd-${value}`, { value, unit: "USD" }));
    const roubles = [40, 90].map((value) => claim(`rub-${value}`, { value, unit: "RUB" }));
    expect(found(dollars[0] as QuantityRow, roubles[0] as QuantityRow)).toEqual([]);
    // Those of a currency in which none disagree stay out of a disagreement in another.
    expect(found(...dollars, roubles[0] as QuantityRow, claim("rub-too", { value: 40, unit: "RUB" }))).toEqual([
      ["usd-1", "usd-4"]
    ]);
    expect(found(...dollars, ...roubles)).toEqual([["usd-1", "usd-4", "rub-40", "rub-90"]]);
  });

  test("a figure without an amount and one of a superseded edition are left out", () => {
    const silent = claim("silent", { comparator: "unquantified" });
    expect(found(claim("one", { value: 28 }), silent, cell("2024", 4, { current: false }))).toEqual([]);
    expect(found(claim("one", { value: 28 }), silent, cell("2024", 4))).toEqual([["one", "survey.2024"]]);
  });

  test("a claim that meets nothing is left out of the disagreement of others", () => {
    const plan = claim("plan", { value: 99, status: "target" });
    expect(found(claim("one", { value: 28 }), plan, cell("2025", 4))).toEqual([["one", "survey.2025"]]);
  });

  test("a claim without a date meets the newest period only, on each basis", () => {
    const figures = [
      claim("lone", { value: 28 }),
      cell("2020-01-01", 21, { basis: "explored" }),
      cell("2022-01-01", 17, { basis: "explored" }),
      cell("2021-01-01", 12, { basis: "provisional", id: "survey.c2.2021" }),
      cell("2022-01-01", 11, { basis: "provisional", id: "survey.c2.2022" })
    ];
    expect(found(...figures)).toEqual([["lone", "survey.2022-01-01", "survey.c2.2022"]]);
  });

  test("what another speaker says, or is not dated, does not give way to a later year", () => {
    const older = cell("2019", 12, { speaker: "ministry" });
    const undated = cell("", 9, { id: "undated", period: null });
    expect(found(claim("lone", { value: 28 }), older, undated, cell("2025", 4))).toEqual([
      ["lone", "survey.2019", "undated", "survey.2025"]
    ]);
  });

  test("a claim with a date meets the years next to it", () => {
    const dated = claim("dated", { value: 45, period: "2025" });
    expect(found(dated, cell("2023", 41), cell("2024", 46), cell("2025", 51))).toEqual([
      ["dated", "survey.2024", "survey.2025"]
    ]);
  });
});

/** A ledger whose only comparison is this one. */
const ledgerWith = (fields: Partial<Comparison>): Ledger => ({
  ...minimalLedger(),
  comparisons: [
    {
      id: "comparison.one",
      title: "One",
      kind: "conflict",
      word: "Not comparable",
      figures: [],
      positions: [],
      explanation: "Words.",
      ...fields
    }
  ]
});

const rowOf = (fields: Partial<Comparison>, figures: QuantityRow[]) =>
  compileComparisons(ledgerWith(fields), figures).rows[0];

describe("the table of comparisons", () => {
  const figures = [claim("one", { value: 28 }), claim("other", { value: 4 })];
  const finds = { metric: "reserves", subject: "russia", material: "rare-earths" };

  test("a record that judges what a rule finds has its figures, what they are of, and their ratio", () => {
    const { name, title, rows } = compileComparisons(ledgerWith({ finds }), figures);
    expect([name, title]).toEqual(["comparisons", "Comparisons"]);
    expect(rows).toEqual([
      {
        id: "comparison.one",
        title: "One",
        kind: "conflict",
        word: "Not comparable",
        found_by: "rule",
        metric: "reserves",
        metric_label: "reserves",
        subject: "russia",
        subject_name: "Russia",
        material: "rare-earths",
        material_label: "rare earths",
        figures: ["one", "other"],
        positions: [],
        low: 4,
        high: 28,
        ratio: 7,
        unit: "t",
        unit_label: "tonnes",
        explanation: "Words.",
        allowed: null
      }
    ]);
  });

  test("a record that judges what no longer disagrees has no row", () => {
    expect(rowOf({ finds }, figures.slice(0, 1))).toBeUndefined();
  });

  test.each(["conflict", "near-match", "qualifier", "implied"] as const)("a %s has a ratio", (kind) => {
    expect(rowOf({ kind, figures: ["one", "other"] }, figures)).toMatchObject({ low: 4, high: 28, ratio: 7 });
  });

  test.each(["misreading", "not-comparable"] as const)("a %s has no ratio", (kind) => {
    expect(rowOf({ kind, figures: ["one", "other"] }, figures)).toMatchObject({ low: null, high: null, ratio: null });
  });

  test("superseded figures are shown and are no end of a ratio", () => {
    const old = claim("old", { value: 1, current: false });
    expect(rowOf({ figures: ["one", "other", "old"] }, [...figures, old])).toMatchObject({
      figures: ["one", "other", "old"],
      low: 4,
      ratio: 7
    });
  });

  test("ends of intervals count, and a share is no part of a ratio of tonnes", () => {
    const interval = claim("interval", { low: 2, value: null, high: 40 });
    expect(rowOf({ figures: ["one", "interval"] }, [...figures, interval])).toMatchObject({ low: 2, high: 40 });
    const share = claim("share", { value: 12, unit: "%" });
    expect(rowOf({ figures: ["one", "share"] }, [...figures, share])).toMatchObject({ ratio: null });
  });

  test("places in an order are not divided", () => {
    const ranks = [2, 5].map((value) => claim(`rank-${value}`, { value, metric: "rank", unit: "1" }));
    const ledger = ledgerWith({ figures: ["rank-2", "rank-5"] });
    const rank = { label: "rank", description: "A place.", dimension: "count", quantity: "rank", stock: false };
    ledger.vocabulary = {
      ...ledger.vocabulary,
      metrics: [
        ...ledger.vocabulary.metrics,
        { id: "rank", ...rank, ordinal: true, part: false, counts: [], years_apart: 1 }
      ]
    };
    expect(compileComparisons(ledger, ranks).rows[0]).toMatchObject({ low: null, high: null, ratio: null });
    expect(rowOf({ figures: ["rank-2", "rank-5"] }, ranks)).toMatchObject({ ratio: 2.5 });
    const counted = claim("counted", { value: 10, metric: "mines", unit: "1" });
    ledger.comparisons = ledgerWith({ figures: ["rank-2", "counted"] }).comparisons;
    expect(compileComparisons(ledger, [...ranks, counted]).rows[0]).toMatchObject({ ratio: null });
  });

  test("a single end gives no ratio", () => {
    const bound = claim("bound", { comparator: "<", low: null, value: null, high: 9 });
    expect(rowOf({ figures: ["bound"] }, [bound])).toMatchObject({ low: null, ratio: null });
  });

  test("positions alone have no quantity", () => {
    expect(rowOf({ positions: ["gazette.plenty"] }, figures)).toMatchObject({
      found_by: "judgement",
      figures: [],
      positions: ["gazette.plenty"],
      metric: null,
      unit: null,
      ratio: null
    });
  });
});

test("a disagreement is unjudged until a record finds it", () => {
  const figures = [claim("one", { value: 28 }), claim("other", { value: 4 })];
  expect(unjudged(ledgerWith({ figures: ["one"] }), figures)).toHaveLength(1);
  expect(
    unjudged(ledgerWith({ finds: { metric: "reserves", subject: "russia", material: "rare-earths" } }), figures)
  ).toEqual([]);
});
