import { describe, expect, test } from "vitest";
import type { RecordUses } from "../../../src/notebook/page/record-uses.ts";
import { recordBlock } from "../../../src/notebook/page/records.ts";
import type { Table } from "../../../src/notebook/tables/table.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { minimalNotebook } from "../../notebook/page/notebooks.ts";

const notebook = minimalNotebook();
const uses: RecordUses = new Map([
  [
    "gazette.reserves",
    [
      { path: "/gallium", figure: null },
      { path: "/gallium", figure: { name: "gallium-output", label: "Figure 3.2" } }
    ]
  ],
  ["survey-2025.production.world.2023", [{ path: "/gallium", figure: null }]]
]);
const block = (name: string, path = "/sources"): HTMLElement =>
  elementOf(recordBlock(name, path, { notebook, uses }) ?? "");

/** The terms of a list of facts with what stands beside each. */
const known = (element: Element): Record<string, string> =>
  Object.fromEntries(
    all(element, "dl.known dt").map((term) => [wordsOf(term), wordsOf(term.nextElementSibling ?? term)])
  );

describe("the page of a text", () => {
  const page = block("source-records", "/source-gazette");

  test("says what is known of it", () => {
    expect(known(page)).toMatchObject({
      Publisher: "The Gazette",
      Country: "United Kingdom",
      Authors: "Jo Writer",
      Published: "31 March 2025",
      "Text, SHA-256": "0".repeat(64)
    });
  });

  test("has every figure under its name, with what was printed, who said it, and where it is used", () => {
    expect(all(page, ".records li[id]").map(({ id }) => id)).toEqual([
      "gazette.reserves",
      "gazette.production",
      "gazette.plenty"
    ]);
    const words = wordsOf(one(page, '[id="gazette.production"]'));
    for (const part of [
      "2,500 tons",
      "Anna Minister → The Wire → The Gazette",
      "¶4",
      "2024",
      "basis not stated",
      "reported"
    ])
      expect(words).toContain(part);
    expect(words).toContain("not used on a page");
    expect(all(page, '[id="gazette.reserves"] a[href^="./"]').map((link) => link.getAttribute("href"))).toEqual([
      "./gallium",
      "./gallium#gallium-output",
      "./claim/gazette.reserves"
    ]);
  });

  test("has every position with its stance in words", () => {
    expect(wordsOf(one(page, '[id="gazette.plenty"]'))).toBe(
      "Reserves, favourable: There is plenty. Anna Minister → The Gazette · quoted · ¶3"
    );
  });
});

test("what is not known of a source stays not known", () => {
  const page = block("source-records", "/source-relay");
  expect(known(page)).toMatchObject({
    Country: "not known",
    Authors: "not known",
    Title: "not known; the one above is ours",
    Published: "April 2025 (inferred)"
  });
  expect(wordsOf(one(page, ".uses"))).toBe("No page uses a record of it.");
});

describe("the page of a release", () => {
  const page = block("source-records", "/source-survey-2025");

  test("has its tables as tables, each cell under its name, as printed, with its marks", () => {
    const table = one(page, '[id="survey-2025.production"] table');
    expect(all(table, "tbody tr").map(wordsOf)).toEqual(["20230.6 e r", "2024not available", "2020–20230.5"]);
    expect(all(table, "td[id]").map(({ id }) => id)).toContain("survey-2025.production.world.2020-2023");
  });

  test("says how its numbers are read, what its letters mean, and how many cells are used", () => {
    const words = wordsOf(one(page, '[id="survey-2025.production"]'));
    for (const part of ["“0.6” reads 600 tonnes", "e estimated", "r revised", "1 of 3 cells used"])
      expect(words).toContain(part);
  });

  test("says which cells a later edition gives anew, and what was corrected", () => {
    const later = block("source-records", "/source-survey-2026");
    expect(wordsOf(later)).toContain("printed as >85; corrected to over 75 tonnes. A deposit was counted twice.");
  });
});

test("the list of sources leads to every page, and says how often each is used", () => {
  const index = block("source-index");
  expect(all(index, ".way a").map((link) => link.getAttribute("href"))).toEqual([
    "./source-gazette",
    "./source-relay",
    "./source-survey-2025",
    "./source-survey-2026"
  ]);
  const [gazette, relay] = all(index, "section[id]");
  expect(wordsOf(one(gazette ?? index, ".uses"))).toBe(
    "Pages use 1 of its 3 records.Gallium, Figure 3.2 · 1 recordTimeline · 1 event"
  );
  expect(wordsOf(one(relay ?? index, ".uses"))).toBe("No page uses a record of it.");
});

