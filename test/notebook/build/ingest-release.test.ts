import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ingestRelease } from "../../../src/notebook/build/ingest-release.ts";
import { readLedger } from "../../../src/notebook/ledger/read-ledger.ts";
import { seriesOf } from "../../../src/notebook/ledger/release/mapping.ts";
import { readTable } from "../../../src/notebook/ledger/release/read-table.ts";
import { realLedger } from "../../real-ledger.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const rows = [
  ["Area", "Season", "Item", "Amount", "Flag"],
  ["Upper Ombrel", "2023", "harvest", "280", ""],
  ["Upper Ombrel", "2024", "harvest", "271", "revised"],
  ["Upper Ombrel", "2025", "harvest", "1,290", "estimate"],
  ["Lower Ombrel", "2025", "harvest", "", "missing"],
  ["Elsewhere", "2025", "harvest", "9", ""],
  ["Upper Ombrel", "2025", "rainfall", "900", ""]
];
const mapping = `columns: { place: Area, year: Season, value: Amount, mark: Flag }
places: { Upper Ombrel: upper-ombrel, Lower Ombrel: lower-ombrel, Elsewhere: null }
marks: { revised: r, estimate: e, missing: NA }
series:
  - { id: harvest, where: { Item: harvest }, table: Table 1, metric: harvest, material: coffee, basis: milled, form: green, unit: thousand bags, status: statistic, speaker: crop-bureau, says: What the mills took in. }
`;
const csv = (lines: readonly string[][] = rows): string =>
  lines.map((cells) => cells.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(",")).join("\n");

const edition = {
  id: "crop-survey-2025",
  after: "crop-survey-2024",
  edition: "Crop Survey 2025",
  date: "2026-02",
  url: undefined,
  sheet: undefined
};
let root = "";
const ledgerFile = (name: string): string => join(root, "data/ledger", name);

beforeEach(() => {
  root = temporaryFolder();
  cpSync("test/subjects/coffee/data/ledger", join(root, "data/ledger"), { recursive: true });
});

function withFile(text: string | Uint8Array, name = "survey.csv"): string {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
}

async function faultsOf(text: string | Uint8Array, name?: string, given = mapping): Promise<string> {
  const file = withFile(text, name);
  writeMapping(given);
  return await ingestRelease(root, file, edition).then(
    (lines) => lines.join("\n"),
    (error: Error) => error.message.replaceAll(`${root}/`, "")
  );
}

function writeMapping(text = mapping): void {
  mkdirSync(ledgerFile("columns"), { recursive: true });
  writeFileSync(ledgerFile("columns/crop-survey.yaml"), text);
}

test("the first time, columns, places and marks are guessed, and nothing is written before a person has looked", async () => {
  const file = withFile(csv());
  const [told] = await ingestRelease(root, file, edition);
  expect(told).toContain("data/ledger/columns/crop-survey.yaml");
  const guessed = parse(readFileSync(ledgerFile("columns/crop-survey.yaml"), "utf8"));
  expect(guessed).toMatchObject({
    review: expect.any(Array),
    columns: { place: "Area", year: "Season", value: "Amount", mark: "Flag" },
    places: { "Upper Ombrel": "upper-ombrel", "Lower Ombrel": "lower-ombrel", Elsewhere: null },
    marks: { revised: "r" },
    series: [{ id: "harvest", where: { Item: "harvest" } }, { id: "rainfall" }]
  });
  await expect(ingestRelease(root, file, edition)).rejects.toThrow("still has a guess");
  expect(existsSync(ledgerFile("crop-survey-2025.yaml"))).toBe(false);
});

