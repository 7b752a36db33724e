import { from } from "arquero";
import { charts } from "../charts/charts.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import type { Column, Table } from "../tables/table.ts";
import { compileTables, type Tables } from "../tables/tables.ts";

export interface PublishedFile {
  /** Address from the site's root. */
  path: string;
  content: string;
}

/** The files at stable addresses: every table and every figure's rows as JSON and CSV, and the data package. */
export function publishedFiles(root: string): PublishedFile[] {
  const tables = compileTables(readLedger(root));
  return [...tableFiles(tables), dataPackage(tables), ...figureFiles(tables)];
}

function tableFiles(tables: Tables): PublishedFile[] {
  return Object.values(tables).flatMap(({ name, columns, rows }: Table<object>) => [
    { path: `data/${name}.json`, content: json(rows) },
    {
      path: `data/${name}.csv`,
      content: csv(
        rows.map((row) => flat(row)),
        columns.map((column) => column.name)
      )
    }
  ]);
}

function figureFiles(tables: Tables): PublishedFile[] {
  return charts.flatMap((chart) => {
    const rows = chart.select(tables);
    const words = chart.words(rows);
    const cells = rows.map((row) => ({
      ...Object.fromEntries(chart.columns.map((column) => [column.label, column.text(row)])),
      records: row.evidence.join("; ")
    }));
    return [
      { path: `figures/${chart.name}.json`, content: json({ ...words, rows }) },
      {
        path: `figures/${chart.name}.csv`,
        content: csv(cells, [...chart.columns.map(({ label }) => label), "records"])
      }
    ];
  });
}

/** Describes the tables for machines; see https://datapackage.org/standard/data-package/. */
function dataPackage(tables: Tables): PublishedFile {
  const resources = Object.values(tables).map(({ name, title, description, columns }: Table<object>) => ({
    name,
    title,
    description,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: fieldType[column.type],
        description: column.description
      })),
      primaryKey: ["id"],
      missingValues: [""]
    }
  }));
  const content = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "claims-and-reality",
    title: "Claims and reality: Russia’s rare earths",
    description: "What five publications print about Russia’s rare earths: figures, positions, and who said them.",
    resources
  };
  return { path: "data/datapackage.json", content: json(content) };
}

/** Lists are one cell in CSV, so their type there is a string. */
const fieldType: Readonly<Record<Column["type"], string>> = {
  string: "string",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  list: "string"
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** A row with its lists joined, as CSV holds it. */
const flat = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join("; ") : value])
  );

const csv = (rows: readonly object[], columns: string[]): string =>
  `${from([...rows], columns)
    .toCSV({ columns })
    .trimEnd()}\n`;
