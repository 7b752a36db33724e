import { describe, expect, test } from "vitest";
import { parseLedgerDocument } from "../../../src/notebook/ledger/parse-document.ts";

const text = `# a comment
first: 1
places:
  - id: world
    within:
    also: [1, { paragraph: 2 }]
  - { id: russia, within: world }
`;

describe("a value is located", () => {
  const { locate, data, faults } = parseLedgerDocument("places.yaml", text);

  test("and read", () => {
    expect(faults).toEqual([]);
    expect(data).toEqual({
      first: 1,
      places: [
        { id: "world", within: null, also: [1, { paragraph: 2 }] },
        { id: "russia", within: "world" }
      ]
    });
  });

  test.each([
    ["a value at itself", ["places", 0, "id"], 4, 9],
    ["a list at its key", ["places", 0, "also"], 6, 5],
    ["an item at itself", ["places", 0, "also", 0], 6, 12],
    ["a value of a nested mapping at itself", ["places", 0, "also", 1, "paragraph"], 6, 28],
    ["a value of a flow mapping at itself", ["places", 1, "within"], 7, 27],
    ["what is missing at its record", ["places", 1, "country"], 7, 5],
    ["what is missing deeper at the nearest place there is", ["places", 0, "id", "nothing", "here"], 4, 9],
    ["an item beyond the end at the list", ["places", 7], 3, 1],
    ["the document at its first line that says something", [], 2, 1]
  ])("%s", (_, path, line, column) => {
    expect(locate(path)).toEqual({ line, column });
  });

  test("a key without a value at the place where the value would stand", () => {
    expect(locate(["places", 0, "within"]).line).toBe(5);
  });
});

describe("text that is no YAML", () => {
  const quote = "mend the syntax at this place; quote text that holds a colon, a hash or a leading symbol";

  test.each([
    ["a colon in plain text", "title: Rare earths: a claim\n", 1, 8, quote],
    ["a list that does not end", "a: [1, 2\nb: 3\n", 2, 1, quote],
    [
      "a field indented too little for its list",
      "a:\n  - b: 1\n   c: 2\n",
      3,
      1,
      "indent the line as the fields above it"
    ],
    [
      "a field out of line with its neighbours",
      "a:\n   b: 1\n  c: 2\n",
      3,
      1,
      "indent the line as the fields above it"
    ],
    ["a key that stands twice", "a: 1\na: 2\n", 2, 1, "drop one of the two"],
    ["a tab, whatever follows from it", "a:\n  - b: 1\n\tc: 2\n    d: 3\n    e: 4\n", 3, 1, "indent with spaces"]
  ])("%s is one fault with its place, and nothing is read", (_, broken, line, column, remedy) => {
    const { data, faults } = parseLedgerDocument("broken.yaml", broken);
    expect(data).toBeNull();
    expect(faults).toEqual([
      { file: "broken.yaml", line, column, message: expect.stringMatching(/^is not valid YAML: [^\n]+$/), remedy }
    ]);
  });

  test("every key that stands twice is a fault", () => {
    const { faults } = parseLedgerDocument("broken.yaml", "a: 1\na: 2\nb: 1\nb: 2\n");
    expect(faults.map(({ line }) => line)).toEqual([2, 4]);
  });

  test("a merge that was not finished is called that", () => {
    const { faults } = parseLedgerDocument("broken.yaml", "a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n");
    expect(faults).toEqual([
      {
        file: "broken.yaml",
        line: 2,
        column: 1,
        message: "holds a merge that was not finished",
        remedy: "keep one side, and drop the marks"
      }
    ]);
  });
});

test("an empty file is located at its start", () => {
  expect(parseLedgerDocument("empty.yaml", "").locate([])).toEqual({ line: 1, column: 1 });
});
