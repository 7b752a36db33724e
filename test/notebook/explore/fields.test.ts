import { describe, expect, test } from "vitest";
import { fieldNamed, fieldsOf, type Row, worded, wordedCode } from "../../../src/notebook/explore/fields.ts";
import { realNotebook } from "../../real-ledger.ts";
import { fields } from "./explored.ts";

const tables = Object.entries(realNotebook().tables) as unknown as [string, { rows: Row[] }][];
/** Words that have a hyphen in English. */
const hyphened = ["neodymium-praseodymium"];

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

describe("a field has words for readers", () => {
  const rows = [
    { id: "a", unit: "t/yr", kind: "near-match", current: true, period: "2024", url: "https://example.org/" },
    { id: "b", unit: "1", kind: "conflict", current: false, period: "2025", url: "https://example.org/" },
    { id: "c", unit: null, kind: "conflict", current: false, period: null, url: "https://example.org/" },
    { id: "d", unit: "t/yr", kind: "conflict", current: false, period: null, url: "https://example.org/" }
  ];
  const own = fieldsOf(rows);

  test("made from units, hyphens, and yes and no, where the table has none", () => {
    expect(
      worded(rows, own).map(({ unit_label, kind_label, current_label }) => [unit_label, kind_label, current_label])
    ).toEqual([
      ["tonnes a year", "near match", "yes"],
      ["plain number", "conflict", "no"],
      [null, "conflict", "no"],
      ["tonnes a year", "conflict", "no"]
    ]);
  });

  test("and a page makes the same of its table", () => {
    const { before, columns } = wordedCode(own);
    const made = new Function("rows", `${before}return rows.map((d) => ({ ...d, ${columns.join(", ")} }));`);
    expect(made(rows)).toEqual(worded(rows, own));
  });

  test("no table of the notebook shows an id where it has or can make words", () => {
    for (const [name, { rows: own }] of tables) {
      const fields = fieldsOf(own);
      const shown = fields
        .filter(({ type }) => type === "category")
        .flatMap(({ text }) => worded(own, fields).map((row) => String(row[text])));
      expect(
        shown.filter((words) => /^[a-z\d]+(-[a-z\d]+)+$/.test(words) && !hyphened.includes(words)),
        name
      ).toEqual([]);
    }
  });

  test("what serves the notebook’s own pages is no field", () => {
    expect(fieldNamed(own, "url")).toBeUndefined();
  });
});
