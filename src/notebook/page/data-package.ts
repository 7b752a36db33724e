import { createHash } from "node:crypto";
import type { Column, Table } from "../tables/table.ts";
import { licenceAddress } from "./metadata.ts";
import type { Notebook } from "./notebook.ts";
import { bytesOf, type PublishedFile } from "./published-file.ts";

/** The files of a table, and of all tables together. */
export interface TableFiles {
  table: Table<object>;
  csv: PublishedFile;
  /** The same rows in other formats. */
  others: readonly PublishedFile[];
}

/** Describes the tables for machines; see https://datapackage.org/standard/data-package/. */
export function dataPackage(notebook: Notebook, files: readonly TableFiles[], workbook: PublishedFile) {
  const { site, tables } = notebook;
  const { authors = [], licence, homepage, updated, published } = site.options;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: packageName(site.name),
    title: site.title,
    description: site.description,
    ...(homepage === undefined ? {} : { homepage }),
    ...(updated === undefined ? {} : { version: updated }),
    ...(published === undefined ? {} : { created: `${published}T00:00:00Z` }),
    ...(licence === undefined ? {} : { licenses: [licenceOf(licence)] }),
    ...(authors.length === 0 ? {} : { contributors: authors.map((title) => ({ title, roles: ["author"] })) }),
    sources: tables.sources.rows.map(({ title, publisher_name, edition, published, url }) => ({
      title: `${publisher_name}, ${title}, ${edition ?? published}`,
      ...(url === null ? {} : { path: url })
    })),
    resources: files.map(({ table, csv, others }) => ({
      name: table.name,
      type: "table",
      title: table.title,
      description: table.description,
      ...fileFacts(csv),
      encoding: "utf-8",
      rows: table.rows.length,
      dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, header: true },
      schema: tableSchema(table),
      formats: others.map(fileFacts)
    })),
    workbook: fileFacts(workbook)
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  json: "application/json",
  parquet: "application/vnd.apache.parquet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
};

/** Where a file lies beside the package, what it is, and how to see that it came whole. */
function fileFacts(file: PublishedFile) {
  const content = bytesOf(file);
  const format = file.path.slice(file.path.lastIndexOf(".") + 1);
  return {
    path: file.path.replace("data/", ""),
    format,
    mediatype: mediaTypes[format],
    bytes: content.byteLength,
    hash: `sha256:${createHash("sha256").update(content).digest("hex")}`
  };
}

function tableSchema({ columns }: Table<object>) {
  // A column of a list names records too, which the standard has no keys for; its description says so.
  const foreign = columns.filter(({ type, refersTo }) => refersTo !== undefined && type !== "list");
  return {
    fields: columns.map(fieldOf),
    primaryKey: ["id"],
    ...(foreign.length === 0
      ? {}
      : {
          foreignKeys: foreign.map(({ name, refersTo }) => ({
            fields: [name],
            reference: { resource: refersTo, fields: ["id"] }
          }))
        }),
    missingValues: [""]
  };
}

function fieldOf({ name, type, items, description, required, constraints }: Column) {
  const holds = {
    // An empty list is an empty cell.
    ...(required && type !== "list" ? { required } : {}),
    ...(name === "id" ? { unique: true } : {}),
    ...constraints
  };
  return {
    name,
    // Of lists the standard’s profile knows nothing but JSON in a cell.
    ...(type === "list" ? { type: "string", separator: "; ", itemType: items } : { type }),
    description,
    ...(Object.keys(holds).length === 0 ? {} : { constraints: holds })
  };
}

/** A licence by its name, and its address where that follows from the name. */
function licenceOf(licence: string): { name: string; title: string; path?: string } {
  const path = licenceAddress(licence);
  return { name: licence.replaceAll(" ", "-"), title: licence, ...(path === licence ? {} : { path }) };
}

/** A name as the standard wants it: lower-case letters, digits, hyphens. */
const packageName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
