import { expect, test } from "vitest";
import { lookAgain } from "../../../src/notebook/compare/look-again.ts";
import { passagesOf } from "../../../src/notebook/compare/passages.ts";
import type { Passage, PassageKind, ReaderState } from "../../../src/notebook/compare/state.ts";

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

test("passages that are made of records follow them, what somebody wrote is told with its place, once", () => {
  const text = "Five publications say so.";
  const why = "it counts publications, and there are six now";
  const passage = (kind: PassageKind, more: Partial<Passage> = {}) => ({ kind, at: "here", under: "", text, ...more });
  const found = (...passages: Passage[]) =>
    lookAgain(state(`<p>${text}</p>`), { ...state("", [], 6), pages: [{ path: "/who", passages }] });
  const told = { path: "/who", at: "here", text, why };
  for (const kind of ["heading", "sentence", "title", "description", "note"] as const)
    expect(found(passage(kind))).toStrictEqual([told]);
  for (const kind of ["evidence", "row", "marks", "source", "label"] as const) expect(found(passage(kind))).toEqual([]);
  const written = "src/who.md:3";
  expect(found(passage("sentence", { written }))).toStrictEqual([{ ...told, written }]);
  expect(found(passage("sentence"), passage("note"))).toHaveLength(1);
});

test("a number that counts something else, or nothing, is no count of the notebook", () => {
  const same = (html: string) => told(state(html), state(html, [], 6));
  expect(same("<p>Five harvests later.</p>")).toEqual([]);
  expect(same("<p>It was five, publications said.</p>")).toEqual([]);
  expect(same("<p>Some 5% publications say so.</p>")).toEqual([]);
  expect(same("<p>It was said at the fifth publications fair.</p>")).toEqual([]);
  expect(same("<p>Four harvests and five publications.</p>")).toEqual([
    ["Four harvests and five publications.", "it counts publications, and there are six now"]
  ]);
  const html = "<p>Five publications say so.</p>";
  expect(told(state(html), { ...state(html), counts: {} })).toEqual([]);
});

test("an edition is named with its year before or after it, in a list, and across a space that does not break", () => {
  const edition = (id: string, supersedes: string | null) => ({ id, edition: `Survey ${id.slice(-4)}`, supersedes });
  const sources = (...rows: Row[]) => [table("sources", rows)];
  const before = sources(edition("survey-2026", null));
  const after = sources(edition("survey-2026", null), edition("survey-2027", "survey-2026"));
  const names = (sentence: string) =>
    told(state(`<p>${sentence}</p>`, before), state(`<p>${sentence}</p>`, after)).length;
  expect(names("So the 2026\u00a0edition says.")).toBe(1);
  expect(names("So says the edition of 2026.")).toBe(1);
  expect(names("The editions of 2023, 2024 and 2026 agree.")).toBe(1);
  expect(names("It fell from the editions of 2024 to 2026.")).toBe(1);
  expect(names("So the edition of 2025 says.")).toBe(0);
  expect(names("The 12026 editions agree.")).toBe(0);
  expect(names("The conditions of 2026 were poor.")).toBe(0);
});

test("what was superseded before is not told again, nor an edition without a year", () => {
  const rows = (edition: string, ...more: Row[]) => [
    table("sources", [{ id: "survey-2026", edition, supersedes: null }, ...more])
  ];
  const later = { id: "survey-2027", edition: "Survey 2027", supersedes: "survey-2026" };
  const html = "<p>So the 2026 edition says.</p>";
  expect(told(state(html, rows("Survey", later)), state(html, rows("Survey", later)))).toEqual([]);
  expect(told(state(html, rows("Survey")), state(html, rows("Survey", later)))).toEqual([]);
  expect(told(state(html, rows("Survey 2026")), state(html, rows("Survey 2026", later)))).toHaveLength(1);
  const third = { id: "survey-2028", edition: "Survey 2028", supersedes: "survey-2027" };
  expect(told(state(html, rows("Survey 2026", later)), state(html, rows("Survey 2026", later, third)))).toEqual([]);
});

