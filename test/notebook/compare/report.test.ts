import { describe, expect, test } from "vitest";
import type { Difference } from "../../../src/notebook/compare/difference.ts";
import { markdownHand, terminalHand } from "../../../src/notebook/compare/hand.ts";
import { reportOf } from "../../../src/notebook/compare/report.ts";

const cell = (column: string, before: string, after: string) => ({ column, before, after });
const changed = (id: string, ...cells: ReturnType<typeof cell>[]) => ({ id, what: "changed" as const, cells });

test("rows that differ for machines alone are one line of their table", () => {
  const difference: Difference = {
    tables: [
      {
        name: "figures",
        title: "Figures",
        rows: [
          changed("survey.a", cell("current", "true", "false")),
          changed("survey.b", cell("current", "true", "false")),
          changed("survey.c", cell("value", "1", "2"), cell("low", "1", "2"), cell("high", "1", "2"))
        ]
      }
    ],
    ...{ derived: [], comparisons: [], again: [], overtaken: [], mended: [], pages: [], downloads: [] }
  };
  expect(reportOf(difference, { before: "old", after: "new" }, terminalHand(false)).split("\n")).toEqual([
    "old → new: 3 rows",
    "",
    "Rows",
    "  figures survey.c changed",
    "    value: 1 → 2",
    "  figures: 2 more rows, in current alone"
  ]);
});

const none = {
  tables: [],
  derived: [],
  comparisons: [],
  again: [],
  overtaken: [],
  mended: [],
  pages: [],
  downloads: []
};
const report = (difference: Partial<Difference>) =>
  reportOf({ ...none, ...difference }, { before: "old", after: "new" }, terminalHand(false))
    .split("\n")
    .slice(1);

test("what is to be looked at again is a short line of its place, in order: the remedy is the check’s to say", () => {
  const fault = (file: string, line: number, message: string) => ({
    file,
    line,
    column: 1,
    message,
    remedy: "mend it"
  });
  const long =
    "so many figures of one quantity have come with the edition that nobody could have looked at each of them";
  const overtaken = [
    fault("src/who.md", 8, "the title of figure riders no longer holds: riders fell; look at it"),
    fault("src/who.md", 3, "the finding stays as it was, and what it rests on does not; read it"),
    fault("data/ledger/a.yaml", 2, `${long} of them`)
  ];
  expect(report({ overtaken, mended: overtaken.slice(0, 1) })).toEqual([
    "",
    "To look at again: npm run check says why, and what mends it",
    `  data/ledger/a.yaml:2 ${long} of …`,
    "  src/who.md:3 the finding stays as it was, and what it rests on does not",
    "  src/who.md:8 the title of figure riders no longer holds",
    "",
    "No longer to be looked at",
    "  src/who.md:8 the title of figure riders no longer holds"
  ]);
});

test("of a list, what goes and comes is told; of a calculated row, what its words have not said", () => {
  const row = (...cells: { column: string; before: string; after: string }[]) => [changed("derived.a", ...cells)];
  const inputs = cell("inputs", "a; b; c", "a; c; d");
  const rows = (name: string, more: Partial<Difference>, ...cells: ReturnType<typeof cell>[]) =>
    report({ tables: [{ name, title: name, rows: row(...cells) }], ...more }).slice(-2);
  const derived = [{ id: "derived.a", before: "1 t", after: "2 t" }];
  expect(rows("derived", {}, inputs)).toEqual(["  derived derived.a changed", "    inputs: without b, with d"]);
  expect(rows("verdicts", {}, cell("rests_on", "a; b", "b; a"))).toContain("    rests_on: in another order");
  expect(rows("derived", { derived }, inputs, cell("unit", "t", "kg"))).toEqual([
    "  derived derived.a changed",
    "    unit: t → kg"
  ]);
  expect(rows("derived", { derived }, inputs, cell("value", "1", "2")).join()).not.toContain("Rows");
  expect(rows("figures", { derived }, cell("value", "1", "2"))).toContain("    value: 1 → 2");
});

test("a figure that cannot be made is told by name, with why", () => {
  const change = { kind: "fault" as const, at: "riders", under: "", isWhole: true };
  const told = (before: string | null, after: string | null) =>
    report({ pages: [{ path: "/who", what: "changed", changes: [{ ...change, before, after }] }] }).slice(2);
  expect(told(null, "src/figures/riders.ts:3:9 no tram")).toEqual([
    "  riders cannot be made",
    "    + src/figures/riders.ts:3:9 no tram"
  ]);
  expect(told("no tram", null)).toEqual(["  riders can be made again", "    - no tram"]);
});

test("of a long row no more is told than changes, unless all is asked for; what another page told already is counted", () => {
  const words = "one of the many words that stand in a row of a table ".repeat(5);
  const row = { kind: "row" as const, at: "", under: "Data", before: `${words}| 1`, after: `${words}| 2` };
  const pages = ["/data", "/more"].map((path) => ({ path, what: "changed" as const, changes: [row] }));
  expect(report({ pages }).slice(2)).toEqual([
    "  table row under “Data”",
    "    - … row of a table | 1",
    "    + … row of a table | 2",
    "",
    "/more",
    "  1 more, as on /data"
  ]);
  expect(reportOf({ ...none, pages }, { before: "old", after: "new" }, terminalHand(false), true)).toContain(words);
});

