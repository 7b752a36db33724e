import { readLedger } from "../ledger/read-ledger.ts";
import type { Column, Table } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import { csv, json } from "./data-text.ts";
import { figureFiles } from "./figure-files.ts";
import { makeNotebook } from "./notebook.ts";
import type { PublishedFile } from "./published-file.ts";
import { sharePictures } from "./share-pictures.ts";

/** The files at stable addresses: every table, the data package, what each figure gives away, and pictures to share. */
export function publishedFiles(root: string): PublishedFile[] {
  const notebook = makeNotebook(readLedger(root));
  const { tables } = notebook;
  return [...tableFiles(tables), dataPackage(tables), ...figureFiles(root, notebook), ...sharePictures(root, notebook)];
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

/** A row with its lists joined, as CSV holds it. */
const flat = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join("; ") : value])
  );
