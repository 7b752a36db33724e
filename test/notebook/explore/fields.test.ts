import { expect, test } from "vitest";
import { countsOf, fieldNamed, tableOf } from "../../../src/notebook/explore/fields.ts";
import { everyTable, figuresTable } from "./explored.ts";

/** Words that have a hyphen in English. */
const hyphened = ["neodymium-praseodymium"];
const typeOf = (name: string): string | undefined => fieldNamed(figuresTable, name)?.type;

test("low, value and high are one amount", () => {
  expect(typeOf("amount")).toBe("amount");
  expect(["low", "value", "high", "comparator"].map(typeOf)).toEqual([undefined, undefined, undefined, undefined]);
});

test("a column is a year, a number, a category or text by what it holds", () => {
  expect(["period", "paragraph", "metric", "id"].map(typeOf)).toEqual(["year", "number", "category", "text"]);
});

test("ids take their words from the column beside them, lists and what serves the pages are no field", () => {
  expect(fieldNamed(figuresTable, "subject")?.text).toBe("subject_name");
  expect(fieldNamed(figuresTable, "unit")?.text).toBe("unit_label");
  expect(["subject_name", "chain", "url"].map(typeOf)).toEqual([undefined, undefined, undefined]);
});

test("a table without rows has no fields", () => {
  expect(tableOf("events", [], {}).fields).toEqual([]);
});

test.each(everyTable)("readers are shown words, not ids, of %s", (_, { fields, rows }) => {
  const shown = fields
    .filter(({ type, name }) => type === "category" && name !== "unit")
    .flatMap((field) => countsOf(rows, field).map(({ words }) => words));
  expect(shown.filter((words) => /^[a-z\d]+(-[a-z\d]+)+$/.test(words) && !hyphened.includes(words))).toEqual([]);
});
