import { expect, test } from "vitest";
import { excerpt } from "../../../src/notebook/browser/search.ts";

const long = `${"word ".repeat(60)}gallium ${"tail ".repeat(60)}`.trim();

test("a short text is shown whole, with the words found marked", () => {
  expect(excerpt("Gallium is not a rare earth.", ["gallium", "rare"])).toEqual([
    { text: "Gallium", hit: true },
    { text: " is not a ", hit: false },
    { text: "rare", hit: true },
    { text: " earth.", hit: false }
  ]);
});

test("of a long text the part around the first word found is shown, cut between words", () => {
  const text = excerpt(long, ["gallium"])
    .map((piece) => piece.text)
    .join("");
  expect(text).toMatch(/^… word .*gallium tail .*tail …$/);
  expect(text.length).toBeLessThan(200);
});

test("the beginning is shown where no word is in the text", () => {
  expect(excerpt("Short.", ["absent"])).toEqual([{ text: "Short.", hit: false }]);
  expect(excerpt(long, [])[0]?.text).toMatch(/^word .* …$/);
});

test("what a reader writes is no pattern", () => {
  expect(excerpt("a.b", ["a.b"])).toEqual([{ text: "a.b", hit: true }]);
});

test("a number is found with or without its commas", () => {
  expect(excerpt("In 2024 1,545,500 tonnes.", ["1545500"])).toContainEqual({ text: "1,545,500", hit: true });
  expect(excerpt("In 2024 12.5 tonnes.", ["2024"])).toContainEqual({ text: "2024", hit: true });
});