test("then a new edition is one command, and what changed is listed", async () => {
  writeMapping();
  const told = await ingestRelease(root, withFile(csv()), edition);
  expect(told[0]).toBe("data/ledger/crop-survey-2025.yaml: 2 cells added, 1 revised, 10 gone");
  expect(told.map((line) => line.trim().split(/\s{2,}/))).toEqual(
    expect.arrayContaining([
      ["harvest", "upper-ombrel", "2021", "gone", "251"],
      ["harvest", "upper-ombrel", "2024", "revised", "268 e", "271 r"],
      ["harvest", "upper-ombrel", "2025", "added", "1290 e"],
      ["harvest", "lower-ombrel", "2025", "added", "NA"]
    ])
  );
  const written = readLedger(root).sources.find(({ id }) => id === "crop-survey-2025");
  expect(written).toMatchObject({
    supersedes: "crop-survey-2024",
    edition: "Crop Survey 2025",
    edition_of: "crop-survey",
    title: "Crop Survey 2025 (an invented release of an invented bureau)",
    url: null
  });
  expect(told.at(-1)).toMatch(/^data\/ledger\/crop-survey-2025\.yaml has no address/);
  expect(written?.figures.find(({ id }) => id === "crop-survey-2025.harvest.upper-ombrel.2025")).toMatchObject({
    value: 1290
  });
});

test("a cell that is five times that of the year before, or a fifth, is told beside it", async () => {
  writeMapping();
  const told = await ingestRelease(root, withFile(csv().replace("271", "27100")), edition);
  expect(told.map((line) => line.trim().split(/\s{2,}/)).filter((cells) => cells.at(-1)?.endsWith("?"))).toEqual([
    [
      "harvest",
      "upper-ombrel",
      "2024",
      "revised",
      "268 e",
      "27100 r",
      expect.stringMatching(/^\d+.* in 2023: is the unit the same\?$/)
    ],
    ["harvest", "upper-ombrel", "2025", "added", "1290 e", "27100 r in 2024: is the unit the same?"]
  ]);
});

test("comparators, decimal commas and what stands in place of a number are read as what they are", async () => {
  writeMapping(mapping.replace("missing: NA }", 'missing: NA, "—": "" }'));
  const text = csv([
    ["Area", "Season", "Item", "Amount", "Flag"],
    ["Upper Ombrel", "2022", "harvest", ">250", ""],
    ["Upper Ombrel", "2023", "harvest", "~280", "estimate"],
    ["Upper Ombrel", "2024", "harvest", "≤ 300", ""],
    ["Upper Ombrel", "2025", "harvest", "W", ""],
    ["Lower Ombrel", "2024", "harvest", "—", ""],
    ["Lower Ombrel", "2025", "harvest", "NA", ""]
  ]);
  await ingestRelease(root, withFile(text), edition);
  const { series } = readLedger(root).sources.find(({ id }) => id === "crop-survey-2025") ?? {};
  expect(series?.[0]?.values).toEqual({
    "upper-ombrel": { 2022: ">250", 2023: "~280 e", 2024: "<=300", 2025: "W" },
    "lower-ombrel": { 2025: "NA" }
  });
  await ingestRelease(root, withFile(text.replaceAll(",", ";").replace("≤ 300", "300,25")), edition);
  expect(
    readLedger(root).sources.find(({ id }) => id === "crop-survey-2025")?.series[0]?.values["upper-ombrel"]
  ).toMatchObject({
    2024: 300.25
  });
});

test("the first guess takes the release’s own tables, by their cells or their names", async () => {
  const file = withFile(
    csv([
      ["Area", "Season", "Item", "Amount", "Flag"],
      ["Upper Ombrel", "2023", "what mills took in", "280", "est."],
      ["Upper Ombrel", "2022", "what mills took in", "262", ""],
      ["Ombrel", "2025", "auction price", "W", ""]
    ])
  );
  await ingestRelease(root, file, edition);
  expect(parse(readFileSync(ledgerFile("columns/crop-survey.yaml"), "utf8"))).toMatchObject({
    marks: { "est.": "e", W: "W" },
    series: [
      { id: "harvest", where: { Item: "what mills took in" }, basis: "milled", form: "green", unit: "thousand bags" },
      { id: "price", where: { Item: "auction price" }, basis: "auctioned", unit: "EUR/kg" }
    ]
  });
});

test("the same file again changes nothing, and a corrected one only its cells", async () => {
  writeMapping();
  await ingestRelease(root, withFile(csv()), edition);
  const before = readFileSync(ledgerFile("crop-survey-2025.yaml"), "utf8");
  expect(await ingestRelease(root, withFile(csv()), edition)).toEqual([
    expect.stringContaining("0 cells added, 0 revised, 0 gone")
  ]);
  expect(readFileSync(ledgerFile("crop-survey-2025.yaml"), "utf8")).toBe(before);
  await ingestRelease(root, withFile(csv().replace("280", "281")), edition);
  expect(readFileSync(ledgerFile("crop-survey-2025.yaml"), "utf8")).toBe(before.replace("280", "281"));
});