test("a verdict is to be read again where a figure of it is gone, says otherwise in any way, or is another", () => {
  const fields = { value: 1, low: 1, high: 1, comparator: "=", unit: "t", period: "2024", condition: null, basis: "a" };
  const figures = (...rows: Row[]) => table("figures", rows);
  const verdict = (more: Row = {}) =>
    table("verdicts", [
      {
        id: "verdict.a",
        claim: "Much.",
        verdict: "supported",
        reasoning: "So.",
        figures: ["one"],
        rests_on: ["two"],
        ...more
      }
    ]);
  const [one, two, three] = [
    { ...fields, id: "one" },
    { ...fields, id: "two" },
    { ...fields, id: "three" }
  ];
  const before = state("", [figures(one, two), verdict()]);
  const why = (...names: string[]) => [`it rests on other figures than before: ${names.join(", ")}`];
  const after = (...tables: ReturnType<typeof table>[]) =>
    lookAgain(before, state("", tables)).map((found) => found.why);
  expect(lookAgain(before, state("", [figures(two), verdict()]))).toEqual([
    { path: "data/ledger/verdicts.yaml", at: "verdict.a", text: "So.", why: why("one")[0] }
  ]);
  for (const column of Object.keys(fields))
    expect(after(figures(one, { ...two, [column]: "other" }), verdict()), column).toEqual(why("two"));
  expect(after(figures(one, { ...two, says: "Another way." }), verdict())).toEqual([]);
  expect(after(figures(one, two, three), verdict({ rests_on: ["two", "three"] }))).toEqual(why("three"));
  expect(after(figures(one), verdict({ claim: "More." }))).toEqual([]);
  expect(after(figures(one), verdict({ verdict: "disputed" }))).toEqual([]);
  expect(after(figures(one), verdict({ id: "verdict.b" }))).toEqual([]);
  const four = ["two", "three", "four", "five"];
  expect(after(figures(one, two), verdict({ rests_on: four }))).toEqual(why("three and 2 more"));
  // A stale verdict is told as one, with what it was reviewed with.
  const stale = { file: "verdicts.yaml", line: 1, column: 1, message: "It is stale", remedy: "npm run accept -- a" };
  const moved = state("", [figures(two), verdict()]);
  expect(lookAgain(before, { ...moved, overtaken: [stale] })).toEqual([]);
  expect(lookAgain(before, { ...moved, overtaken: [{ ...stale, remedy: "npm run accept -- b-a" }] })).toHaveLength(1);
});

test("a comparison whose ratio moved far is to be read again, with the ratio before and after, until its words are others", () => {
  const compared = (ratio: number | null, more: Row = {}) =>
    state("", [
      table("comparisons", [
        { id: "comparison.a", kind: "conflict", word: "Other basis", explanation: "Dried.", ratio, ...more }
      ])
    ]);
  const why = (from: string, to: string) => [["Dried.", `the ratio of its figures was ${from} and is ${to}`]];
  expect(told(compared(7.5), compared(9.1))).toEqual(why("×7.5", "×9.1"));
  expect(told(compared(9.1), compared(7.5))).toEqual(why("×9.1", "×7.5"));
  expect(told(compared(5), compared(6))).toEqual(why("×5", "×6"));
  expect(told(compared(7.5), compared(null))).toEqual(why("×7.5", "none"));
  expect(told(compared(null), compared(2))).toEqual(why("none", "×2"));
  expect(told(compared(7.5), compared(8.9))).toEqual([]);
  expect(told(compared(null), compared(null))).toEqual([]);
  for (const column of ["kind", "word", "explanation"])
    expect(told(compared(1), compared(3, { [column]: "Another." })), column).toEqual([]);
  expect(told(state(""), compared(3))).toEqual([]);
  expect(lookAgain(compared(1), compared(3))).toMatchObject([
    { path: "data/ledger/comparisons.yaml", at: "comparison.a" }
  ]);
});
