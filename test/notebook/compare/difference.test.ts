import { describe, expect, test } from "vitest";
import { compareStates, isEmpty } from "../../../src/notebook/compare/difference.ts";
import { terminalHand } from "../../../src/notebook/compare/hand.ts";
import { passagesOf } from "../../../src/notebook/compare/passages.ts";
import { reportOf } from "../../../src/notebook/compare/report.ts";
import type { ReaderState } from "../../../src/notebook/compare/state.ts";
import { faultBlock } from "../../../src/notebook/page/compose.ts";

const state = (html: string, more: Partial<ReaderState> = {}): ReaderState => ({
  tables: [],
  pages: [{ path: "/", passages: passagesOf(html) }],
  counts: {},
  overtaken: [],
  cards: null,
  downloads: {},
  ...more
});

/** What changes on the one page: kind, before, after. */
const changed = (before: string, after: string) =>
  compareStates(state(before), state(after)).pages.flatMap(({ changes }) =>
    changes.map((change) => [change.kind, change.before, change.after])
  );

describe("passages", () => {
  test("a sentence is told before and after, and those around it are not", () => {
    expect(changed("<p>One. There are 3. Three.</p>", "<p>One. There are 4. Three.</p>")).toEqual([
      ["sentence", "There are 3.", "There are 4."]
    ]);
  });

  test("a sentence that comes has no before, and shifts no other", () => {
    expect(changed("<p>One. There are 3.</p>", "<p>One. Something new. There are 3.</p>")).toEqual([
      ["sentence", null, "Something new."]
    ]);
  });

  test("what only stands in the place of another is not that, changed", () => {
    expect(changed("<p>5 figures side by side</p>", "<p>So says the Crop Bureau</p>")).toEqual([
      ["sentence", "5 figures side by side", null],
      ["sentence", null, "So says the Crop Bureau"]
    ]);
  });

  test("a list in another order has the same words", () => {
    expect(changed("<ul><li>A is 1</li><li>B is 2</li></ul>", "<ul><li>B is 2</li><li>A is 1</li></ul>")).toEqual([]);
  });

  test("sources in another order are the same sources", () => {
    const source = (words: string) => `<figure id="a"><p class="source">Source ${words}</p></figure>`;
    expect(changed(source("The Courier; Crop Bureau"), source("Crop Bureau; The Courier"))).toEqual([]);
    expect(changed(source("The Courier"), source("The Courier; Crop Bureau"))).toHaveLength(1);
  });

  test("one that moves and changes is told once", () => {
    const list = (...items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
    expect(
      changed(
        list("The paper has 4 facts", "The bureau has 3 facts", "The mill has 1 fact"),
        list("The bureau has 3 facts", "The mill has 1 fact", "The paper has 2 facts")
      )
    ).toEqual([["sentence", "The paper has 4 facts", "The paper has 2 facts"]]);
  });

  test("numbers in a list are paired by the words beside them, bare ones by their place alone", () => {
    const list = (...items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
    expect(changed(list("Estonia (2)", "Japan (9)"), list("Germany (2)", "Japan (9)"))).toEqual([
      ["sentence", "Estonia (2)", null],
      ["sentence", null, "Germany (2)"]
    ]);
    expect(changed(list("7", "8"), list("7", "9"))).toEqual([["sentence", "8", "9"]]);
    expect(changed(list("7", "8"), list("5", "8", "6"))).toEqual([
      ["sentence", "7", "5"],
      ["sentence", null, "6"]
    ]);
  });

  test("what is calculated has as few digits as tell before and after apart", () => {
    const derived = (value: number) => ({
      name: "derived",
      title: "Derived",
      rows: [
        {
          id: "derived.life",
          low: null,
          value,
          high: null,
          comparator: "=",
          unit: "yr",
          unit_label: "years",
          digits: 2
        }
      ]
    });
    expect(
      compareStates(state("", { tables: [derived(1461.538)] }), state("", { tables: [derived(1464.286)] })).derived
    ).toEqual([{ id: "derived.life", before: "1,462 years", after: "1,464 years" }]);
  });

  test("a figure that goes is told by its title alone", () => {
    const figure = '<figure id="riders"><h3>Riders grew</h3><p>A note.</p><svg><text>10</text></svg></figure>';
    expect(compareStates(state(`<p>Here.</p>${figure}`), state("<p>Here.</p>")).pages[0]?.changes).toEqual([
      { kind: "title", at: "riders", under: "", before: "Riders grew", after: null, isWhole: true }
    ]);
  });

  test("a figure that cannot be made has lost no words: that it fails is told, and why", () => {
    const figure = '<figure id="riders"><h3>Riders grew</h3><p>A note.</p><svg><text>10</text></svg></figure>';
    const failing = (why: string) => faultBlock([why], "riders");
    const told = (before: string, after: string) =>
      compareStates(state(before), state(after)).pages.flatMap(({ changes }) => changes);
    const fault = { kind: "fault", at: "riders", under: "", isWhole: true };
    expect(told(figure, failing("No tram. None."))).toEqual([{ ...fault, before: null, after: "No tram. None." }]);
    expect(told(failing("No tram."), figure)).toEqual([{ ...fault, before: "No tram.", after: null }]);
    expect(told(failing("No tram."), failing("No bus."))).toEqual([{ ...fault, before: "No tram.", after: "No bus." }]);
    expect(told(failing("No tram."), failing("No tram."))).toEqual([]);
  });

  test("changes are told in the order of the page, what is gone behind what stood before it", () => {
    const page = (...words: string[]) => `<h2>Who</h2>${words.map((one) => `<p>${one}</p>`).join("")}`;
    expect(
      changed(
        page("It is one of us.", "Nobody was there.", "They came by tram.", "There were 7 of them."),
        page("It was one of us.", "They came by tram.", "Somebody spoke first.", "There were 8 of them.")
      ).map(([, before, after]) => after ?? before)
    ).toEqual(["It was one of us.", "Nobody was there.", "Somebody spoke first.", "There were 8 of them."]);
  });

  test("three drawings that change alike are told once, and a shape without words by itself", () => {
    const drawings = (label: string, x: number) =>
      `<figure id="a"><div class="drawings">${[1, 2, 3].map((size) => `<svg width="${size}"><text x="${x}">${label}</text></svg>`).join("")}</div></figure>`;
    expect(changed(drawings("10", 1), drawings("12", 1))).toEqual([
      ["marks", "10", "12"],
      ["drawing", "", ""]
    ]);
    expect(changed(drawings("10", 1), drawings("10", 2))).toEqual([["drawing", "", ""]]);
  });
});

test("rows are told by their ids, derived quantities in words, comparisons by their kinds", () => {
  const tables = (value: number, kind: string, ...ids: string[]): Partial<ReaderState> => ({
    tables: [
      { name: "figures", title: "Figures", rows: ids.map((id) => ({ id, value, tags: ["a", "b"] })) },
      {
        name: "derived",
        title: "Derived quantities",
        rows: [{ id: "d", low: value, value, high: value, comparator: "~", unit: "t", unit_label: "tonnes", digits: 2 }]
      },
      { name: "comparisons", title: "Comparisons", rows: [{ id: "c", title: "The harvest", kind, word: "Agrees" }] }
    ]
  });
  const found = compareStates(
    state("", tables(1234, "conflict", "a", "b")),
    state("", tables(1345, "implied", "b", "n"))
  );
  expect(found.tables[0]?.rows).toEqual([
    { id: "a", what: "removed", cells: [] },
    { id: "b", what: "changed", cells: [{ column: "value", before: "1234", after: "1345" }] },
    { id: "n", what: "added", cells: [] }
  ]);
  expect(found.derived).toEqual([{ id: "d", before: "about 1,200 tonnes", after: "about 1,300 tonnes" }]);
  expect(found.comparisons).toEqual([
    { id: "c", title: "The harvest", before: "conflict, “Agrees”", after: "implied, “Agrees”" }
  ]);
});

test("pictures of links are compared where both sides can be read", () => {
  const cards = (text: string) => [
    { path: "share/index.png", passages: passagesOf(`<svg><text>${text}</text></svg>`) }
  ];
  expect(compareStates(state(""), state("", { cards: cards("A") })).pages).toEqual([]);
  expect(compareStates(state("", { cards: cards("A") }), state("", { cards: cards("B") })).pages).toHaveLength(1);
});

test("nothing is said to change where nothing does", () => {
  const found = compareStates(state("<p>One.</p>"), state("<p>One.</p>"));
  expect(isEmpty(found)).toBe(true);
  expect(reportOf(found, { before: "A", after: "B" }, terminalHand(false))).toBe("A → B: nothing changes for readers");
});
