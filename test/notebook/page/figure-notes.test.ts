import { describe, expect, test } from "vitest";
import { notesUnder } from "../../../src/notebook/page/figure-notes.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();
const under = (notes: string[], records = ["gazette.reserves"]): HTMLElement =>
  elementOf(notesUnder(notes, records, notebook));
const long =
  "This is a sentence of some length that a reader may well want to read, but need not read before all others do";

describe("what stands under a drawing", () => {
  test("is in sight while it is short", () => {
    const short = under(["Neither is ours.", "Both are printed."]);
    expect(wordsOf(one(short, ".notes"))).toBe("Neither is ours. Both are printed.");
    expect(all(short, "details")).toEqual([]);
    expect(wordsOf(one(short, ".source"))).toContain("¶");
  });

  test("keeps in sight what comes first, and loses no word of the rest", () => {
    const notes = ["Neither is ours.", `${long}.`, "Both are printed."];
    const folded = under(notes);
    expect(wordsOf(one(folded, ".notes"))).toBe("Neither is ours.");
    const rest = wordsOf(one(folded, ".about-data"));
    for (const note of notes.slice(1)) expect(rest).toContain(note);
  });

  test("keeps the first sentence of a long note in sight", () => {
    const folded = under([`${long}. The U.S. count is of 2025. “Proven” is a word.`]);
    expect(wordsOf(one(folded, ".notes"))).toBe(`${long}.`);
    expect(wordsOf(one(folded, ".about-data"))).toContain("The U.S. count is of 2025. “Proven” is a word.");
  });

  test("names the publishers in sight, and editions and paragraphs with the rest", () => {
    const folded = under([`${long}.`, `${long}.`], ["gazette.reserves", "relay.reserves", "gazette.production"]);
    expect(wordsOf(one(folded, ".source"))).not.toContain("¶");
    expect(all(folded, ".source a").length).toBeGreaterThan(0);
    expect(wordsOf(one(folded, ".about-data"))).toContain("¶");
  });
});