test("derived quantities stand with their sum and lead to what goes in", () => {
  const item = one(block("derived-records"), '[id="derived.reserve-life"]');
  expect(wordsOf(item)).toContain("the stock ÷ the flow a year");
  expect(all(item, "a").map((link) => link.getAttribute("href"))).toEqual([
    "./source-gazette#gazette.reserves",
    "./source-gazette#gazette.production",
    "./claim/derived.reserve-life"
  ]);
});

test("every table stands with its rows counted, its files, and every column described", () => {
  const tables = block("data-tables");
  expect(all(tables, "h3").map(({ id }) => id)).toEqual(Object.keys(notebook.tables));
  expect(wordsOf(one(all(tables, ".data-table")[0] ?? tables, ".files"))).toBe("4 rows CSV JSON Parquet");
  expect(one(tables, 'a[href="./data/tables.xlsx"]').textContent).toBe("XLSX");
  expect(all(tables, "dd a[href='#speakers']").map(wordsOf)).toContain("speakers");
  const published: Table<{ id: string }>[] = Object.values(notebook.tables);
  for (const [place, { columns, rows }] of published.entries()) {
    const sample = one(all(tables, ".data-table")[place] ?? tables, "table");
    expect(all(sample, "thead th").map(wordsOf)).toEqual(columns.map(({ name }) => name));
    expect(all(sample, "tbody th").map(wordsOf)).toEqual(rows.slice(0, 3).map(({ id }) => id));
  }
  const columns = Object.values(notebook.tables).reduce((count, table) => count + table.columns.length, 0);
  expect(all(tables, "dt")).toHaveLength(columns);
  expect(all(tables, "dd code").map(wordsOf)).toContain("title_known");
  expect(wordsOf(tables)).not.toContain("`");
});

test("a path that is no source's is a fault of the program", () => {
  expect(() => block("source-records", "/source-nobody")).toThrow("/source-nobody is the page of no source");
});

test("another fence is none of its own", () => {
  expect(recordBlock("timeline", "/timeline", { notebook, uses })).toBeUndefined();
});

describe("what is seldom known of a source or said of a figure stands with it", () => {
  const seldom = minimalNotebook(
    {
      file: "gazette",
      replace: "language: en\n  translated: null",
      with: "language: en\n  translated: by its editors\n  text_note: Its last line is cut off."
    },
    {
      file: "gazette",
      replace: "    value: 28.5\n    unit: Mt\n    period: null",
      with: '    form: oxide\n    value: 28.5\n    unit: Mt\n    period: "2025"\n    period_inferred: The minister speaks of today.\n    condition: All of it is found.'
    },
    {
      file: "derivations",
      replace: "    explanation: How long it would last.\n",
      with: "    explanation: How long it would last.\n    allowed: They are of one place.\n"
    },
    { file: "relay", replace: "url: https://relay.example/second", with: "url: null" },
    {
      file: "survey-2026",
      replace: 'world: { 2026: ">85" }',
      with: 'world: { 2026: ">85" }\n      russia: { 2026: 7 }'
    }
  );
  const pageOf = (id: string): HTMLElement =>
    elementOf(recordBlock("source-records", `/source-${id}`, { notebook: seldom, uses: new Map() }) ?? "");

  test("a translated text, and what is wrong with it", () => {
    expect(known(pageOf("gazette"))).toMatchObject({
      Language: "English, translated by its editors",
      "As found": "Its last line is cut off."
    });
  });

  test("a text that is nowhere on the web", () => {
    expect(known(pageOf("relay"))).toMatchObject({ Address: "not on the web" });
  });

  test("form, inferred period and condition of a figure", () => {
    const record = wordsOf(one(pageOf("gazette"), '[id="gazette.reserves"]'));
    expect(record).toContain(
      "reserves called proven · oxide · 2025 (inferred) · stated, quoted · on a condition: All of it is found."
    );
  });

  test("a table of more places than periods has its places down the side, and nothing where it prints nothing", () => {
    const table = one(pageOf("survey-2026"), "section.series table");
    expect(all(table, "tr").map((row) => all(row, "th, td").map(wordsOf))).toEqual([
      ["Place", "2026"],
      ["World", ">85"],
      ["Russia", "7"]
    ]);
  });
});
