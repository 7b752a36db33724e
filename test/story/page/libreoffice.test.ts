import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import { publishedFiles } from "../../../src/notebook/page/publish.ts";
import { bytesOf } from "../../../src/notebook/page/published-file.ts";
import { workbook } from "../../../src/notebook/page/workbook.ts";
import { cellText } from "../../../src/notebook/tables/csv.ts";
import type { Table } from "../../../src/notebook/tables/table.ts";
import { parseCsv } from "../../notebook/page/parse-csv.ts";
import { realNotebook } from "../../real-ledger.ts";

// What LibreOffice reads in the published workbooks and tables, as it writes it again: text in quotes, numbers without.

const office = "soffice";
const isMissing = spawnSync(office, ["--version"]).status !== 0;
if (isMissing) console.warn("skipped: LibreOffice is not installed, so no workbook and no CSV file is opened in it");

const tables = Object.values(realNotebook().tables) as unknown as Table<Record<string, unknown>>[];
const files = publishedFiles(".", realNotebook(), pictureTokens());
const figures = files.filter(({ path }) => /^figures\/.*\.xlsx$/.test(path)).map(({ path }) => basename(path, ".xlsx"));
const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));

/** Cells that a spreadsheet would calculate, take for a date or a number, or shorten. */
const tricky = [
  "=1+1",
  '=HYPERLINK("https://example.org/")',
  "@SUM(1)",
  "+1",
  "-2+3",
  "007",
  "2026-03",
  "1/2",
  "1e5",
  " a",
  "“ё”\n≈ £"
];

const [, formula = ""] =
  /^Spreadsheets open the workbook.*\n\n```text\n=([\s\S]*?)```/m.exec(readFileSync("src/data.md", "utf8")) ?? [];

beforeAll(async () => {
  if (isMissing) return;
  const books = join(folder, "books");
  mkdirSync(books);
  for (const file of files)
    if (file.path.endsWith(".xlsx")) writeFileSync(join(books, basename(file.path)), bytesOf(file));
  writeFileSync(
    join(books, "tricky.xlsx"),
    workbook([{ name: "cells", head: ["text"], rows: tricky.map((text) => [text]) }])
  );
  const asked = new exceljs.Workbook();
  await asked.xlsx.readFile(join(books, "tables.xlsx"));
  asked.addWorksheet("new").getCell("A1").value = { formula, date1904: false };
  await asked.xlsx.writeFile(join(books, "asked.xlsx"));
  const everySheet = "-1";
  convert(
    [...figures, "tables", "tricky", "asked"].map((name) => join(books, `${name}.xlsx`)),
    everySheet
  );

  const texts = join(folder, "texts");
  mkdirSync(texts);
  const published = files
    .filter(({ path }) => /^data\/\w+\.csv$/.test(path))
    .map((file) => {
      const to = join(texts, basename(file.path));
      writeFileSync(to, bytesOf(file));
      return to;
    });
  // As the page of data says: a comma between cells, Unicode (76).
  convert(published, "0", "--infilter=CSV:44,34,76,1");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes files as CSV, all in one process: as Unicode, with every text in quotes. */
function convert(paths: readonly string[], sheets: string, ...options: string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  const as = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,${sheets}`;
  const to = ["--convert-to", as, "--outdir", join(folder, "read")];
  execFileSync(office, [profile, "--headless", ...options, ...to, ...paths], { stdio: "pipe" });
}

const read = (name: string): string => readFileSync(join(folder, "read", `${name}.csv`), "utf8");

/** A value as LibreOffice writes it. */
function written(value: unknown): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return typeof value === "boolean" ? String(value).toUpperCase() : `"${String(value).replaceAll('"', '""')}"`;
}

/** Lines with their numbers to nine digits: LibreOffice shows twelve at most. */
const lines = (text: string): string[] =>
  text
    .replace(/(?<=^|,)-?\d+(?:\.\d+)?(?:E[+-]\d+)?(?=,|$)/gm, (number) => String(Number(Number(number).toPrecision(9))))
    .split("\n");

/** Cells of a CSV file, of which no program can know whether "20,602" and "60 %" are words; it shows true in its own way. */
const cells = (text: string): string[][] =>
  parseCsv(text).map((row) =>
    row.map((cell) =>
      lines(
        cell
          .replace(/^-?[\d,.]+(?: ?%)?$/, (number) => number.replace(/[, ]/g, ""))
          .replace(/^(?:true|false)$/i, (word) => word.toLowerCase())
      ).join("\n")
    )
  );

const contentOf = (path: string): string =>
  files
    .filter((file) => file.path === path)
    .map((file) => bytesOf(file).toString())
    .join();

describe.skipIf(isMissing)("LibreOffice", () => {
  test.each(tables.map((table) => [table.name, table] as const))(
    "reads the sheet of %s: its rows, numbers as numbers",
    (name, { columns, rows }) => {
      const row = (values: readonly unknown[]): string => values.map(written).join(",");
      const held = rows.map((one) =>
        columns.map(({ name }) => (Array.isArray(one[name]) ? cellText(one[name]) || null : one[name]))
      );
      const expected = [columns.map(({ name }) => name), ...held].map(row).join("\n");
      expect(lines(read(`tables-${name}`))).toEqual(lines(`${expected}\n`));
    }
  );

  test.each(tables.map(({ name }) => name))(
    "reads the CSV of %s, imported as the page of data says: every letter",
    (name) => {
      expect(cells(read(name))).toEqual(cells(contentOf(`data/${name}.csv`)));
    }
  );

  test.each(figures)("reads the rows of %s as they are in its CSV", (name) => {
    const [head = [], ...rows] = cells(contentOf(`figures/${name}.csv`));
    expect(rows.length).toBeGreaterThan(0);
    expect(cells(read(`${name}-rows`))).toEqual([head, ...rows]);
  });

  test("calculates nothing that it reads, and takes no text for a date or a number", () => {
    expect(parseCsv(read("tricky-cells"))).toEqual([["text"], ...tricky.map((text) => [text])]);
  });

  test("finds with the formula of the page of data what it names", () => {
    const [, id] = /MATCH\("([^"]+)"/.exec(formula) ?? [];
    const row = realNotebook().tables.figures.rows.find((figure) => figure.id === id);
    expect(read("asked-new")).toBe(`${row?.value}\n`);
  });
});
