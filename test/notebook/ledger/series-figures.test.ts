import { describe, expect, test } from "vitest";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import type { ReleaseIdentity, Series } from "../../../src/notebook/ledger/schema.ts";
import { seriesFigures } from "../../../src/notebook/ledger/series-figures.ts";
import { minimalFiles } from "./minimal-ledger.ts";

const release: ReleaseIdentity = {
  id: "survey-2026",
  title: "Summaries",
  edition: "Summaries 2026",
  publisher: "survey",
  kind: "statistic",
  country: "US",
  language: "en",
  published: { date: "2026", precision: "year", qualifier: "exact" },
  url: "https://survey.example/2026",
  licence: "public domain",
  reading: "original",
  edition_of: null,
  supersedes: null
};

const table: Series = {
  id: "survey-2026.reserves",
  table: "p. 3, world table",
  metric: "reserves",
  material: "gallium",
  basis: "not-stated",
  unit: "t",
  status: "statistic",
  speaker: "survey",
  says: "What lies in the ground.",
  values: {}
};

const figuresOf = (values: Series["values"], fields: Partial<Series> = {}) =>
  seriesFigures({ ...table, ...fields, values }, release).map(({ figure }) => figure);

/** What a cell says: the ends that it gives, how it is printed, and its marks. */
function cellOf(cell: number | string) {
  const [figure] = figuresOf({ world: { 2025: cell } });
  if (!figure) throw new Error("a cell makes a figure");
  const { low, value, high, comparator, printed, marks } = figure;
  return { low, value, high, comparator, printed, marks };
}

const plain = { low: undefined, value: undefined, high: undefined, comparator: undefined, marks: [] };

describe("a cell", () => {
  test.each([
    [2600, { value: 2600, printed: "2,600" }],
    [0, { value: 0, printed: "0" }],
    [0.499, { value: 0.499, printed: "0.499" }],
    [460010478, { value: 460010478, printed: "460,010,478" }],
    ["2600 e", { value: 2600, printed: "2,600", marks: ["e"] }],
    ["2500 r", { value: 2500, printed: "2,500", marks: ["r"] }],
    ["6000 e r", { value: 6000, printed: "6,000", marks: ["e", "r"] }],
    ["20 i", { value: 20, printed: "20", marks: ["i"] }],
    ["20 x", { value: 20, printed: "20", marks: ["x"] }],
    ["290000 incl r", { value: 290000, printed: "290,000", marks: ["incl", "r"] }],
    ["43000 e trade", { value: 43000, printed: "43,000", marks: ["e", "trade"] }],
    ["85 part", { value: 85, printed: "85", marks: ["part"] }],
    [">95", { low: 95, comparator: ">", printed: ">95" }],
    [">=95", { low: 95, comparator: ">=", printed: ">=95" }],
    ["<1 e", { high: 1, comparator: "<", printed: "<1", marks: ["e"] }],
    ["<=1", { high: 1, comparator: "<=", printed: "<=1" }],
    ["~45", { value: 45, comparator: "~", printed: "~45" }]
  ])("%j is a number with its comparator and marks", (cell, expected) => {
    expect(cellOf(cell)).toEqual({ ...plain, ...expected });
  });

  test.each(["NA", "W", "net"])("%s is a figure without an amount", (cell) => {
    expect(cellOf(cell)).toEqual({ ...plain, comparator: "unquantified", printed: cell, marks: [cell] });
  });
});

describe("a table", () => {
  test("makes a figure of each cell, called by table, place and year", () => {
    const figures = figuresOf({ world: { 2024: 1, 2025: 2 }, russia: { 2025: "NA", "2021/2024": 3 } });
    expect(figures.map(({ id, subject, period }) => [id, subject, period])).toEqual([
      ["survey-2026.reserves.world.2024", "world", "2024"],
      ["survey-2026.reserves.world.2025", "world", "2025"],
      ["survey-2026.reserves.russia.2025", "russia", "2025"],
      ["survey-2026.reserves.russia.2021-2024", "russia", "2021/2024"]
    ]);
  });

  test("gives each cell what it says once", () => {
    expect(figuresOf({ world: { 2025: 1 } }, { form: "oxide", period_inferred: "The year of the edition." })).toEqual([
      {
        id: "survey-2026.reserves.world.2025",
        paragraph: null,
        place: "p. 3, world table",
        series: "survey-2026.reserves",
        metric: "reserves",
        subject: "world",
        material: "gallium",
        basis: "not-stated",
        form: "oxide",
        value: 1,
        unit: "t",
        period: "2025",
        period_inferred: "The year of the edition.",
        said_inferred: null,
        status: "statistic",
        speaker: "survey",
        chain: [],
        voice: "authorial",
        says: "What lies in the ground.",
        printed: "1",
        marks: [],
        said: null,
        url: null,
        reading: "original"
      }
    ]);
  });

  test("may have been read, published and carried otherwise than its release", () => {
    const own = { reading: "second-hand", published: "2026-02-06", url: "https://elsewhere.example/" } as const;
    expect(figuresOf({ world: { 2025: 1 } }, own)).toMatchObject([
      { reading: "second-hand", said: "2026-02-06", url: "https://elsewhere.example/" }
    ]);
  });

  test("knows where each of its cells stands", () => {
    const { ledger, locations } = parseLedger(minimalFiles());
    const places = ledger.sources
      .flatMap(({ figures }) => figures)
      .filter(({ series }) => series === "survey-2025.production")
      .map((figure) => {
        const { document, path } = locations.get(figure) ?? {};
        return document?.locate(path ?? []);
      });
    expect(places).toEqual([
      { line: 36, column: 22 },
      { line: 36, column: 37 },
      { line: 36, column: 52 }
    ]);
  });
});