test("what is calculated comes first, then the pages, where sentences come first and many rows of evidence are one line", () => {
  const evidence = Array.from({ length: 9 }, (_, i) => ({
    ...{ kind: "evidence" as const, at: `survey.cell-${i}`, under: "", before: "1 kt", after: "2 kt" }
  }));
  const sentence = { kind: "sentence" as const, at: "", under: "Who", before: "It was 1.", after: "It was 2." };
  expect(
    report({
      derived: [{ id: "derived.share", before: "0.041738201", after: "0.05" }],
      pages: [{ path: "/who", what: "changed", changes: [...evidence, sentence] }]
    })
  ).toEqual([
    "",
    "Derived quantities",
    "  derived.share 0.04174 → 0.05",
    "",
    "/who",
    "  sentence under “Who”",
    "    - It was 1.",
    "    + It was 2.",
    "  evidence: 9 changes: survey.cell-0, survey.cell-1, survey.cell-2 and 6 more"
  ]);
});

test("of many rows that are added, the source is named that has them all", () => {
  const rows = Array.from({ length: 8 }, (_, i) => ({ id: `survey.${i}`, what: "added" as const, cells: [] }));
  expect(report({ tables: [{ name: "figures", title: "Figures", rows }] })).toEqual([
    "",
    "Rows",
    "  figures: 8 rows added: all of survey"
  ]);
});

test("lists that the machine makes, sources and downloads are a line each; many rows that change alike, too", () => {
  const change = (kind: "sentence" | "source", at: string, under: string, before: string) => ({
    ...{ kind, at, under, before, after: `${before}!` }
  });
  const counted = Array.from({ length: 7 }, (_, place) => changed(`place-${place}`, cell("figures", "1", "2")));
  expect(
    report({
      pages: [
        {
          path: "/who",
          what: "changed",
          changes: [
            { ...change("sentence", "", "Evidence", "Written."), written: "src/who.md:3" },
            ...["One.", "Two.", "Three.", "Four."].map((words) => change("sentence", "", "Evidence", words)),
            change("source", "riders", "", "Source A"),
            change("source", "riders", "", "Sources in full A")
          ]
        }
      ],
      tables: [{ name: "places", title: "Places", rows: counted }],
      downloads: ["data/places.csv", "data/places.json", "figures/riders.svg", "llms.txt"]
    })
  ).toEqual([
    "",
    "/who",
    "  sentence under “Evidence” (src/who.md:3)",
    "    - Written.",
    "    + Written.!",
    "  under “Evidence”: 4 changes",
    "  sources under the drawing: riders",
    "",
    "Rows",
    "  places: 7 rows changed in figures: place-0, place-1, place-2 and 4 more",
    "",
    "Downloads",
    "  data: places (.csv, .json)",
    "  figures: riders (.svg)",
    "  llms (.txt)"
  ]);
});

describe("of a large difference", () => {
  const sentence = {
    ...{ kind: "sentence" as const, at: "", under: "Who", written: "src/who.md:3" },
    before:
      "Nobody knows why, but in the harbour of the town they say there were 2,600 of them at the time, or so it is told.",
    after:
      "Nobody knows why, but in the harbour of the town they say there were 2,700 of them at the time, or so it is told."
  };
  const entries = Array.from({ length: 120 }, (_, i) => ({
    // One number, whatever stands beside it.
    ...{ kind: "evidence" as const, at: `survey.cell-${i}`, under: "" },
    ...(i % 2 ? { before: "2,600 t", after: "2,700 t" } : { before: "t 2,600);", after: "t 2,700);" })
  }));
  const difference: Difference = {
    ...none,
    pages: [
      { path: "/who", what: "changed", changes: [...entries, sentence] },
      { path: "/", what: "changed", changes: [sentence] }
    ]
  };
  const sides = { before: "old", after: "new" };

  test("what is written is told once, as far as it changes; all else is counted", () => {
    expect(reportOf(difference, sides, terminalHand(false)).split("\n")).toEqual([
      "old → new: 122 passages, 2 pages",
      "",
      "Numbers that change most often",
      "  2,600 → 2,700: 122 passages",
      "",
      "/who",
      "  sentence under “Who” (src/who.md:3)",
      "    - … town they say there were 2,600 of them at the time, …",
      "    + … town they say there were 2,700 of them at the time, …",
      "  120 × evidence",
      "",
      "/",
      "  1 more, as on /who",
      "",
      "  npm run diff -- --all tells each of them; --json for machines"
    ]);
  });

  test("every passage is told where all are asked for", () => {
    const all = reportOf(difference, sides, terminalHand(false), true);
    expect(all.match(/Nobody knows why/g)).toHaveLength(2);
    expect(all).toContain("  1 more, as on /who");
    expect(all).not.toContain("--all");
  });

  test("Markdown marks what changed, words beside one another as one", () => {
    const change = { ...sentence, before: "A tram, a record.", after: "A tram, the largest ever. Two came." };
    const told = reportOf({ ...none, pages: [{ path: "/", what: "changed", changes: [change] }] }, sides, markdownHand);
    expect(told).toContain("before: A tram, ~~a record.~~\n");
    expect(told).toContain("after: A tram, **the largest ever. Two came.**");
    expect(reportOf(difference, sides, markdownHand)).toContain("they say there were ~~2,600~~ of them");
  });
});
