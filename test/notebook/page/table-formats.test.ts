import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import exceljs from "exceljs";
import { Validator } from "ro-crate/dist/lib/validator.js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { pictureTokens } from "../../../src/notebook/build/pictures.ts";
import { comparators } from "../../../src/notebook/ledger/schema.ts";
import { publishedFiles } from "../../../src/notebook/page/publish.ts";
import { bytesOf, type PublishedFile } from "../../../src/notebook/page/published-file.ts";
import type { Column, Table } from "../../../src/notebook/tables/table.ts";
import { realNotebook } from "../../real-ledger.ts";
import { parseCsv } from "./parse-csv.ts";

// What other programs make of the published tables: DuckDB of CSV, JSON and Parquet, ExcelJS of the workbooks, and the
// Data Package standard's own profile of their description.

type Row = Readonly<Record<string, unknown>>;

const tables = Object.values(realNotebook().tables) as unknown as Table<Record<string, unknown>>[];
const published = (): PublishedFile[] =>
  publishedFiles(".", realNotebook(), pictureTokens()).filter(({ path }) => /\.(?:csv|json|parquet|xlsx)$/.test(path));
const files = published();
const read = (path: string): Buffer => {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`${path} is not published`);
  return bytesOf(file);
};

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  rows: number;
  formats: Pick<Resource, "path" | "bytes" | "hash">[];
  schema: {
    fields: { name: string; type: string; constraints?: Record<string, unknown> }[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

const dataPackage: { resources: Resource[]; workbook: Resource; sources: object[] } = JSON.parse(
  read("data/datapackage.json").toString()
);

const folder = mkdtempSync(join(tmpdir(), "tables-"));
let database: DuckDBInstance;
let duckdb: DuckDBConnection;

beforeAll(async () => {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), bytesOf(file));
  }
  database = await DuckDBInstance.create(":memory:");
  duckdb = await database.connect();
});

afterAll(() => {
  duckdb.closeSync();
  database.closeSync();
  rmSync(folder, { recursive: true });
});

async function query(sql: string) {
  const answer = await duckdb.runAndReadAll(sql);
  const rows = answer
    .getRowObjectsJS()
    .map((row): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asNumbers(value)])));
  return { rows, names: answer.columnNames(), types: answer.columnTypes().map(String) };
}

/** DuckDB’s 64-bit integers as numbers. */
function asNumbers(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return Array.isArray(value) ? value.map(asNumbers) : value;
}

const fileOf = (name: string): string => `'${join(folder, name)}'`;

/** What DuckDB has to find a column to be. CSV and JSON know no number but by its looks: a whole one is an integer. */
const typesIn: Readonly<Record<"csv" | "json" | "parquet", (column: Column) => readonly string[]>> = {
  parquet: ({ type, items }) =>
    type === "list"
      ? [items === "integer" ? "INTEGER[]" : "VARCHAR[]"]
      : [{ string: "VARCHAR", number: "DOUBLE", integer: "INTEGER", boolean: "BOOLEAN" }[type]],
  json: ({ type, items }) =>
    type === "list"
      ? [items === "integer" ? "BIGINT[]" : "VARCHAR[]"]
      : { string: ["VARCHAR"], number: ["DOUBLE", "BIGINT"], integer: ["BIGINT"], boolean: ["BOOLEAN"] }[type],
  csv: (column) => (column.type === "list" ? ["VARCHAR"] : typesIn.json(column))
};

/** A row as a format holds it: CSV knows no lists. */
const asHeld = (row: Row, format: string): Row =>
  format !== "csv"
    ? row
    : Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join("; ") || null : value])
      );

const allTables = await workbook("data/tables.xlsx");

