import { expect, test } from "vitest";
import { csv } from "../../../src/notebook/tables/csv.ts";
import { parseCsv } from "../page/parse-csv.ts";

const rows = [
  { id: "quote", text: 'the "28.5" million' },
  { id: "comma", text: "2,500 tons" },
  { id: "line break", text: "reserves,\n“proven”\r\nand not" },
  { id: "plain", text: "28.5 Mt" }
];

test("a cell with a quote, a comma or a line break is quoted, its quotes doubled; a plain one is not", () => {
  expect(csv(rows, ["id", "text"])).toBe(
    'id,text\nquote,"the ""28.5"" million"\ncomma,"2,500 tons"\nline break,"reserves,\n“proven”\r\nand not"\nplain,28.5 Mt\n'
  );
});

test("whoever reads the file gets the cells back", () => {
  expect(parseCsv(csv(rows, ["id", "text"]))).toEqual([["id", "text"], ...rows.map(({ id, text }) => [id, text])]);
});

test.each([
  ["a quote first", '"proven"'],
  ["a quote last in the last cell", 'called "proven"'],
  ["a line break last", "proven\n"],
  ["a space last", "proven "],
  ["nothing", ""],
  ["a carriage return alone", "proven\rnot"]
])("%s comes back in the last cell of the file", (_, text) => {
  expect(parseCsv(csv([{ text }], ["text"]))).toEqual([["text"], [text]]);
});
