import { expect, test } from "vitest";
import { figures, isDrawn, made, only, russia, said } from "./explored.ts";

const labels = (explored: ReturnType<typeof made>): string[] =>
  explored.doubts.flatMap(({ remedies }) => remedies.map(({ label }) => label));
const dots = { across: "period", up: "amount", mark: "dots" } as const;

test("like things are drawn without a doubt, superseded editions among them", () => {
  expect(said(made(russia))).toBe("");
  expect(isDrawn(made(russia))).toBe(true);
});

test("no rows: says so and offers them back", () => {
  const none = made({ filters: [only("metric", "unheard of")] });
  expect(said(none)).toContain("No row passes");
  expect(labels(none)).toEqual(["Take all filters away"]);
});

test("units do not share an axis, and each way out is offered and helps", () => {
  const mixed = made(dots);
  expect(said(mixed)).toContain("2 units (tonnes a year, %)");
  expect(labels(mixed)).toEqual(["Only tonnes a year (8)", "Only % (1)"]);
  expect(isDrawn(mixed)).toBe(false);
  expect(isDrawn(made({ ...dots, ...mixed.doubts[0]?.remedies[0]?.change }))).toBe(true);
});

test("unlike amounts of one unit share an axis only with a warning, also in the chart's notes", () => {
  const unlike = made({ ...dots, filters: [only("unit", "t/yr"), only("subject", "russia")] });
  expect(said(unlike)).toContain("Unlike things share this axis. They differ in metric (capacity, production)");
  expect(isDrawn(unlike)).toBe(true);
  expect(unlike.notes.join()).toContain("Unlike things");
});

test("a goal beside what is, of one metric, is said; estimates and statistics are alike", () => {
  const capacity = { ...dots, filters: [only("metric", "capacity")] };
  expect(said(made(capacity))).toContain("They differ in status (stated, target)");
  const estimated = figures.map((row) => ({ ...row, status: row.id === "c.goal" ? "estimate" : row.status }));
  expect(said(made(capacity, estimated))).not.toContain("status");
});

test("superseded rows that are counted are said to be", () => {
  expect(said(made({ ...russia, up: "", mark: "bars" }))).toContain("1 row of superseded editions, counted");
});

test.each([
  ["two categories", { across: "metric", up: "subject", mark: "dots" as const }, "Choose a number"],
  ["nothing chosen", { mark: "bars" as const }, "Choose a number"],
  ["a line over categories", { across: "subject", up: "amount", mark: "lines" as const }, "A line needs years"],
  ["rows that share a bar", { across: "subject", up: "amount", mark: "bars" as const }, "share a bar"]
])("%s: a message, no chart, the rows", (_, choice, message) => {
  const explored = made({ filters: [only("metric", "production")], ...choice });
  expect(said(explored)).toContain(message);
  expect(isDrawn(explored)).toBe(false);
  expect(explored.view.body).not.toHaveLength(0);
});

test("more lanes than a page can hold: says how many", () => {
  const rows = Array.from({ length: 61 }, (_, n) => ({ id: `r${n}`, n }));
  expect(said(made({ across: "n", up: "id", mark: "dots" }, rows))).toContain("61 values here; 60 are the most");
});

test("rows without a number are counted as only listed, ranges and bounds as drawn so", () => {
  const share = made({ up: "amount", mark: "dots", filters: [only("metric", "share")] });
  expect(said(share)).toContain("1 row with no amount, only listed");
  const capacity = made({ up: "amount", mark: "dots", filters: [only("metric", "capacity")] });
  expect(said(capacity)).toContain("2 rows with a range or a bound");
});
