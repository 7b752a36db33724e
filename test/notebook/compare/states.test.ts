import { describe, expect, test } from "vitest";
import { compareStates, isEmpty } from "../../../src/notebook/compare/difference.ts";
import { passagesOf } from "../../../src/notebook/compare/passages.ts";
import type { Passage, ReaderState } from "../../../src/notebook/compare/state.ts";

const state = (more: Partial<ReaderState> = {}): ReaderState => ({
  tables: [],
  pages: [],
  counts: {},
  overtaken: [],
  cards: null,
  downloads: {},
  ...more
});

const compared = (before: Partial<ReaderState>, after: Partial<ReaderState>) =>
  compareStates(state(before), state(after));

const table = (name: string, ...rows: Record<string, unknown>[]) => ({ name, title: `The ${name}`, rows });

describe("tables", () => {
  test("one that is on one side only comes or goes row by row, under its title", () => {
    const harvest = table("harvest", { id: "a", value: 1 });
    expect(compared({}, { tables: [harvest] }).tables).toEqual([
      { name: "harvest", title: "The harvest", rows: [{ id: "a", what: "added", cells: [] }] }
    ]);
    expect(compared({ tables: [harvest] }, {}).tables).toEqual([
      { name: "harvest", title: "The harvest", rows: [{ id: "a", what: "removed", cells: [] }] }
    ]);
  });

  test("one whose rows stay is not told", () => {
    const [one, other] = [table("one", { id: "a", value: 1 }), table("other", { id: "a", value: 1 })];
    expect(
      compared({ tables: [one, other] }, { tables: [one, table("other", { id: "a", value: 2 })] }).tables
    ).toHaveLength(1);
  });

  test("has the title that it has now", () => {
    const before = { ...table("one", { id: "a", value: 1 }), title: "Old" };
    expect(compared({ tables: [before] }, { tables: [table("one", { id: "a", value: 2 })] }).tables[0]?.title).toBe(
      "The one"
    );
  });

  test("a cell is compared as the file of its table has it: lists joined, what is missing nothing", () => {
    const cells = (before: Record<string, unknown>, after: Record<string, unknown>) =>
      compared({ tables: [table("one", { id: "a", ...before })] }, { tables: [table("one", { id: "a", ...after })] })
        .tables[0]?.rows[0]?.cells;
    expect(cells({ tags: ["a", "b"] }, { tags: ["a", "c"] })).toEqual([
      { column: "tags", before: "a; b", after: "a; c" }
    ]);
    expect(cells({ value: null }, { value: 0 })).toEqual([{ column: "value", before: null, after: "0" }]);
    expect(cells({}, { current: false })).toEqual([{ column: "current", before: null, after: "false" }]);
    expect(cells({ old: "x" }, {})).toEqual([{ column: "old", before: "x", after: null }]);
    expect(cells({ value: null, tags: ["a"] }, { tags: ["a"] })).toBeUndefined();
  });
});

describe("derived quantities", () => {
  const row = (fields: Record<string, unknown>) => ({
    tables: [
      table("derived", {
        id: "derived.life",
        low: null,
        value: null,
        high: null,
        comparator: "=",
        unit: "yr",
        unit_label: "years",
        digits: 2,
        ...fields
      })
    ]
  });
  const words = (before: Partial<ReaderState>, after: Partial<ReaderState>) =>
    compared(before, after).derived.map((one) => [one.before, one.after]);

  test("one that comes or goes has one side", () => {
    expect(words({}, row({ value: 12 }))).toEqual([[null, "12 years"]]);
    expect(words(row({ value: 12 }), {})).toEqual([["12 years", null]]);
  });

  test.each([
    [{ comparator: "~", value: 12 }, "about 12 years"],
    [{ comparator: "nearly", value: 12 }, "nearly 12 years"],
    [{ comparator: "<=", high: 12 }, "up to 12 years"],
    [{ comparator: ">=", low: 12 }, "at least 12 years"],
    [{ low: 10, high: 12 }, "10–12 years"],
    [{ value: 12, unit: "1", unit_label: "times" }, "12"]
  ])("%j reads “%s”", (fields, text) => {
    expect(words({}, row(fields))).toEqual([[null, text]]);
  });

  test("one that changes beyond all digits but the last is told by as many as it takes", () => {
    expect(words(row({ value: 1.23456789012341 }), row({ value: 1.23456789012342 }))).toEqual([
      ["1.23456789012341 years", "1.23456789012342 years"]
    ]);
  });

  test("the side with fewer digits says how many are shown at least", () => {
    expect(words(row({ value: 1234, digits: 3 }), row({ value: 2345, digits: 2 }))).toEqual([
      ["1,200 years", "2,300 years"]
    ]);
  });

  test("one that stays is not told, whatever else its row says", () => {
    expect(words(row({ value: 12, explanation: "So." }), row({ value: 12, explanation: "Thus." }))).toEqual([]);
  });
});