describe.each(tables.map((table) => [table.name, table] as const))("table %s", (name, { columns, rows }) => {
  test.each(["csv", "json", "parquet"] as const)(
    "is the same in DuckDB as %s: columns, types, rows",
    async (format) => {
      const found = await query(`FROM ${fileOf(`data/${name}.${format}`)}`);
      expect(found.names).toEqual(columns.map((column) => column.name));
      // In CSV a column of nothing but years is one of numbers.
      const years = columns.filter(
        ({ name, type }, place) =>
          format === "csv" &&
          type === "string" &&
          found.types[place] === "BIGINT" &&
          rows.every((row) => /^(?:\d{4}|null)$/.test(String(row[name])))
      );
      for (const [place, column] of columns.entries())
        if (!years.includes(column)) expect(typesIn[format](column), column.name).toContain(found.types[place]);
      const asYears = (row: Row): Row =>
        Object.fromEntries(years.map(({ name }) => [name, row[name] === null ? null : String(row[name])]));
      expect(found.rows.map((row) => ({ ...row, ...asYears(row) }))).toEqual(rows.map((row) => asHeld(row, format)));
    }
  );

  test("has a sheet of the workbook with the same rows, numbers as numbers, and nothing to calculate", () => {
    const sheet = allTables.getWorksheet(name);
    expect(sheetRows(sheet)).toEqual([
      columns.map((column) => column.name),
      ...rows.map((row) => columns.map(({ name }) => inSheet(row[name])))
    ]);
    expect(sheet?.getCell("A1").font?.bold).toBe(true);
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  });

  test("is what the data package says of it", async () => {
    const resource = dataPackage.resources.find((one) => one.name === name);
    expect(resource?.rows).toBe(rows.length);
    expect(resource?.formats.map(({ path }) => path)).toEqual([`${name}.json`, `${name}.parquet`]);
    for (const { path, bytes, hash } of resource ? [resource, ...resource.formats] : []) {
      const content = read(`data/${path}`);
      expect(bytes).toBe(content.byteLength);
      expect(hash).toBe(`sha256:${createHash("sha256").update(content).digest("hex")}`);
    }
    const parquet = fileOf(`data/${name}.parquet`);
    const wrong = async (column: string, condition: string) =>
      (await query(`SELECT "${column}" AS wrong FROM ${parquet} WHERE ${condition}`)).rows;
    for (const { name: column, constraints } of resource?.schema.fields ?? []) {
      const { required, unique, enum: words, pattern, minimum, maximum } = constraints ?? {};
      if (required) expect(await wrong(column, `"${column}" IS NULL`)).toEqual([]);
      if (unique)
        expect(await query(`SELECT "${column}" FROM ${parquet} GROUP BY 1 HAVING count(*) > 1`)).toMatchObject({
          rows: []
        });
      if (Array.isArray(words)) {
        const list = words.map((word) => `'${word}'`).join(", ");
        expect(await wrong(column, `"${column}" NOT IN (${list})`)).toEqual([]);
      }
      if (pattern) expect(await wrong(column, `NOT regexp_matches("${column}", '${pattern}')`)).toEqual([]);
      if (minimum !== undefined) expect(await wrong(column, `"${column}" < ${minimum}`)).toEqual([]);
      if (maximum !== undefined) expect(await wrong(column, `"${column}" > ${maximum}`)).toEqual([]);
    }
  });

  test("names no record that its tables do not have", async () => {
    const resource = dataPackage.resources.find((one) => one.name === name);
    const keys = (resource?.schema.foreignKeys ?? []).map(({ fields: [field], reference }) => [
      field,
      reference.resource
    ]);
    const named = columns.flatMap(({ name, type, refersTo }) => (refersTo ? [{ name, type, refersTo }] : []));
    expect(keys).toEqual(named.flatMap(({ name, type, refersTo }) => (type === "list" ? [] : [[name, refersTo]])));
    for (const { name: column, type, refersTo } of named) {
      const ids = type === "list" ? `unnest("${column}")` : `"${column}"`;
      const lost = await query(
        `SELECT * FROM (SELECT ${ids} AS id FROM ${fileOf(`data/${name}.parquet`)}) WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM ${fileOf(`data/${refersTo}.parquet`)})`
      );
      expect(lost.rows, column).toEqual([]);
    }
  });
});

