import { describe, expect, test } from "vitest";
import { compileTables } from "../../../src/notebook/tables/tables.ts";
import { type Change, faultLines, minimalLedger } from "./minimal-ledger.ts";

const lines = (...fields: string[]): string =>
  [
    'said: "2025-06"',
    "url: https://page.example/28",
    "printed: 28.5 Mt",
    "metric: reserves",
    "subject: russia",
    "material: rare-earths",
    "basis: proven",
    "value: 28.5",
    "unit: Mt",
    "period: null",
    "status: stated",
    "speaker: minister",
    "chain: [wire]",
    "voice: reported",
    "says: The minister names the reserves again."
  ]
    .map((line) => `    ${fields.find((field) => field.split(":")[0] === line.split(":")[0]) ?? line}\n`)
    .join("");

/** The earlier edition of the minimal ledger with one statement, some of whose fields are as given. */
const withStatement = (...fields: string[]): Change => ({
  file: "survey-2025",
  replace: "statements: []\n",
  with: `statements:\n  - id: survey-2025.minister\n${lines(...fields)}`
});

const figureOf = (...changes: Change[]) =>
  compileTables(minimalLedger(...changes)).figures.rows.find(({ id }) => id === "survey-2025.minister");

describe("a statement of a release", () => {
  test("is a figure with the date and address of its own page", () => {
    expect(figureOf(withStatement())).toMatchObject({
      source: "survey-2025",
      published: "2025-06",
      url: "https://page.example/28",
      paragraph: null,
      place: null,
      series: null,
      marks: [],
      reading: "original",
      value: 28_500_000,
      unit: "t",
      chain: ["wire", "survey"]
    });
  });

  test("says where its date is a conclusion", () => {
    const change = withStatement('said: "2025-06"\n    said_inferred: The month is given without a year.');
    expect(figureOf(change)).toMatchObject({
      marks: ["date inferred"],
      said_inferred: "The month is given without a year."
    });
  });

  test("may be undated", () => {
    expect(figureOf(withStatement("said: null"))).toMatchObject({ marks: ["undated"], published: null });
  });

  test("keeps its address where the release has none", () => {
    const collection: Change = {
      file: "survey-2025",
      replace: "  url: https://survey.example/2025\n",
      with: "  url: null\n"
    };
    expect(figureOf(withStatement(), collection)?.url).toBe("https://page.example/28");
    const { sources } = compileTables(minimalLedger(collection));
    expect(sources.rows.find(({ id }) => id === "survey-2025")?.url).toBeNull();
  });

  test.each([
    [
      'said: "2025-13"',
      'data/ledger/survey-2025.yaml:39:11 there is no date "2025-13"; correct the month: months are 01 to 12'
    ],
    ["subject: rusia", 'data/ledger/survey-2025.yaml:43:14 "rusia" is not among the places; did you mean "russia"?'],
    [
      "printed: 28 Mt",
      'data/ledger/survey-2025.yaml:46:12 "28 Mt" does not contain 28.5 Mt; correct "value", "unit" or "printed"; it holds 28'
    ],
    ["url: page 28", 'data/ledger/survey-2025.yaml:40:10 "url" is "page 28"; an address begins with https://']
  ])("is held to the rules of every figure: %s", (field, line) => {
    expect(faultLines(withStatement(field))).toEqual([line]);
  });
});

describe("an event", () => {
  const told = (passage: string): Change => ({
    file: "events",
    replace: "{ source: gazette, paragraph: 2, printed: February 24 }",
    with: passage
  });
  const eventOf = (...changes: Change[]) => compileTables(minimalLedger(...changes)).events.rows[0];

  test("may be told of in a paragraph of a text", () => {
    expect(eventOf()).toMatchObject({ passages: ["gazette ¶2"], urls: ["https://gazette.example/how-much"] });
  });

  test("may be told of by a statement, whose page is its address", () => {
    const passage = told("{ source: survey-2025, statement: survey-2025.minister }");
    expect(eventOf(withStatement(), passage)).toMatchObject({
      passages: ["survey-2025.minister"],
      urls: ["https://page.example/28"]
    });
  });

  test("may be told of by a cell, whose release is its address", () => {
    expect(eventOf(told("{ source: survey-2025, statement: survey-2025.reserves.world.2025 }"))).toMatchObject({
      passages: ["survey-2025.reserves.world.2025"],
      urls: ["https://survey.example/2025"]
    });
  });

  test("may be told of at a place of a release, with an address of its own or without", () => {
    expect(eventOf(told("{ source: survey-2025, place: p. 3 }"))).toMatchObject({
      passages: ["survey-2025, p. 3"],
      urls: ["https://survey.example/2025"]
    });
    expect(eventOf(told("{ source: survey-2025, place: p. 3, url: https://page.example/3 }"))?.urls).toEqual([
      "https://page.example/3"
    ]);
  });
});
