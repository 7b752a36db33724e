import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { largeTable } from "../../../src/notebook/browser/large-table.ts";
import { siteListener } from "../../../src/notebook/build/serve-site.ts";
import { explore } from "../../../src/notebook/explore/explore.ts";
import { type Row, tableOf } from "../../../src/notebook/explore/fields.ts";
import { readQuery } from "../../../src/notebook/explore/spec.ts";
import { bytes, rows } from "./large-figures.ts";

// A table of fifty thousand figures, published as any other, and what a reader's charts of it ask of the project's own server.

const site = mkdtempSync(join(tmpdir(), "large-table-"));
const sockets = new Set<Socket>();
let requests = 0;
/** All that the server has sent so far, answers' heads included. */
const sent = (): number => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
const listener = siteListener(site);
const server = createServer((request, response) => {
  requests++;
  listener(request, response);
}).on("connection", (socket) => sockets.add(socket));
let folder: URL;

beforeAll(async () => {
  mkdirSync(join(site, "data"));
  for (const path of ["data/figures.parquet", "data/figures.summary.json"])
    writeFileSync(join(site, path), bytes(path));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  folder = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`);
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(site, { recursive: true });
});

const whole = tableOf("figures", rows as readonly object[] as readonly Row[], {});

test("its form knows its fields and their values before any row is there", async () => {
  const part = await largeTable("figures", folder, {});
  expect(part.rows).toEqual([]);
  expect(part.fields).toEqual(whole.fields);
  for (const field of whole.fields) {
    if (field.type === "category") expect(part.counts(field)).toEqual(whole.counts(field));
    if (field.type === "year") {
      const years = whole
        .counts(field)
        .flatMap(({ value }) => value || [])
        .sort();
      expect(part.counts(field).map(({ value }) => value)).toEqual(
        [years[0], years.at(-1)].slice(0, new Set(years).size)
      );
    }
  }
});

describe.each([
  [
    "of a few places over the years",
    "is.metric=metric-1&is.subject=place-7&is.subject=place-42&across=period&up=amount&colour=subject&mark=lines",
    0.35
  ],
  [
    "between two years",
    "is.metric=metric-2&is.subject=place-9&from.period=1990&to.period=1999&across=period&up=amount&mark=dots",
    0.3
  ],
  ["of what has no form", "is.metric=metric-0&is.subject=place-3&is.form=&across=amount&up=source&mark=dots", 0.3],
  ["of what holds today, as rows", "is.metric=metric-3&is.subject=place-11&is.current=true&mark=table", 0.3]
])("a chart %s", (_, query, most) => {
  test("is the same as of all rows, by a part of the file", async () => {
    const [bytesBefore, requestsBefore] = [sent(), requests];
    const table = await largeTable("figures", folder, {});
    const { spec, problems } = readQuery(new URLSearchParams(`table=figures&${query}`), table);
    expect(problems).toEqual([]);
    const part = await table.forChart?.(spec);
    expect((sent() - bytesBefore) / bytes("data/figures.parquet").byteLength).toBeLessThan(most);
    expect(requests - requestsBefore).toBeLessThan(25);
    if (!part) throw new Error("a large table comes in part");
    const [made, of] = [explore(part, spec), explore(whole, spec)].map(({ rows, placed, recipe, notes, ...said }) => ({
      ...said,
      // Of years that a line leaves out, a table that is here in part does not say what it holds instead.
      source: said.source.replace(" Of other years that a line leaves out the table has no such number.", ""),
      ids: rows.map(({ id }) => id).sort(),
      placed: placed.length
    }));
    expect(made?.ids.length).toBeGreaterThan(10);
    expect({ ...made, view: { ...made?.view, body: made?.view.body.toSorted() } }).toEqual({
      ...of,
      view: { ...of?.view, body: of?.view.body.toSorted() }
    });
  });
});

test("rows for a download come with every column", async () => {
  const table = await largeTable("figures", folder, {});
  const { spec } = readQuery(new URLSearchParams("table=figures&is.metric=metric-1&is.subject=place-7"), table);
  const part = await table.forChart?.(spec, "all");
  const found = part?.rows.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  const wanted = rows.filter(({ metric, subject }) => metric === "metric-1" && subject === "place-7");
  expect(found).toEqual(wanted.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
});

test("of more rows than a chart can hold it says that some are not here", async () => {
  const table = await largeTable("figures", folder, {});
  const { spec } = readQuery(new URLSearchParams("table=figures&across=amount&up=metric"), table);
  const part = await table.forChart?.(spec);
  expect(part?.rows).toHaveLength(50_000);
  expect(part?.lacks).toEqual([expect.stringContaining("first 50,000 rows")]);
});

test("DuckDB finds the same rows in the file, in the order of its parts", async () => {
  const database = await DuckDBInstance.create(":memory:");
  const duckdb = await database.connect();
  const file = join(site, "data/figures.parquet");
  const answer = await duckdb.runAndReadAll(
    `select count(*)::int as found from '${file}' where metric = 'metric-1' and subject = 'place-7' and period >= '1990'`
  );
  const wanted = rows.filter(
    ({ metric, subject, period }) => metric === "metric-1" && subject === "place-7" && (period ?? "") >= "1990"
  );
  expect(answer.getRowObjects()).toEqual([{ found: wanted.length }]);
  const parts = await duckdb.runAndReadAll(
    `select count(*)::int as parts, count(*) filter ('metric-1' between stats_min_value and stats_max_value)::int as asked
    from parquet_metadata('${file}') where path_in_schema = 'metric'`
  );
  expect(parts.getRowObjects()).toEqual([{ parts: 19, asked: 6 }]);
  duckdb.closeSync();
});