/** A cell as a sheet holds it: lists joined, what is missing left out. */
const inSheet = (value: unknown): unknown =>
  Array.isArray(value) ? value.join("; ") || null : value === "" ? null : value;

async function workbook(path: string): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(read(path)).buffer);
  return book;
}

/** The values of a sheet; a formula would be an object. */
function sheetRows(sheet: exceljs.Worksheet | undefined): unknown[][] {
  const width = sheet?.columnCount ?? 0;
  const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, index) => sheet?.getRow(index + 1));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row?.getCell(column + 1).value ?? null));
}

test("the workbook opens with what it is, and describes each column of each sheet", () => {
  const { worksheets } = allTables;
  expect(worksheets.map(({ name }) => name)).toEqual(["about", ...tables.map(({ name }) => name)]);
  const [head, ...lines] = sheetRows(worksheets[0]);
  expect(head).toEqual(["sheet", "column", "type", "description"]);
  expect(lines.slice(0, 2)).toEqual([
    [null, "title", null, realNotebook().site.title],
    [null, "licence", null, "CC BY 4.0"]
  ]);
  expect(lines.filter(([, column, type]) => column !== null && type !== null)).toEqual(
    tables.flatMap(({ name, columns }) => columns.map((column) => [name, column.name, column.type, column.description]))
  );
});

