import { expect, test } from "vitest";
import { figureRow } from "../kit/tables-fixture.ts";
import { figures, made, only, russia } from "./explored.ts";

const mined = { metric: "production", speaker: "usgs", unit: "t/yr", metric_label: "production" };
const quota = [2022, 2023].map((year) => ({
  ...figureRow({ ...mined, id: `q.${year}`, period: `${year}`, value: 240000, subject: "china" }),
  ...{ subject_name: "China", basis: "production-quota", basis_label: "official mining quota" },
  says: "What China permits."
}));
const early = { ...figures[1], id: "b.russia.2022", period: "2022" };
const both = { ...russia, filters: [only("metric", "production"), only("basis", "mine-production")] };

test("a line chart says what its lines join, and over how many editions", () => {
  expect(made(russia).notes[1]).toBe(
    "Each line follows one place through the years as one speaker counts it, in one edition."
  );
  const two = figures.map((row) => (row.id === "b.russia.2024" ? { ...row, edition: "2026" } : row));
  expect(made(russia, two).notes[1]).toContain("in 2 editions");
  expect(made({ ...russia, mark: "dots" }).notes.join()).not.toContain("Each line");
});

test("the years that a line leaves out are said with what the table holds instead, and why", () => {
  const { notes } = made(both, [...figures, early, ...quota]);
  expect(notes).toContain("China, 2022–\u20602023: the table has “official mining quota” instead. What China permits.");
  expect(notes.join()).not.toContain("no such number");
});

test("what the table does not hold is said to be missing, and a whole line has no note", () => {
  expect(made(both, [...figures, early]).notes).toContain(
    "Of other years that a line leaves out the table has no such number."
  );
  expect(made(russia).notes.join()).not.toMatch(/no such number|instead/);
});
