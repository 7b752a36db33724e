import { expect, test } from "vitest";
import { foundCells } from "../../../src/notebook/browser/search.ts";
import type { SearchCell } from "../../../src/notebook/page/search-options.ts";

const cells: SearchCell[] = [
  ["2,600.5", "China, 2024", ".china.2024"],
  ["2,600", "Russia, 2023", ".russia.2023"],
  ["2,600", "Russia, 2024", ".russia.2024"],
  ["140", "Malaysia, 2024", ".malaysia.2024"]
];
const ends = (terms: string[], numbers: string[]): string[] =>
  foundCells(cells, terms, numbers).map(([, , end]) => end);

test("the cells that hold the number, the plainest first", () => {
  expect(ends(["2600", "2600.5"], ["2600", "2600.5"])).toEqual([".russia.2023", ".russia.2024", ".china.2024"]);
});

test("those of the place and year that were asked for come first", () => {
  expect(ends(["2600", "2600.5", "russia", "2024"], ["2600", "2600.5"])[0]).toBe(".russia.2024");
});

test("a place and a year alone lead to no cell: the table is what was found", () => {
  expect(ends(["malaysia", "2024"], [])).toEqual([]);
});
