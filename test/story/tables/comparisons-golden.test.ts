import { describe, expect, test } from "vitest";
import {
  type Comparison,
  comparison as comparisonSchema,
  verdict as verdictSchema
} from "../../../src/notebook/ledger/schema.ts";
import { testedLedger, testedTables } from "../../real-ledger.ts";

const ledger = testedLedger();
const { comparisons, figures, verdicts } = testedTables();
const kinds = comparisonSchema.shape.kind.options;

const wordsIn = (text: string): number => text.split(/\s+/).length;
const row = (id: string) => comparisons.rows.find((candidate) => candidate.id === `comparison.${id}`);

/** The comparison that stands for its kind here; a new kind needs one. */
const golden = {
  conflict: "consumption-of-russia",
  "near-match": "production-of-russia",
  qualifier: "proven-and-explored-categories",
  misreading: "us-production-taken-for-demand",
  "not-comparable": "chinas-share-by-stage",
  implied: "twelve-per-cent-in-tonnes"
} as const satisfies Readonly<Record<Comparison["kind"], string>>;

test.each(Object.entries(golden))(
  "the golden case of %s is of that kind, and has figures and an explanation",
  (kind, id) => {
    expect(row(id)).toMatchObject({ kind, explanation: expect.stringMatching(/\w/) });
    expect([...(row(id)?.figures ?? []), ...(row(id)?.positions ?? [])].length).toBeGreaterThan(1);
  }
);

describe("one comparison of each kind, as the page has it", () => {
  test("conflict: what Russia uses, found by rule", () => {
    expect(row(golden.conflict)).toMatchObject({
      kind: "conflict",
      word: "Same quantity, unresolved",
      found_by: "rule",
      figures: [
        "further-statements.consumption-kazanov-round-table",
        "further-statements.consumption-kazanov-june",
        "further-statements.consumption-kazanov-september",
        "russia-post.consumption-kazanov"
      ],
      low: 2000,
      high: 10_000,
      ratio: 5,
      unit: "t/yr"
    });
  });

  test("near match: what Russia produces, superseded editions no end of it", () => {
    expect(row(golden["near-match"])).toMatchObject({
      kind: "near-match",
      word: "Revised",
      found_by: "judgement",
      low: 2500,
      high: 2600,
      ratio: 1.04
    });
    const superseded = figures.rows.filter(
      ({ id, current }) => row(golden["near-match"])?.figures.includes(id) && !current
    );
    expect(superseded.map(({ id }) => id)).toEqual([
      "usgs-mcs-2024.mine-production.russia.2023",
      "usgs-mcs-2025.mine-production.russia.2024"
    ]);
  });

  test("qualifier: called proven, and explored", () => {
    expect(row(golden.qualifier)).toMatchObject({
      kind: "qualifier",
      word: "Different basis",
      low: 16_887_100,
      high: 28_500_000,
      allowed: expect.stringContaining("proven")
    });
  });

  test("misreading: production taken for demand, with no ratio", () => {
    expect(row(golden.misreading)).toMatchObject({
      kind: "misreading",
      word: "Not comparable",
      low: null,
      high: null,
      ratio: null
    });
  });

  test("not comparable: China's share of several stages, with no ratio", () => {
    expect(row(golden["not-comparable"])).toMatchObject({
      kind: "not-comparable",
      word: "Different basis",
      found_by: "judgement",
      ratio: null
    });
  });

  test("implied: a share and plans in tonnes, which have no ratio", () => {
    expect(row(golden.implied)).toMatchObject({
      kind: "implied",
      word: "Different basis",
      low: null,
      ratio: null,
      allowed: expect.stringContaining("world output")
    });
  });
});

test("everybody's reserves of Russia, one period of each table, with a ratio that says that definitions differ", () => {
  const found = row("reserves-of-russia");
  expect(found).toMatchObject({
    kind: "conflict",
    word: "Different definition",
    found_by: "rule",
    low: 3_800_000,
    high: 29_000_000,
    allowed: expect.stringContaining("not that one of them is wrong")
  });
  const cells = figures.rows.filter(({ id, series }) => series !== null && found?.figures.includes(id));
  expect(cells.map(({ id }) => id).sort()).toEqual([
    "state-report-2021.reserves-abc1.russia.2022-01-01",
    "state-report-2021.reserves-c2.russia.2022-01-01",
    "usgs-mcs-2026.reserves.russia.2026"
  ]);
});

test("no ratio is given of what is and what is planned", () => {
  const isAhead = (id: string): boolean | undefined => {
    const status = figures.rows.find((figure) => figure.id === id)?.status;
    return status === undefined ? undefined : status === "target" || status === "forecast";
  };
  for (const { id, figures: members } of comparisons.rows.filter(({ ratio }) => ratio !== null))
    expect({ id, ahead: new Set(members.map(isAhead)).size }).toEqual({ id, ahead: 1 });
});

test("the rule finds what the record has", () => {
  expect(comparisons.rows.filter(({ found_by }) => found_by === "rule").map(({ id }) => id)).toEqual([
    "comparison.reserves-of-russia",
    "comparison.elements-in-russia",
    "comparison.rank-of-russia",
    "comparison.consumption-of-russia",
    "comparison.production-of-united-states"
  ]);
});

test("every kind occurs, and every record has a row", () => {
  expect(new Set(comparisons.rows.map(({ kind }) => kind))).toEqual(new Set(kinds));
  expect(comparisons.rows.map(({ id }) => id)).toEqual(ledger.comparisons.map(({ id }) => id));
});

test("what is not comparable or misread is never divided", () => {
  const divided = comparisons.rows.filter(
    ({ kind, ratio }) => (kind === "misreading" || kind === "not-comparable") && ratio !== null
  );
  expect(divided).toEqual([]);
});

test("explanations are short", () => {
  for (const { id, explanation } of comparisons.rows)
    expect({ id, short: wordsIn(explanation) <= 45 }).toEqual({ id, short: true });
  for (const { id, reasoning } of verdicts.rows)
    expect({ id, short: wordsIn(reasoning) <= 40 }).toEqual({ id, short: true });
});

test("the claims of the fact file each have a verdict, and every verdict is used", () => {
  expect(verdicts.rows).toHaveLength(31);
  expect(new Set(verdicts.rows.map(({ verdict }) => verdict))).toEqual(new Set(verdictSchema.shape.verdict.options));
  for (const { id, figures: made, positions } of verdicts.rows)
    expect({ id, claimed: made.length + positions.length > 0 }).toEqual({ id, claimed: true });
});

test("a verdict rests on nothing only where no figure bears on it", () => {
  expect(verdicts.rows.filter(({ rests_on }) => rests_on.length === 0).map(({ id }) => id)).toEqual([
    "verdict.cost-of-remoteness",
    "verdict.ten-times-ukraine",
    "verdict.arkell-fickle-west",
    "verdict.offer-under-biden"
  ]);
});