test("a comparison that comes, goes or is of another word is told with its title", () => {
  const comparison = (word: string, title = "The harvest") => ({
    tables: [table("comparisons", { id: "c", title, kind: "conflict", word })]
  });
  const [agrees, differs] = ["conflict, “Agrees”", "conflict, “Differs”"];
  const told = { id: "c", title: "The harvest" };
  expect(compared({}, comparison("Agrees")).comparisons).toEqual([{ ...told, before: null, after: agrees }]);
  expect(compared(comparison("Agrees"), {}).comparisons).toEqual([{ ...told, before: agrees, after: null }]);
  expect(compared(comparison("Agrees", "Old"), comparison("Differs")).comparisons).toEqual([
    { ...told, before: agrees, after: differs }
  ]);
  expect(compared(comparison("Agrees", "Old"), comparison("Agrees")).comparisons).toEqual([]);
});

test("what the data have overtaken since, and what they bear out again, is told; what was and is overtaken is not", () => {
  const fault = (message: string) => ({ file: "a.yaml", line: 1, column: 1, message, remedy: "read it" });
  const [old, both, late] = ["old", "both", "late"].map(fault) as [ReturnType<typeof fault>, never, never];
  const { overtaken, mended } = compared({ overtaken: [old, both] }, { overtaken: [both, late] });
  expect(overtaken).toEqual([late]);
  expect(mended).toEqual([old]);
});

test("files are told whose content is another, that come or that go", () => {
  expect(
    compared(
      { downloads: { same: "1", changed: "2", gone: "3" } },
      { downloads: { same: "1", changed: "4", come: "5" } }
    ).downloads
  ).toEqual(["changed", "gone", "come"]);
});

