import { type Row, tableOf } from "../explore/fields.ts";
import { summaryOf } from "../explore/summary.ts";
import { csv } from "../tables/csv.ts";
import type { Table } from "../tables/table.ts";
import { dataPackage } from "./data-package.ts";
import type { Notebook } from "./notebook.ts";
import { isLarge, parquet } from "./parquet.ts";
import { bytesOf, json, laterBytes, laterFile, type PublishedFile } from "./published-file.ts";
import { crateFile, roCrate } from "./ro-crate.ts";
import { type Sheet, sheetOf, workbook } from "./workbook.ts";

/** Each table in each format, described by the data package and as an RO-Crate, and all of them as sheets of one workbook. */
export function tableFiles(notebook: Notebook): PublishedFile[] {
  const { tables, site } = notebook;
  const { licence, published } = site.options;
  const about = Object.entries({
    title: site.title,
    licence,
    homepage: site.options.homepage,
    updated: site.options.updated
  }).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const files = Object.values(tables).map((table: Table<object>) => {
    const { name, columns, rows, title, description } = table;
    const parts = laterBytes(`data/${name}.parquet`, () =>
      parquet(table, { table: title, description, ...Object.fromEntries(about) })
    );
    return {
      table,
      summary: isLarge(table) ? [laterFile(`data/${name}.summary.json`, () => summaryFile(table, parts))] : [],
      csv: laterFile(`data/${name}.csv`, () =>
        csv(
          rows,
          columns.map((column) => column.name)
        )
      ),
      others: [laterFile(`data/${name}.json`, () => json(inOrder(table))), parts]
    };
  });
  const book = laterBytes("data/tables.xlsx", () =>
    workbook([aboutSheet(about, notebook), ...files.map(({ table }) => sheetOf(table))])
  );
  const described = () => dataPackage(notebook, files, book);
  return [
    ...files.flatMap(({ csv, others, summary }) => [csv, ...others, ...summary]),
    book,
    laterFile("data/datapackage.json", () => json(described())),
    ...(licence === undefined || published === undefined
      ? []
      : [laterFile(`data/${crateFile}`, () => json(roCrate(described(), { licence, published })))])
  ];
}

/** What a chart’s form has to know of a table whose rows it asks for in part. */
function summaryFile(table: Table<object>, parts: PublishedFile): string {
  const rows = inOrder(table) as Row[];
  const content = bytesOf(parts);
  const bytes = content.byteLength;
  // The length of a Parquet file's footer stands before its last four bytes.
  const end = content.readUInt32LE(bytes - 8) + 8;
  return JSON.stringify(summaryOf(tableOf(table.name, rows, {}), { bytes, end }));
}

/** Rows with their columns in the table’s order. */
const inOrder = <Row extends object>({ columns, rows }: Table<Row>): object[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name]])));

/** What stands first in a workbook: what it is, and every column of every sheet. */
function aboutSheet(about: readonly [string, string][], { tables }: Notebook): Sheet {
  return {
    name: "about",
    head: ["sheet", "column", "type", "description"],
    rows: [
      ...about.map(([name, value]) => [null, name, null, value]),
      ...Object.values(tables).flatMap(({ name, description, columns }: Table<object>) => [
        [name, null, null, description],
        ...columns.map((column) => [name, column.name, column.type, column.description])
      ])
    ]
  };
}
