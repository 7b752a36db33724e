import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearest, suggest } from "../../../src/notebook/ledger/fault.ts";

const known = ["reserves", "production", "demand", "t/yr", "kt/yr"];

describe("the nearest known word", () => {
  test.each([
    ["reservs", "reserves"],
    ["produktion", "production"],
    ["kt/y", "kt/yr"],
    ["T/YR", "t/yr"],
    ["demnad", "demand"]
  ])("to %s is %s", (word, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });

  test("is none where none is near", () => {
    expect(nearest("consumption", ["reserves", "rank"])).toBeUndefined();
  });

  test.each(["km", "k", "x/s"])("to %s, a word of its own, is none", (word) => {
    expect(nearest(word, ["kt", "t", "Mt", "t/a"])).toBeUndefined();
  });

  test("is none where none is known", () => {
    expect(nearest("reserves", [])).toBeUndefined();
  });

  test("to a known word is that word", () => {
    fc.assert(fc.property(fc.constantFrom(...known), (word) => nearest(word, known) === word));
  });

  test("to anything is a known one or none", () => {
    const answers: readonly (string | undefined)[] = [...known, undefined];
    fc.assert(fc.property(fc.string(), (word) => answers.includes(nearest(word, known))));
  });
});

test("a remedy names the nearest word, else where to add one", () => {
  expect(suggest("reservs", known, "data/ledger/vocabulary.yaml")).toBe('did you mean "reserves"?');
  expect(suggest("zzzzzzzzzz", known, "data/ledger/vocabulary.yaml")).toBe(
    "use one that data/ledger/vocabulary.yaml knows, or add it there"
  );
});
