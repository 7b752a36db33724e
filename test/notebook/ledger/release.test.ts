import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { guessMapping } from "../../../src/notebook/ledger/release/guess-mapping.ts";
import { type Mapping, parseMapping, seriesOf } from "../../../src/notebook/ledger/release/mapping.ts";
import { type FileTable, readTable } from "../../../src/notebook/ledger/release/read-table.ts";
import { minimalLedger } from "./minimal-ledger.ts";

/** How a release's data file is read; what becomes of it in a ledger is in test/notebook/build/ingest-release.test.ts. */

const read = (text: string, name = "survey.csv"): Promise<FileTable> => readTable(name, new TextEncoder().encode(text));

async function workbook(...sheets: unknown[][][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [i, rows] of sheets.entries()) book.addWorksheet(`Sheet ${i + 1}`).addRows(rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const table = "Area,Year,Amount\nRussia,2024,12\nWorld,2024,90\n";

describe("a table is read", () => {
  test("alike with commas, semicolons and tabs, with a title above it and empty rows in it", async () => {
    const plain = await read(table);
    expect(plain.columns).toEqual(["Area", "Year", "Amount"]);
    expect(plain.rows.map(({ cells }) => Object.values(cells))).toEqual([
      ["Russia", "2024", "12"],
      ["World", "2024", "90"]
    ]);
    expect(await read(table.replaceAll(",", ";"))).toEqual(plain);
    expect(await read(table.replaceAll(",", "\t"))).toEqual(plain);
    expect(await read(table.replaceAll(",", "\t"), "survey.tsv")).toEqual(plain);
    const spaced = await read(`A survey\n${table.replace("World", ",,\nWorld")}`);
    expect(spaced.rows.map(({ row, cells }) => [row, cells.Area])).toEqual([
      [3, "Russia"],
      [5, "World"]
    ]);
  });

  test("with a row that ends early as one whose last cells are empty", async () => {
    expect((await read("Area,Year,Amount\nRussia,2024\n")).rows[0]?.cells.Amount).toBe("");
  });

  test("from a sheet of a workbook, with what formulas come to and rich text as it reads", async () => {
    const rich = { richText: [{ text: "Rus" }, { text: "sia" }] };
    const bytes = await workbook(
      [["Notes"]],
      [
        ["Area", "Amount"],
        [rich, { formula: "6*7", result: 42 }],
        ["World", null]
      ]
    );
    const { rows } = await readTable("survey.xlsx", bytes, "Sheet 2");
    expect(rows.map(({ cells }) => cells)).toEqual([
      { Area: "Russia", Amount: "42" },
      { Area: "World", Amount: "" }
    ]);
    await expect(readTable("survey.xlsx", bytes)).rejects.toThrow(
      'has 2 sheets; name one of them: --sheet "Sheet 1", "Sheet 2"'
    );
    await expect(readTable("survey.xlsx", bytes, "Sheet 3")).rejects.toThrow('has no sheet "Sheet 3"');
  });

  test.each([
    ["two columns of one name", "Area,Year,Area\nRussia,2024,1\n", 'survey.csv:1:3 has two columns "Area"'],
    ["no text", "Area\0,Year\n", "survey.csv:1:1 is no text; give a file in CSV, TSV or XLSX"]
  ])("unless it has %s", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

describe("a mapping is guessed", () => {
  const guess = async (text: string, { vocabulary, speakers, ...rest } = minimalLedger(), known?: "survey-2026") =>
    parse(
      guessMapping(
        await read(text),
        { vocabulary, speakers, ...rest },
        rest.sources.find(({ id }) => id === known)
      )
    );

  test("of a file with one series and no marks, by what the edition before has", async () => {
    expect(await guess(table, minimalLedger(), "survey-2026")).toMatchObject({
      columns: { place: "Area", year: "Year", value: "Amount" },
      places: { Russia: "russia", World: "world" },
      marks: {},
      series: [{ id: "reserves", table: "p. 3, world table", metric: "reserves", unit: "t", speaker: "survey" }]
    });
  });

  test("of a release that has no edition yet, by what the vocabulary has first, or nothing", async () => {
    const ledger = minimalLedger();
    const [series] = (await guess(table, ledger)).series;
    expect(series).toMatchObject({ metric: "reserves", unit: "t", speaker: "minister" });
    const bare = { ...ledger, speakers: [], vocabulary: { ...ledger.vocabulary, metrics: [], units: [] } };
    expect((await guess(table, bare)).series[0]).toMatchObject({ metric: "", unit: "", speaker: "" });
  });

  test("with a column that is empty taken for nothing", async () => {
    const { columns } = await guess("Area,Year,Comment,Amount\nRussia,2024,,12\nWorld,2024,,90\n");
    expect(Object.values(columns)).not.toContain("Comment");
  });
});

describe("the series of a mapping", () => {
  const mapping: Mapping = {
    columns: { place: "Area", year: "Year", value: "Amount" },
    places: { Russia: "russia", World: "world" },
    marks: { "–": "NA" },
    series: [
      {
        id: "output",
        where: {},
        table: "1",
        metric: "production",
        unit: "t",
        status: "statistic",
        speaker: "survey",
        says: "What comes out."
      }
    ]
  };

  test("leave out an empty cell, and take a sign that a mark stands for as that mark", async () => {
    const found = seriesOf("survey.csv", await read(`${table.replace("90", "–")}Russia,2025,\n`), mapping);
    expect(found.get("output")).toEqual({ russia: { 2024: 12 }, world: { 2024: "NA" } });
  });

  test("need the columns that the mapping names, or are told all that there are", async () => {
    const other = { ...mapping, columns: { ...mapping.columns, value: "Zzzzzzzzzz" } };
    const of = async () => seriesOf("survey.csv", await read(table), other);
    await expect(of()).rejects.toThrow(
      'has no column "Zzzzzzzzzz"; name in the mapping the one that took its place, of Area, Year, Amount'
    );
  });

  test("need a mapping that is YAML", () => {
    expect(() => parseMapping("columns.yaml", "columns: [\n")).toThrow(
      /^columns\.yaml:1:1 is no YAML: .+; mend it, or delete the file and let ingest guess again$/
    );
    expect(() =>
      parseMapping("columns.yaml", "columns: { place: 3, year: Y, value: V }\nplaces: []\nseries: one\n")
    ).toThrow(
      `columns.yaml:1:1 "columns.place" is 3; it must be text: put it in quotation marks
columns.yaml:1:1 "places" is []; it must be a mapping
columns.yaml:1:1 "series" is "one"; it must be a list: write [one]`
    );
  });
});
