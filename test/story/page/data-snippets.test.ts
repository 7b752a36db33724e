import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import exceljs from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import { publishedFiles } from "../../../src/notebook/page/publish.ts";
import { bytesOf } from "../../../src/notebook/page/published-file.ts";
import { realNotebook } from "../../real-ledger.ts";

// What the page of data tells its readers to run is run, beside the files as they are published.

const page = readFileSync("src/data.md", "utf8");
const load = page.slice(page.indexOf("## Load it"), page.indexOf("## Read them"));
const files = publishedFiles(".", realNotebook(), pictureTokens()).filter(({ path }) =>
  /^data\/(?:figures\.\w+|tables\.xlsx)$/.test(path)
);
const folder = mkdtempSync(join(tmpdir(), "data-"));

beforeAll(() => {
  for (const file of files) writeFileSync(join(folder, basename(file.path)), bytesOf(file));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The snippet that stands under a line of the page that begins so. */
function snippet(words: string): string {
  const [, code] = new RegExp(`^${words}.*\n\n\`\`\`text\n([\\s\\S]*?)\`\`\``, "m").exec(load) ?? [];
  if (code === undefined) throw new Error(`the page has no snippet under "${words}"`);
  return code;
}

/** Russia’s reserves, as the table has them. */
const reserves = realNotebook().tables.figures.rows.filter(
  ({ metric, subject }) => metric === "reserves" && subject === "russia"
);

test("JavaScript prints Russia’s reserves", () => {
  writeFileSync(join(folder, "load.mjs"), snippet("JavaScript"));
  const printed = execFileSync(process.execPath, ["load.mjs"], { cwd: folder, encoding: "utf8" });
  for (const row of reserves) expect(printed).toContain(row.printed);
  expect(printed).not.toContain("undefined");
});

test("DuckDB selects Russia’s reserves", async () => {
  const database = await DuckDBInstance.create(":memory:", { file_search_path: folder });
  const duckdb = await database.connect();
  const answer = await duckdb.runAndReadAll(snippet("DuckDB"));
  expect(answer.getRowObjectsJS()).toEqual(
    reserves.map(({ speaker_name, printed, value }) => ({ speaker_name, printed, value }))
  );
  duckdb.closeSync();
  database.closeSync();
});

const has = (program: string, script: string): boolean => spawnSync(program, ["-c", script]).status === 0;

test("Python prints Russia’s reserves", ({ skip }) => {
  if (!has("python3", "import pandas")) skip("Python with pandas is not installed here");
  writeFileSync(join(folder, "load.py"), snippet("Python"));
  const wide = "import pandas; pandas.options.display.width = 1000; pandas.options.display.max_columns = None";
  const run = `${wide}\nexec(open("load.py").read())`;
  const printed = execFileSync("python3", ["-c", run], { cwd: folder, encoding: "utf8" });
  for (const row of reserves) expect(printed).toContain(row.printed);
});

test("R prints Russia’s reserves", ({ skip }) => {
  if (spawnSync("Rscript", ["--version"]).status !== 0) skip("R is not installed here");
  writeFileSync(join(folder, "load.R"), snippet("R:"));
  const printed = execFileSync("Rscript", ["load.R"], { cwd: folder, encoding: "utf8" });
  for (const row of reserves) expect(printed).toContain(row.printed);
});

test("the spreadsheet’s formula finds what it names: no program here calculates it, so its parts are looked up", async () => {
  const formula = snippet("Spreadsheets open the workbook[\\s\\S]*?Sheets:");
  const [, id, column] =
    /^=INDEX\(figures!A:BZ,\s+MATCH\("([^"]+)", figures!A:A, 0\),\s+MATCH\("([^"]+)", figures!1:1, 0\)\)\n$/.exec(
      formula
    ) ?? [];
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(join(folder, "tables.xlsx"));
  const sheet = book.getWorksheet("figures");
  const ids = sheet?.getColumn(1).values ?? [];
  const head = sheet?.getRow(1).values;
  const at = Array.isArray(head) ? head.indexOf(column ?? "") : -1;
  expect(at).toBeGreaterThan(0);
  expect(sheet?.getRow(ids.indexOf(id ?? "")).getCell(at).value).toBe(reserves.find((row) => row.id === id)?.value);
});

test("every file and column that the snippets name is published", () => {
  const named = [...load.matchAll(/['"`](\w+\.(?:csv|json|parquet|xlsx))['"`]/g)].map(([, name = ""]) => name);
  expect(new Set(named)).toEqual(new Set(["figures.csv", "figures.json", "figures.parquet", "tables.xlsx"]));
  const paths = files.map(({ path }) => path);
  for (const name of named) expect(paths).toContain(`data/${name}`);
  const [head = ""] = (files.find(({ path }) => path === "data/figures.csv")?.content ?? "").split("\n");
  expect(head.split(",")).toEqual(expect.arrayContaining(["metric", "subject", "speaker_name", "printed", "value"]));
});
