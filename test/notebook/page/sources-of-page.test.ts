import { expect, test } from "vitest";
import { sourcesOfPage } from "../../../src/notebook/page/source-list.ts";
import { all, elementOf, wordsOf } from "./dom.ts";
import { factOf, minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();
const facts = (...ids: string[]) => ids.map((id) => factOf(id, notebook));

test("a page names the publications that it rests on, those with most facts first, each with a link to its record", () => {
  const list = elementOf(
    sourcesOfPage("", facts("relay.share", "gazette.reserves", "derived.reserve-life", "gazette.production"), notebook)
  );
  expect(all(list, "li").map(wordsOf)).toEqual([
    "The Gazette, 31 March 2025 · 2 records",
    "The Relay, April 2025 (inferred) · 1 record"
  ]);
  expect(all(list, "a").map((link) => link.getAttribute("href"))).toEqual(["./sources#gazette", "./sources#relay"]);
});

test("positions that stand on the page count", () => {
  const main = '<ul><li id="relay-doubt">Doubt</li><li id="other">Other</li></ul>';
  expect(wordsOf(elementOf(sourcesOfPage(main, [], notebook)))).toContain(
    "The Relay, April 2025 (inferred) · 1 record"
  );
});

test("a page without facts names none", () => {
  expect(sourcesOfPage("<p>Words</p>", [], notebook)).toBe("");
});

test("of a release it names the edition, when it appeared, and when the next is due or that a later one is out", () => {
  const rows = notebook.tables.sources.rows.map((row) =>
    row.id === "survey-2026"
      ? { ...row, next_due: "2027-02", next_due_note: "It says so.", next_due_url: "https://survey.example/" }
      : row
  );
  const due = { ...notebook, tables: { ...notebook.tables, sources: { ...notebook.tables.sources, rows } } };
  const source = (id: string) => due.tables.sources.rows.find((row) => row.id === id) ?? expect.unreachable(id);
  const list = elementOf(
    sourcesOfPage("", facts("survey-2026.reserves.world.2026", "survey-2025.production.world.2023"), { ...due, source })
  );
  expect(all(list, "li").map(wordsOf)).toEqual([
    "Geological Survey, Summaries 2026, published 6 February 2026; the next is due in February 2027 · 1 record",
    "Geological Survey, Summaries 2025, published 2025; a later edition is out · 1 record"
  ]);
});
