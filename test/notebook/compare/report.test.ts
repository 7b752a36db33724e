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
    "  evidence: 9 changes: survey.cell-0, survey.cell-1, survey.cell-2, survey.cell-3, survey.cell-4, survey.cell-5 and 3 more"
  ]);
});

test("of many rows that are added, the first are named", () => {
  const rows = Array.from({ length: 8 }, (_, i) => ({ id: `survey.${i}`, what: "added" as const, cells: [] }));
  expect(report({ tables: [{ name: "figures", title: "Figures", rows }] })).toEqual([
    "",
    "Rows",
    "  figures: 8 rows added: survey.0, survey.1, survey.2, survey.3, survey.4, survey.5 and 2 more"
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
    "  places: 7 rows changed in figures: place-0, place-1, place-2, place-3, place-4, place-5 and 1 more",
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
      "  sentence (src/who.md:3)",
      "    - … town they say there were 2,600 of them at the time, …",
      "    + … town they say there were 2,700 of them at the time, …",
      "  120 × evidence: survey.cell-0, survey.cell-1, survey.cell-2, survey.cell-3, survey.cell-4, survey.cell-5 and 114 more",
      "",
      "/",
      "  1 more, as on /who",
      "",
      "  npm run diff -- --all tells each of them; --json for machines"
    ]);
  });

  test("every passage is told where all are asked for", () => {
    const all = reportOf(difference, sides, terminalHand(false), true);
    expect(all.match(/Nobody knows why/g)).toHaveLength(4);
    expect(all).not.toContain("--all");
  });

  test("Markdown marks what changed", () => {
    expect(reportOf(difference, sides, markdownHand)).toContain("they say there were ~~2,600~~ of them");
  });
});
