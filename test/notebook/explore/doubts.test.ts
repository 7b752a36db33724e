import { expect, test } from "vitest";
import { made, madeOnly, said } from "./explored.ts";

const isStopped = (explored: ReturnType<typeof made>): boolean => explored.recipe(false) === null;
const labels = (explored: ReturnType<typeof made>): string[] =>
  explored.doubts.flatMap(({ remedies }) => remedies.map(({ label }) => label));

test("the opening chart is drawn without a doubt", () => {
  expect(made().doubts).toEqual([]);
  expect(isStopped(made())).toBe(false);
});

test("no rows: says so and offers them back", () => {
  const none = made({ filters: [{ column: "metric", values: ["unheard of"] }] });
  expect(said(none)).toContain("No row passes");
  expect(labels(none)).toEqual(["Take all filters away"]);
});

test("units do not share an axis, and each way out is offered", () => {
  const mixed = madeOnly({ across: "period", up: "amount", mark: "dots" });
  expect(said(mixed)).toContain("2 units (tonnes a year, %)");
  expect(labels(mixed)).toEqual(["Only tonnes a year (7)", "Only % (1)", "A panel for each unit"]);
  expect(isStopped(mixed)).toBe(true);
  const remedy = mixed.doubts[0]?.remedies.at(-1);
  expect(said(madeOnly({ across: "period", up: "amount", mark: "dots", ...remedy?.change }))).not.toContain("units");
});

test("unlike amounts of one unit share an axis only with a warning, also in the chart's notes", () => {
  const unlike = madeOnly({
    across: "period",
    up: "amount",
    mark: "dots",
    filters: [{ column: "unit", values: ["t/yr"] }]
  });
  expect(said(unlike)).toContain("Unlike things share this axis. They differ in metric (production, capacity).");
  expect(isStopped(unlike)).toBe(false);
  expect(unlike.words.notes.join()).toContain("Unlike things");
  expect(
    said(
      madeOnly({
        ...{ across: "period", up: "amount", mark: "dots", panel: "metric" },
        filters: [{ column: "unit", values: ["t/yr"] }]
      })
    )
  ).not.toContain("Unlike");
});

test.each([
  ["no number", { across: "metric", up: "subject", mark: "dots" as const }, "Neither direction holds a number"],
  ["nothing to count by", { group: "count" as const, mark: "bars" as const }, "Choose what to count by"],
  ["a line over categories", { across: "subject", up: "amount", mark: "lines" as const }, "A line needs years"],
  [
    "bars on a log scale",
    { across: "id", up: "amount", mark: "bars" as const, scale: "log" as const },
    "Bars start at zero"
  ],
  ["rows that share a bar", { across: "subject", up: "amount", mark: "bars" as const }, "share a bar"],
  [
    "a counted strip",
    { across: "subject", group: "count" as const, mark: "strip" as const },
    "A strip shows single rows"
  ]
])("%s: a message, no chart", (_, choice, message) => {
  const explored = madeOnly({ filters: [{ column: "metric", values: ["production"] }], ...choice });
  expect(said(explored)).toContain(message);
  expect(isStopped(explored)).toBe(true);
  expect(explored.view.body).not.toHaveLength(0);
});

test("a logarithmic scale with a zero: a message, and the linear scale offered", () => {
  const rows = [
    { id: "a", amount_of: "x", n: 0, kind: "k" },
    { id: "b", amount_of: "y", n: 5, kind: "k" }
  ];
  const zero = madeOnly({ up: "n", mark: "dots", scale: "log" }, rows);
  expect(said(zero)).toContain("zero or less");
  expect(labels(zero)).toEqual(["Linear scale"]);
});

test("more lanes than a page can hold: says how many", () => {
  const rows = Array.from({ length: 61 }, (_, n) => ({ id: `r${n}`, n }));
  expect(said(madeOnly({ across: "n", up: "id", mark: "dots" }, rows))).toContain("61 values here; 60 are the most");
});

test("rows without a number are counted as listed only, ranges and bounds as drawn so", () => {
  const share = madeOnly({ up: "amount", mark: "dots", filters: [{ column: "metric", values: ["share"] }] });
  expect(said(share)).toContain("1 row with no number is listed only");
  const capacity = madeOnly({ up: "amount", mark: "dots", filters: [{ column: "metric", values: ["capacity"] }] });
  expect(said(capacity)).toContain("2 rows give a range or a bound");
});
