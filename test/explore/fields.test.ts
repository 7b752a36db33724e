import { expect, test } from "vitest";
import { fieldNamed, fieldsOf } from "../../src/explore/fields.ts";
import { fields } from "./explored.ts";

const typeOf = (name: string): string | undefined => fieldNamed(fields, name)?.type;

test("low, value and high are one amount", () => {
  expect(typeOf("amount")).toBe("amount");
  expect(["low", "value", "high", "comparator"].map(typeOf)).toEqual([undefined, undefined, undefined, undefined]);
});

test("a column is a year, a number, a category or text by what it holds", () => {
  expect(["period", "paragraph", "metric", "id"].map(typeOf)).toEqual(["year", "number", "category", "text"]);
});

test("ids take their words from the column beside them, lists are no field", () => {
  expect(fieldNamed(fields, "subject")?.text).toBe("subject_name");
  expect(typeOf("subject_name")).toBeUndefined();
  expect(typeOf("chain")).toBeUndefined();
});

test("a table without rows has no fields", () => {
  expect(fieldsOf([])).toEqual([]);
});
