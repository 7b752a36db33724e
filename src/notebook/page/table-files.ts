import { csv } from "../tables/csv.ts";
import type { Table } from "../tables/table.ts";
import { dataPackage } from "./data-package.ts";
import type { Notebook } from "./notebook.ts";
import { parquet } from "./parquet.ts";
import { json, laterBytes, laterFile, type PublishedFile } from "./published-file.ts";
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
    return {
      table,
      csv: laterFile(`data/${name}.csv`, () =>
        csv(
          rows,
          columns.map((column) => column.name)
        )
      ),
      others: [
        laterFile(`data/${name}.json`, () => json(inOrder(table))),
        laterBytes(`data/${name}.parquet`, () =>
          parquet(table, { table: title, description, ...Object.fromEntries(about) })
        )
      ]
    };
  });
  const book = laterBytes("data/tables.xlsx", () =>
    workbook([aboutSheet(about, notebook), ...files.map(({ table }) => sheetOf(table))])
  );
  const described = () => dataPackage(notebook, files, book);
  return [
    ...files.flatMap(({ csv, others }) => [csv, ...others]),
    book,
    laterFile("data/datapackage.json", () => json(described())),
    ...(licence === undefined || published === undefined
      ? []
      : [laterFile(`data/${crateFile}`, () => json(roCrate(described(), { licence, published })))])
  ];
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
