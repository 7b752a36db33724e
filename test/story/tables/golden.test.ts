import { describe, expect, test } from "vitest";
import { testedTables } from "../../real-ledger.ts";

const { figures, derived } = testedTables();

/** A figure's value in the real ledger, in its canonical unit. */
function figure(id: string): number {
  const value = figures.rows.find((row) => row.id === id)?.value;
  if (value == null) throw new Error(`the ledger has no figure "${id}" with a value`);
  return value;
}

const reserve = () => figure("russia-post.reserves-kazanov");
const reserveOfSurvey = () => figure("usgs-mcs-2026.reserves.russia.2026");
const output = () => figure("rex-reuters.production");
const outputOfKazanov = () => figure("russia-post.production-kazanov");
const share = () => figure("rex-reuters.share-of-output");
const american = () => figure("izvestia.us-production");
const americanLater = () => figure("izvestia.us-demand-next-decade");
const americanUse = () => figure("usgs-mcs-2026.us-apparent-consumption.united-states.2025");
const gallium = () => figure("rex-kommersant.gallium-output");
const galliumPossible = () => figure("rex-kommersant.gallium-possible");

/** What the chapters rest on: worked out here from the figures, and as it would be said. */
const goldens: readonly [id: string, sum: () => number, unit: string, rounded: number][] = [
  ["derived.reserve-life-ministry", () => reserve() / outputOfKazanov(), "yr", 11_000],
  [
    "derived.reserve-life-survey",
    () => reserveOfSurvey() / figure("usgs-mcs-2026.mine-production.russia.2025"),
    "yr",
    1500
  ],
  ["derived.reserve-ratio", () => reserve() / reserveOfSurvey(), "1", 7.5],
  ["derived.reserve-ratio-nearly", () => figure("rex-reuters.reserves-ministry") / reserveOfSurvey(), "1", 7.6],
  ["derived.us-gap", () => americanLater() - american(), "t/yr", 30_000],
  ["derived.us-increase", () => (americanLater() / american()) * 100 - 100, "%", 67],
  [
    "derived.us-growth-per-year",
    () => (Math.exp(Math.log(americanLater() / american()) / figure("izvestia.us-demand-horizon")) - 1) * 100,
    "%",
    5.2
  ],
  ["derived.russian-part-of-gap", () => (output() * 100) / (americanLater() - american()), "%", 8.7],
  ["derived.russian-part-of-gap-kazanov", () => (outputOfKazanov() * 100) / (americanLater() - american()), "%", 8.3],
  ["derived.gallium-multiple", () => galliumPossible() / gallium(), "1", 5.9],
  ["derived.gallium-increase", () => (galliumPossible() / gallium()) * 100 - 100, "%", 490],
  ["derived.gallium-step", () => galliumPossible() - gallium(), "t/yr", 34],
  ["derived.us-left-for-china", () => american() - figure("izvestia.us-production-oxides"), "t/yr", 44_000],
  ["derived.us-demand-against-consumption", () => americanLater() / americanUse(), "1", 2.8],
  [
    "derived.us-demand-growth-from-consumption",
    () => (Math.exp(Math.log(americanLater() / americanUse()) / figure("izvestia.us-demand-horizon")) - 1) * 100,
    "%",
    11
  ],
  ["derived.reserve-gap", () => reserve() - reserveOfSurvey(), "t", 25_000_000],
  ["derived.survey-part-of-russian-count", () => (reserveOfSurvey() / reserve()) * 100, "%", 13],
  ["derived.plan-alikhanov-output", () => 7 * figure("usgs-mcs-2026.mine-production.russia.2025"), "t/yr", 18_000],
  [
    "derived.plan-alikhanov-share",
    () =>
      (700 * figure("usgs-mcs-2026.mine-production.russia.2025")) / figure("usgs-mcs-2026.mine-production.world.2025"),
    "%",
    4.7
  ]
];

describe.each(goldens)("%s", (id, sum, unit, rounded) => {
  const row = derived.rows.find((candidate) => candidate.id === id);

  test("follows from the figures", () => {
    expect(row?.value).toBeCloseTo(sum(), 6);
  });

  test("is what the chapter says", () => {
    expect(row?.unit).toBe(unit);
    expect(Number(row?.value?.toPrecision(2))).toBe(rounded);
  });
});

/** A share that one article prints as 1% is anything from half a per cent to one and a half, and so is what follows from it. */
test.each([
  ["derived.world-output-implied", () => [output() / 0.015, output() / 0.005]],
  ["derived.output-share-implied", () => [(outputOfKazanov() * 0.5) / output(), (outputOfKazanov() * 1.5) / output()]],
  [
    "derived.output-at-twelve-percent",
    () => [0.5, 1.5].map((percent) => (output() * figure("rex-reuters.target-share")) / percent).reverse()
  ],
  ["derived.output-multiple-at-twelve-percent", () => [12 / 1.5, 12 / 0.5]]
])("%s is an interval, as the share under it is", (id, ends) => {
  const row = derived.rows.find((candidate) => candidate.id === id);
  const [low = 0, high = 0] = ends();
  expect(row?.value).toBeNull();
  expect(row?.low).toBeCloseTo(low, 4);
  expect(row?.high).toBeCloseTo(high, 4);
  expect(share()).toBe(1);
});

test("a result of a share in one digit is nowhere a point, and no other loses its point", () => {
  const rough = new Set(
    figures.rows
      .filter(({ unit, value }) => unit === "%" && value !== null && value < 10 && value === Math.round(value))
      .map(({ id }) => id)
  );
  for (const { id, inputs, value } of derived.rows) {
    const points = inputs.every((input) => figures.rows.find((row) => row.id === input)?.value != null);
    if (points) expect({ id, point: value !== null }).toEqual({ id, point: !inputs.some((input) => rough.has(input)) });
  }
});

test("no quantity derived from a publication's figures bears more than three digits: its inputs do not", () => {
  const printed = new Set(figures.rows.filter(({ series }) => series === null).map(({ id }) => id));
  for (const { id, digits, inputs } of derived.rows)
    if (inputs.some((input) => printed.has(input))) expect({ id, few: digits <= 3 }).toEqual({ id, few: true });
});
