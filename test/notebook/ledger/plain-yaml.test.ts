import { expect, test } from "vitest";
import { readPlainYaml } from "../../../src/notebook/ledger/plain-yaml.ts";
import { comparePlainReading } from "../../fuzz/read-plainly.ts";

const plain = `# a comment
figures:
  - id: a.b
    values:
      world: { 2023: 41600 e, 2024: -1.5, 2020/2023: "say \\"70\\"" }
      # in between
    says: A text that goes on
      over two lines, it's said.
    note: >-
      Folded
      text.

    also: [1, { paragraph: 2 }, 'x', []]
    within:
  - text alone
"quoted key":
- { a: true, b: null, c: 2025-05-03 }
`;

test("what ledgers are mostly written in is read", () => {
  expect(readPlainYaml(plain)).toEqual({
    figures: [
      {
        id: "a.b",
        values: { world: { 2023: "41600 e", 2024: -1.5, "2020/2023": 'say "70"' } },
        says: "A text that goes on over two lines, it's said.",
        note: "Folded text.",
        also: [1, { paragraph: 2 }, "x", []],
        within: null
      },
      "text alone"
    ],
    "quoted key": [{ a: true, b: null, c: "2025-05-03" }]
  });
});

test.each([
  ["a key that stands twice", "a: 1\na: 2\n"],
  ["an alias", "a: &x 1\nb: *x\n"],
  ["a tag", "a: !t 1\n"],
  ["a mapping on the line of its key", "a: b: c\n"],
  ["a line that is indented by too little", "a:\n    b: 1\n  c: 2\n"],
  ["a line that is indented by too much", "a: 1\n  b: 2\n"],
  ["a number in another notation", "a: 0x1f\n"],
  ["a tab", "a:\t1\n"],
  ["a carriage return", "a: 1\r\n"],
  ["a second document", "a: 1\n---\nb: 1\n"],
  ["a text that does not end", 'a: "b\n'],
  ["a collection that does not end on its line", "a: [1,\n  2]\n"],
  ["a comment behind a value", "a: 1 # one\n"],
  ["a key of every object", "__proto__: { a: 1 }\n"],
  ["nothing", ""],
  ["a list", "- a\n"]
])("%s is left to the parser", (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

test("what is read plainly the parser reads the same, whatever slips a ledger suffers", () => {
  // `npm run fuzz` compares others, and many more.
  expect(comparePlainReading(1500, 20_261_129)).toBeGreaterThan(300);
});
