import { expect, test } from "vitest";
import type { RowChange } from "../../../src/notebook/compare/difference.ts";
import { terminalHand } from "../../../src/notebook/compare/hand.ts";
import { downloadsReport, rowsReport } from "../../../src/notebook/compare/table-report.ts";

const hand = terminalHand(false);
const cells = (...columns: string[]) => columns.map((column) => ({ column, before: "1", after: "2" }));
const row = (id: string, what: RowChange["what"], ...columns: string[]): RowChange => ({
  id,
  what,
  cells: cells(...columns)
});
const many = (count: number, what: RowChange["what"], ...columns: string[]): RowChange[] =>
  Array.from({ length: count }, (_, place) => row(`${what}-${place}`, what, ...columns));
const report = (...rows: RowChange[]): string[] =>
  rowsReport({ name: "figures", title: "Figures", rows }, hand, ({ before, after }) => `${before} → ${after}`);

test("a row that comes or goes is a line, one that changes has its cells", () => {
  expect(report(row("a", "added"), row("b", "removed"), row("c", "changed", "value", "unit"))).toEqual([
    "  figures a added",
    "  figures b removed",
    "  figures c changed",
    "    value: 1 → 2",
    "    unit: 1 → 2"
  ]);
});

test("what a column for machines repeats is left out beside the value, and told where the value stays", () => {
  expect(report(row("a", "changed", "value", "low", "high"))).toEqual(["  figures a changed", "    value: 1 → 2"]);
  expect(report(row("a", "changed", "basis", "low"))).toEqual([
    "  figures a changed",
    "    basis: 1 → 2",
    "    low: 1 → 2"
  ]);
});

test("rows that differ for machines alone are one line, with each column once", () => {
  expect(report(row("a", "changed", "low", "high"))).toEqual(["  figures: 1 more row, in low, high alone"]);
  expect(report(row("a", "changed", "low"), row("b", "changed", "low", "current"))).toEqual([
    "  figures: 2 more rows, in low, current alone"
  ]);
});

test("six rows that come are told one by one, seven by their names", () => {
  expect(report(...many(6, "added"))).toHaveLength(6);
  expect(report(...many(7, "added"), row("b", "removed"))).toEqual([
    "  figures: 7 rows added: added-0, added-1, added-2 and 4 more",
    "  figures b removed"
  ]);
  expect(report(...many(7, "removed"))).toEqual([
    "  figures: 7 rows removed: removed-0, removed-1, removed-2 and 4 more"
  ]);
});

test("rows that change in the same columns are told by their names where they are more than six", () => {
  expect(report(...many(6, "changed", "unit"))).toHaveLength(12);
  expect(report(...many(7, "changed", "unit", "basis"), row("other", "changed", "unit"))).toEqual([
    "  figures: 7 rows changed in unit, basis: changed-0, changed-1, changed-2 and 4 more",
    "  figures other changed",
    "    unit: 1 → 2"
  ]);
  // That many others come is nothing that these have in common.
  expect(report(...many(6, "changed", "unit"), row("other", "added"))).toHaveLength(13);
});

test("files are told by folder and name, each with its endings, one without an ending by its name", () => {
  expect(
    downloadsReport(["data/a.csv", "llms.txt", "data/b.csv", "data/a.json", "data/more/a.csv", "LICENSE"])
  ).toEqual(["data: a (.csv, .json), b (.csv)", "llms (.txt), LICENSE", "data/more: a (.csv)"]);
  const files = Array.from({ length: 7 }, (_, place) => `data/${place}.csv`);
  expect(downloadsReport(files)).toEqual(["data: 0 (.csv), 1 (.csv), 2 (.csv) and 4 more"]);
  expect(downloadsReport(files.slice(1))[0]).toMatch(/6 \(\.csv\)$/);
});
