import { readFileSync } from "node:fs";
import { join } from "node:path";
import { passagePlace } from "../kit/rows.ts";
import { csv } from "../tables/csv.ts";
import type { Table } from "../tables/table.ts";
import { figurePath, sourceOfRecord } from "./addresses.ts";
import { FigureFile } from "./contract.ts";
import { dataPackage } from "./data-package.ts";
import { drawingDocument } from "./drawing.ts";
import { type DrawnFigure, recordsOf } from "./figure-block.ts";
import { figureTable } from "./figure-table.ts";
import { modelFigure } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import { parquet } from "./parquet.ts";
import {
  figurePicture,
  laterBytes,
  laterFile,
  type PublishedFile,
  pictureWidth,
  sharePictures,
  type Tokens
} from "./pictures.ts";
import { sourceText } from "./sources.ts";
import { type Sheet, workbook } from "./workbook.ts";

/** A value as a JSON file, a line for each field. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** What a reader takes of each figure and model, at addresses that never change: rows, picture, and the code that drew it. */
function figureFiles(root: string, notebook: Notebook, tokens: Tokens): PublishedFile[] {
  const document = drawingDocument();
  const drawings = [
    ...notebook.figures.map((figure) => ({
      name: figure.name,
      drawn: () => ({ figure, rows: figure.select(notebook.tables) }),
      room: "figures"
    })),
    ...notebook.models.map((model) => ({
      name: model.name,
      drawn: () => modelFigure(model, notebook),
      room: "models"
    }))
  ];
  const files = drawings.flatMap(({ name, drawn, room }) => {
    const picture = laterFile(figurePath(name, FigureFile.drawing), () =>
      figurePicture(drawn(), { notebook, document, tokens })
    );
    return [
      laterFile(figurePath(name, FigureFile.rows), () => rowsAsJson(drawn(), notebook)),
      laterFile(figurePath(name, FigureFile.table), () => {
        const { columns, rows } = figureTable(drawn(), notebook);
        return csv(
          rows,
          columns.map((column) => column.name)
        );
      }),
      laterBytes(figurePath(name, FigureFile.workbook), () => workbook(figureSheets(drawn(), notebook))),
      picture,
      laterFile(figurePath(name, FigureFile.picture), () => picture.content, { pixels: 2 * pictureWidth }),
      ...codeFiles(root, room, name)
    ];
  });
  // What several figures share is published once.
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/**
 * The code of a figure or model, and each file of the story that it imports beside it, so that what is published is
 * whole: all else comes from the machine and from packages.
 */
function codeFiles(root: string, room: string, name: string): PublishedFile[] {
  const code = readFileSync(join(root, `src/${room}/${name}.ts`), "utf8");
  const shared = [...code.matchAll(/from "\.\/([\w-]+)\.ts"/g)].map(([, file = ""]) => file);
  const where = shared.map((file) => `// ./${file}.ts is published beside this file, as ${file}.${FigureFile.code}.\n`);
  return [
    { path: figurePath(name, FigureFile.code), content: where.join("") + code },
    ...shared.flatMap((file) => codeFiles(root, room, file))
  ];
}

function rowsAsJson({ figure, rows }: DrawnFigure, notebook: Notebook): string {
  return json({ ...figure.words(rows), source: sourceText(recordsOf({ rows }), notebook), rows });
}

/**
 * The files at stable addresses: every table, the data package, what each figure gives away, and pictures to share, which
 * are drawn in the colours of `tokens`.
 */
export function publishedFiles(root: string, notebook: Notebook, tokens: Tokens): PublishedFile[] {
  return [...tableFiles(notebook), ...figureFiles(root, notebook, tokens), ...sharePictures(notebook, tokens)];
}

/** Each table in each format, described by the data package, and all of them as sheets of one workbook. */
function tableFiles(notebook: Notebook): PublishedFile[] {
  const { tables, site } = notebook;
  const about = Object.entries({
    title: site.title,
    licence: site.options.licence,
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
        laterFile(`data/${name}.json`, () => json(rows)),
        laterBytes(`data/${name}.parquet`, () =>
          parquet(table, { table: title, description, ...Object.fromEntries(about) })
        )
      ]
    };
  });
  const book = laterBytes("data/tables.xlsx", () =>
    workbook([aboutSheet(about, notebook), ...files.map(({ table }) => sheetOf(table))])
  );
  return [
    ...files.flatMap(({ csv, others }) => [csv, ...others]),
    book,
    laterFile("data/datapackage.json", () => json(dataPackage(notebook, files, book)))
  ];
}

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

/** A table as a sheet. */
const sheetOf = <Row extends object>({ name, columns, rows }: Table<Row>): Sheet => ({
  name,
  head: columns.map((column) => column.name),
  rows: rows.map((row) => columns.map((column) => (row as Readonly<Record<string, unknown>>)[column.name]))
});

/** The rows of a figure, and the sources that they rest on. */
function figureSheets(drawn: DrawnFigure, notebook: Notebook): Sheet[] {
  const { sources } = notebook.tables;
  const cited = new Set(
    recordsOf(drawn).flatMap((id) => {
      const fact = notebook.fact(id);
      if (fact?.kind === "derived") return fact.row.inputs.flatMap((input) => sourceOfRecord(input) ?? []);
      return notebook.event(id)?.passages.map((passage) => passagePlace(passage).source) ?? sourceOfRecord(id) ?? [];
    })
  );
  return [
    { ...sheetOf(figureTable(drawn, notebook)), name: "rows" },
    sheetOf({ ...sources, rows: sources.rows.filter(({ id }) => cited.has(id)) })
  ];
}
