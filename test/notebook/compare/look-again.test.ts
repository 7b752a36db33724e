import { expect, test } from "vitest";
import { lookAgain } from "../../../src/notebook/compare/look-again.ts";
import { passagesOf } from "../../../src/notebook/compare/passages.ts";
import type { ReaderState } from "../../../src/notebook/compare/state.ts";

type Row = Record<string, unknown>;

const table = (name: string, rows: Row[]) => ({ name, title: name, rows });

const state = (html: string, tables: ReturnType<typeof table>[] = [], publications = 5): ReaderState => ({
  tables,
  pages: [{ path: "/who", passages: passagesOf(html) }],
  counts: { "count.publications": publications },
  overtaken: [],
  cards: null,
  downloads: {}
});

const told = (before: ReaderState, after: ReaderState) => lookAgain(before, after).map(({ text, why }) => [text, why]);

test("a count in words that was right and is no longer is to be read again, one that follows is not", () => {
  const html = (count: string) => `<p>Five publications told of it.</p><p>${count} publications say so.</p>`;
  expect(told(state(html("Five")), state(html("Six"), [], 6))).toEqual([
    ["Five publications told of it.", "it counts publications, and there are six now"]
  ]);
  expect(told(state(html("Five")), state(html("Five")))).toEqual([]);
  expect(told(state("<p>Four publications agree.</p>"), state("<p>Four publications agree.</p>", [], 6))).toEqual([]);
});

test("words that name an edition are to be read again once a later one is there", () => {
  const html =
    "<p>In the 2026 edition India has no figure.</p><p>Between the editions of 2024 and 2026 it fell.</p><p>In 2026 it rained.</p><p>270 t China, Survey, 2026 edition</p>";
  const edition = (id: string, supersedes: string | null) => ({ id, edition: `Survey ${id.slice(-4)}`, supersedes });
  const before = [table("sources", [edition("survey-2024", null), edition("survey-2026", "survey-2024")])];
  const after = [table("sources", [...(before[0]?.rows ?? []), edition("survey-2027", "survey-2026")])];
  const why = "it names the edition of 2026, which is no longer the newest";
  expect(told(state(html, before), state(html, after))).toEqual([
    ["In the 2026 edition India has no figure.", why],
    ["Between the editions of 2024 and 2026 it fell.", why]
  ]);
  expect(told(state(html, after), state(html, after))).toEqual([]);
});

test("a verdict whose figures say something else is to be read again, until its words are others too", () => {
  const figure = (value: number) => table("figures", [{ id: "survey.output", value }]);
  const verdict = (reasoning: string) =>
    table("verdicts", [
      {
        id: "verdict.output",
        claim: "Much.",
        verdict: "supported",
        reasoning,
        figures: [],
        rests_on: ["survey.output"]
      }
    ]);
  const before = state("", [figure(2600), verdict("So it is.")]);
  expect(told(before, state("", [figure(2800), verdict("So it is.")]))).toEqual([
    ["So it is.", "it rests on other figures than before: survey.output"]
  ]);
  expect(told(before, state("", [figure(2800), verdict("A little more.")]))).toEqual([]);
  expect(told(before, state("", [figure(2600), verdict("So it is.")]))).toEqual([]);
});