describe("pages", () => {
  const page = (html: string, path = "/") => ({ path, passages: passagesOf(html) });

  test("one that comes or goes is told by its path", () => {
    const [one, other] = [page("<p>Here.</p>", "/one"), page("<p>There.</p>", "/other")];
    expect(compared({ pages: [one] }, { pages: [other] }).pages).toEqual([
      { path: "/one", what: "removed", changes: [] },
      { path: "/other", what: "added", changes: [] }
    ]);
  });

  const changes = (before: string, after: string) =>
    compared({ pages: [page(before)] }, { pages: [page(after)] }).pages.flatMap((one) => one.changes);

  test("one whose words stay is not told, one whose words change has them under their heading", () => {
    expect(changes("<p>Here it is.</p>", "<p>Here it is.</p>")).toEqual([]);
    const html = (count: string) => `<h2>Who counts</h2><p>So count ${count} of them.</p>`;
    const under = { kind: "sentence", at: "", under: "Who counts" };
    expect(changes(html("four"), html("five"))).toEqual([
      { ...under, before: "So count four of them.", after: "So count five of them." }
    ]);
  });

  const told = (before: string, after: string) => changes(before, after).map((one) => [one.before, one.after]);
  const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join("");

  test("a page that was empty tells each of its sentences", () => {
    expect(changes("", "<p>Here it is. So it is.</p>")).toEqual([
      { kind: "sentence", at: "", under: "", before: null, after: "Here it is." },
      { kind: "sentence", at: "", under: "", before: null, after: "So it is." }
    ]);
  });

  test("a sentence that comes first shifts none that changes later", () => {
    expect(told("<p>One. There are 3.</p>", "<p>New. One. There are 4.</p>")).toEqual([
      [null, "New."],
      ["There are 3.", "There are 4."]
    ]);
  });

  test("sentences are those of before, changed, only where each of them is", () => {
    const [before, after] = ["alpha beta gamma delta epsilon", "alpha zeta eta theta iota"];
    expect(
      told(paragraphs(before, "So says the Crop Bureau"), paragraphs(after, "Five figures stand side by side"))
    ).toEqual([
      [before, null],
      ["So says the Crop Bureau", null],
      [null, after],
      [null, "Five figures stand side by side"]
    ]);
  });

  test("what stands in a figure is compared with its like: words, marks and shapes by themselves", () => {
    const [before, after] = ["alpha beta gamma delta epsilon", "alpha zeta eta theta iota"];
    const figure = (inside: string) => `<figure id="a"><h3>A title</h3>${inside}</figure>`;
    const note = (text: string, marks: string) => figure(`<svg>${marks}</svg><p class="notes">${text}</p>`);
    expect(
      told(note(before, "<text>10</text><text>12</text>"), note(after, "<text>10</text>")).filter(([was]) => was !== "")
    ).toEqual([
      ["12", null],
      [before, after]
    ]);
    const drawn = (text: string, ...more: string[]) => figure(`<svg><text>${text}</text></svg>${more.join("")}`);
    expect(told(drawn(before), drawn(after, "<svg></svg>"))).toEqual([
      [before, after],
      ["", ""],
      [null, ""]
    ]);
  });

  test("a number without words is another one elsewhere only where it is the only one, of its kind", () => {
    expect(told(paragraphs("Estonia", "7"), paragraphs("9", "Estonia"))).toEqual([["7", "9"]]);
    expect(told(paragraphs("Estonia", "7"), paragraphs("9", "8", "Estonia"))).toEqual([
      [null, "9"],
      [null, "8"],
      ["7", null]
    ]);
    expect(told(paragraphs("Estonia", "7", "8"), paragraphs("9", "Estonia"))).toEqual([
      [null, "9"],
      ["7", null],
      ["8", null]
    ]);
    expect(told(paragraphs("Estonia", "7"), paragraphs("Germany again", "Estonia"))).toEqual([
      [null, "Germany again"],
      ["7", null]
    ]);
    expect(told(paragraphs("Estonia", "Japan"), paragraphs("9", "Estonia"))).toEqual([
      [null, "9"],
      ["Japan", null]
    ]);
    const row = "<table><tr><td>9</td></tr></table>";
    expect(told(paragraphs("Estonia", "7"), `${row}${paragraphs("Estonia")}`)).toEqual([
      [null, "9"],
      ["7", null]
    ]);
    expect(told(paragraphs("Estonia", "7", "Japan here"), `${paragraphs("9", "Estonia")}`)).toEqual([
      ["7", "9"],
      ["Japan here", null]
    ]);
  });

  test("a figure that comes is told by its title though other words stand before it, without one by its first words", () => {
    const svg = "<svg><text>10</text></svg>";
    const whole = (figure: string) => changes("<p>Here.</p>", `<p>Here.</p>${figure}`);
    const told = { at: "riders", under: "", before: null, isWhole: true };
    expect(whole(`<figure id="riders"><p>A note.</p><h3>Riders grew</h3><h3>They did</h3>${svg}</figure>`)).toEqual([
      { ...told, kind: "title", after: "Riders grew" }
    ]);
    expect(whole(`<figure id="riders">${svg}</figure>`)).toEqual([{ ...told, kind: "marks", after: "10" }]);
    expect(whole('<figure id="riders"><svg></svg><p>A note.</p><p>Another.</p></figure>')).toEqual([
      { ...told, kind: "note", after: "A note." }
    ]);
  });

  test("a figure whose title changes keeps it, however its words change", () => {
    const figure = (title: string) => `<figure id="riders"><h3>${title}</h3><p>A note stays.</p></figure>`;
    expect(changes(figure("Riders grew"), figure("Fewer tickets"))).toEqual([
      { kind: "title", at: "riders", under: "", before: "Riders grew", after: "Fewer tickets" }
    ]);
  });

  test("a sentence that keeps few of its words is that sentence in its place, and another one elsewhere", () => {
    const list = (...items: string[]) => items.map((item) => `<p>${item}</p>`).join("");
    const [before, after] = ["alpha beta gamma delta epsilon", "alpha zeta eta theta iota"];
    expect(changes(list("First one", before), list("First one", after)).map((one) => [one.before, one.after])).toEqual([
      [before, after]
    ]);
    expect(
      changes(list(before, "Middle one", "End one"), list("Middle one", after, "End one")).map((one) => [
        one.before,
        one.after
      ])
    ).toEqual([
      [before, null],
      [null, after]
    ]);
  });

  test("one that moves is paired with the likest of those that came, not with the first", () => {
    const list = (...items: string[]) => items.map((item) => `<p>${item}</p>`).join("");
    expect(
      changes(
        list("one two three four five", "Stays here", "Ends here"),
        list("Stays here", "one two three six seven", "one two three four six", "Ends here")
      ).map((one) => [one.before, one.after])
    ).toEqual([
      [null, "one two three six seven"],
      ["one two three four five", "one two three four six"]
    ]);
  });

  test("words are no more than one another’s where they are of the same kind", () => {
    expect(changes("<p>The harvest fell again</p>", "<h2>The harvest fell again</h2>").map(({ kind }) => kind)).toEqual(
      ["sentence", "heading"]
    );
  });

  test("a change says where it is written, as far as that is known", () => {
    const passage = (text: string, written?: string): Passage => ({
      kind: "sentence",
      at: "",
      under: "",
      text,
      ...(written === undefined ? {} : { written })
    });
    const told = (before: Passage, after: Passage) =>
      compared({ pages: [{ path: "/", passages: [before] }] }, { pages: [{ path: "/", passages: [after] }] }).pages[0]
        ?.changes;
    expect(told(passage("There are 3.", "a.md:1"), passage("There are 4.", "a.md:2"))).toEqual([
      { kind: "sentence", at: "", under: "", written: "a.md:2", before: "There are 3.", after: "There are 4." }
    ]);
    expect(told(passage("There are 3."), passage("There are 4."))).toStrictEqual([
      { kind: "sentence", at: "", under: "", before: "There are 3.", after: "There are 4." }
    ]);
  });

  test("cards are compared with the pages where both sides can be read, pages are where not", () => {
    const cards = [page("<svg><text>A</text></svg>", "share/a.png")];
    const pages = [page("<p>Here.</p>")];
    const paths = (before: Partial<ReaderState>, after: Partial<ReaderState>) =>
      compared(before, after).pages.map(({ path, what }) => [path, what]);
    expect(paths({ pages, cards }, { pages: [page("<p>There.</p>")] })).toEqual([["/", "changed"]]);
    expect(paths({ pages, cards: [] }, { pages, cards })).toEqual([["share/a.png", "added"]]);
    expect(paths({ pages, cards }, { pages, cards })).toEqual([]);
  });
});

test.each([
  ["a table", { tables: [table("one", { id: "a" })] }],
  ["a page", { pages: [{ path: "/", passages: [] }] }],
  ["a file", { downloads: { "a.csv": "1" } }]
])("%s that comes is a difference that a reader notices", (_, more) => {
  expect(isEmpty(compared({}, more))).toBe(false);
});
