import { expect, test } from "vitest";
import { matchesOf } from "../../../src/notebook/ledger/text/patterns.ts";
import { remembering } from "../../../src/notebook/ledger/text/remembering.ts";

test.each([
  [/\d+/g, "12 of 31, and 7"],
  [/(?<word>\p{L}+)/gu, "one two"],
  [/x*/g, "axxb"],
  [/x*/gu, "a𝒳b"],
  [/x/g, ""]
])("%s finds what matchAll finds in “%s”, again and again", (source, text) => {
  const found = [...text.matchAll(source)].map(({ index, 0: whole, groups }) => [index, whole, { ...groups }]);
  for (const _ of [1, 2])
    expect(matchesOf(text, source).map(({ index, 0: whole, groups }) => [index, whole, { ...groups }])).toEqual(found);
});

test("a text is read once", () => {
  const read: string[] = [];
  const reader = remembering((text) => {
    read.push(text);
    return [text.length];
  });
  expect(["one", "seven", "one"].map(reader)).toEqual([[3], [5], [3]]);
  expect(read).toEqual(["one", "seven"]);
});