test("the data package is valid by the standard’s own profile, and names every source", () => {
  const profile = JSON.parse(readFileSync("test/vendor/data-package-2.0/datapackage.json", "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  const isValid = ajv.compile(profile);
  isValid(dataPackage);
  expect(isValid.errors).toBeNull();
  expect(isValid({ ...dataPackage, resources: [{ ...dataPackage.resources[0], bytes: "many" }] })).toBe(false);
  expect(dataPackage.sources).toHaveLength(realNotebook().tables.sources.rows.length);
  expect(dataPackage.workbook).toMatchObject({ path: "tables.xlsx", bytes: read("data/tables.xlsx").byteLength });
});

test("the tables are an RO-Crate whose every file is there and whole, as its reader finds", () => {
  const described = JSON.parse(read("data/ro-crate-metadata.json").toString());
  const there = tables.flatMap(({ name }) => ["csv", "json", "parquet"].map((format) => `${name}.${format}`));
  const faultsOf = (crate: object): string[] => {
    const validator = new Validator(null);
    validator.parseJSON(crate);
    validator.rootDataEntity();
    validator.checkFiles(
      Object.fromEntries([...there, "tables.xlsx"].map((path) => [path, { exists: true, isDir: false }])),
      null
    );
    return validator.results.flatMap(({ status, message }) => (status === "success" ? [] : [message]));
  };
  expect(faultsOf(described)).toEqual([]);
  const graph: { "@id": string; sha256?: string; contentSize?: string; license?: object }[] = described["@graph"];
  const files = graph.filter(({ sha256 }) => sha256 !== undefined);
  expect(files).toHaveLength(there.length + 1);
  for (const file of files) {
    const content = read(`data/${file["@id"]}`);
    expect(file.sha256).toBe(createHash("sha256").update(content).digest("hex"));
    expect(file.contentSize).toBe(String(content.byteLength));
  }
  const named = [...JSON.stringify(graph).matchAll(/\{"@id":("[^"]*")\}/g)].map(([, id = ""]) => JSON.parse(id));
  const known = [...graph.map((entity) => entity["@id"]), "https://w3id.org/ro/crate/1.2"];
  expect(named.filter((id) => !known.includes(id))).toEqual([]);

  const without = graph.filter((entity) => entity["@id"] !== "figures.csv");
  expect(faultsOf({ ...described, "@graph": without })).not.toEqual([]);
  expect(faultsOf({ ...described, "@graph": graph.map(({ license, ...entity }) => entity) })).not.toEqual([]);
});

const csvPaths = files.flatMap(({ path }) => (path.endsWith(".csv") ? [path] : []));
const units = realNotebook().units.map(({ id }) => id);
const drawn = csvPaths.filter((path) => path.startsWith("figures/"));

describe.each(csvPaths)("%s", (path) => {
  const [head = [], ...lines] = parseCsv(read(path).toString());

  test("has no two columns that differ only in case, so DuckDB renames none", async () => {
    expect(new Set(head.map((name) => name.toLowerCase())).size).toBe(head.length);
    expect((await query(`FROM ${fileOf(path)}`)).names).toEqual(head);
  });

  test("has no cell that a spreadsheet would run", () => {
    expect(
      [...head, ...lines.flat()].filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^=$|^-[\d.]+$/.test(cell))
    ).toEqual([]);
  });
});

describe.each(drawn)("%s", (path) => {
  test("is the same as Parquet, with amounts as numbers and codes and dates by ISO 8601", async () => {
    const text = read(path).toString();
    const [head = [], ...lines] = parseCsv(text);
    const { names, types, rows } = await query(`FROM ${fileOf(path.replace(/csv$/, "parquet"))}`);
    expect(names).toEqual(head);
    expect(rows.map((row) => names.map((name) => String(row[name] ?? "")))).toEqual(lines);
    for (const [place, name] of names.entries()) {
      const given = rows.flatMap((row) => (row[name] === null ? [] : String(row[name])));
      if (/(?:^|_)(?:low|value|high|number)$/.test(name)) expect(types[place], name).toBe("DOUBLE");
      if (/(?:^|_)unit$/.test(name)) expect(units).toEqual(expect.arrayContaining(given));
      if (/(?:^|_)comparator$/.test(name)) expect(comparators).toEqual(expect.arrayContaining(given));
      if (/_iso$/.test(name))
        for (const date of given) expect(date).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4})?$/);
    }
    expect(text).not.toMatch(/[\u00a0\u202f\u2060]/);
  });

  test("has its rows and their sources as sheets", async () => {
    const { worksheets } = await workbook(path.replace(/csv$/, "xlsx"));
    const [head, ...lines] = parseCsv(read(path).toString());
    expect(worksheets.map(({ name }) => name)).toEqual(["rows", "sources"]);
    const [rows = [], sources = []] = worksheets.map(sheetRows);
    expect(rows.map((row) => row.map((cell) => String(cell ?? "")))).toEqual([head, ...lines]);
    expect(sources.length).toBeGreaterThan(1);
  });
});

test("a figure’s amounts are those of its rows, and what says an amount in words has it in numbers", () => {
  for (const { name, select, columns } of realNotebook().figures) {
    const rows = select(realNotebook().tables);
    const [head = [], ...lines] = parseCsv(read(`figures/${name}.csv`).toString());
    const withAmount = columns.filter(({ amount }) => amount);
    for (const { label, amount } of withAmount) {
      const prefix =
        withAmount.length > 1 ? `${label.split(",")[0]?.toLowerCase().replaceAll("’", "").replaceAll(" ", "_")}_` : "";
      const at = ["low", "value", "high", "comparator", "unit"].map((end) => head.indexOf(prefix + end));
      expect(at).not.toContain(-1);
      for (const [place, row] of rows.entries()) {
        const given = amount?.(row);
        const cells = [given?.low, given?.value, given?.high, given?.comparator, given?.unit].map((one) =>
          String(one ?? "")
        );
        expect(at.map((column) => lines[place]?.[column])).toEqual(cells);
      }
    }
    const without = columns.filter(({ amount, label }) => !amount && !/printed/.test(label));
    for (const { label, text } of without)
      for (const row of rows)
        expect(text(row), `${name}, ${label}`).not.toMatch(
          /^[<>≤≥~]?[\d.,]+[\u00a0 ](?:thousand|million|t\b|tonnes|years)/
        );
  }
});

test("files are the same to the byte, whenever they are made", () => {
  vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z") });
  try {
    const differing = published().filter((file) => !bytesOf(file).equals(read(file.path)));
    expect(differing.map(({ path }) => path)).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});