test("a workbook is read like the same table as text", async () => {
  const workbook = new ExcelJS.Workbook();
  workbook
    .addWorksheet("Data")
    .addRows(rows.map((cells, i) => cells.map((cell) => (i > 0 && /^\d+$/.test(cell) ? Number(cell) : cell))));
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  expect(await readTable("survey.xlsx", bytes)).toEqual(await readTable("survey.csv", new TextEncoder().encode(csv())));
});

describe("a fault says file, row, column and remedy", () => {
  test.each([
    [
      "no number",
      csv().replace("271", "many"),
      'survey.csv:3:4 row 3, column "Amount": "many" is no number; correct the file, or give "many" under marks'
    ],
    ["no year", csv().replace("2024", "last"), 'survey.csv:3:2 row 3, column "Season": "last" is no year'],
    [
      "a place that is new",
      csv().replace("Lower", "Outer"),
      'survey.csv:5:1 row 5, column "Area": the mapping knows no place "Outer Ombrel"; give it under places'
    ],
    [
      "a mark that is new",
      csv().replace("revised", "odd"),
      'survey.csv:3:5 row 3, column "Flag": the mapping knows no mark "odd"'
    ],
    [
      "a column that is gone",
      csv().replace("Amount", "Amounts"),
      'survey.csv:1:1 has no column "Amount"; name in the mapping the one that took its place: "Amounts"?'
    ],
    [
      "a row that is too long",
      csv().replace("280,", "280,x,y,"),
      "survey.csv:2:6 row 2 has 7 cells, where the head has 5"
    ],
    ["a year that comes twice", csv().replace("2023", "2024"), 'has 2024 twice in "harvest"'],
    ["an empty file", "", "survey.csv:1:1 holds no table"]
  ])("%s", async (_, text, message) => {
    expect(await faultsOf(text)).toContain(message);
  });

  test("a damaged workbook", async () => {
    expect(await faultsOf("no workbook at all", "survey.xlsx")).toContain(
      "survey.xlsx:1:1 cannot be opened as a workbook; open it"
    );
  });

  test("a mapping that is none", async () => {
    expect(await faultsOf(csv(), "survey.csv", "columns: {}\n")).toContain(
      'data/ledger/columns/crop-survey.yaml:1:1 "columns.place" is missing; '
    );
  });
});

/** The real file of a release, where it is at hand, against what was written down of it by hand. */
const customs = "../shared/reference/usitc-us-imports-hts2846.csv";
test.skipIf(!existsSync(customs))(`the customs table in ${customs} gives the series of the ledger`, async () => {
  const table = await readTable(customs, readFileSync(customs));
  const recorded = realLedger()
    .sources.find(({ id }) => id === "usitc-hts-2846")
    ?.series.find(({ id }) => id.endsWith(".value"));
  const marks = Object.fromEntries(
    [...new Set(table.rows.map(({ cells }) => cells.flag ?? ""))].map((flag) => [
      flag,
      /part|ytd|year.to/i.test(flag) ? "part" : ""
    ])
  );
  const found = seriesOf(customs, table, {
    columns: { place: "partner", year: "year", value: "value", mark: "flag" },
    places: Object.fromEntries(
      table.rows.map(({ cells }) => [
        cells.partner ?? "",
        ({ Russia: "russia", China: "china" } as Record<string, string>)[cells.partner ?? ""] ?? null
      ])
    ),
    marks,
    series: [
      {
        id: "value",
        where: { measure: "customs_value" },
        table: "",
        metric: "",
        unit: "",
        status: "",
        speaker: "",
        says: ""
      }
    ]
  }).get("value");
  for (const place of ["russia", "china"])
    expect(Object.entries(found?.[place] ?? {}).map(([year, cell]) => [year, String(cell).split(" ")[0]])).toEqual(
      Object.entries(recorded?.values[place] ?? {}).map(([year, cell]) => [year, String(cell).split(" ")[0]])
    );
});
