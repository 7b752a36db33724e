import { expect, test } from "vitest";
import { sourcesOfPage } from "../../../src/notebook/page/sources.ts";
import { all, elementOf, wordsOf } from "./dom.ts";
import { factOf, minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();
const facts = (...ids: string[]) => ids.map((id) => factOf(id, notebook));

test("a page names the publications that it rests on, those with most facts first, each with a link to its record", () => {
  const list = elementOf(
    sourcesOfPage("", facts("relay.share", "gazette.reserves", "derived.reserve-life", "gazette.production"), notebook)
  );
  expect(all(list, "li").map(wordsOf)).toEqual([
    "The Gazette, 31 March 2025 2 facts",
    "The Relay, April 2025 (inferred) 1 fact"
  ]);
  expect(all(list, "a").map((link) => link.getAttribute("href"))).toEqual(["./sources#gazette", "./sources#relay"]);
});

test("positions that stand on the page count", () => {
  const main = '<ul><li id="relay-doubt">Doubt</li><li id="other">Other</li></ul>';
  expect(wordsOf(elementOf(sourcesOfPage(main, [], notebook)))).toContain("The Relay, April 2025 (inferred) 1 fact");
});

test("a page without facts names none", () => {
  expect(sourcesOfPage("<p>Words</p>", [], notebook)).toBe("");
});
