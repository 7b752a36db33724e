import { expect, test } from "vitest";
import { hasAll, matches, termsOf } from "../../../src/notebook/browser/position-query.ts";

test("a word is found by how it begins, whatever its case", () => {
  expect(matches("Sanctions hurt; unsanctioned trade", ["sanc"])).toEqual([[0, 4]]);
});

test("where two terms begin the same word, the longer one is marked", () => {
  expect(matches("refining", ["re", "refin"])).toEqual([[0, 5]]);
});

test("every term has to begin some word", () => {
  expect(hasAll("China refines most of it", ["ref", "chi"])).toBe(true);
  expect(hasAll("China refines most of it", ["ref", "usa"])).toBe(false);
  expect(hasAll("anything", [])).toBe(true);
});

test("what is typed is taken as words, without its signs", () => {
  expect(termsOf("  China’s  (rare-earth) ")).toEqual(["china", "s", "rare", "earth"]);
  expect(termsOf("…")).toEqual([]);
});
