import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csv } from "../tables/csv.ts";
import type { Column, Table } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import { figurePath } from "./addresses.ts";
import { citableFigure, citablePage, citableTable, citationFiles } from "./citation.ts";
import { FigureFile } from "./contract.ts";
import { drawingDocument } from "./drawing.ts";
import { type DrawnFigure, recordsOf } from "./figure-block.ts";
import { llmsFile } from "./llms.ts";
import { modelFigure } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import { figurePicture, laterFile, type PublishedFile, pictureWidth, sharePictures, type Tokens } from "./pictures.ts";
import { sourceText } from "./sources.ts";
import { expandTokens } from "./tokens.ts";

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
      laterFile(figurePath(name, FigureFile.table), () => rowsAsCsv(drawn(), notebook)),
      picture,
      laterFile(figurePath(name, FigureFile.picture), () => picture.content, 2 * pictureWidth),
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
 * The cells of the figure's table. Title and source are columns, not comments above the head, so that every program
 * reads the file without being told; and so each row says where it is from, whatever becomes of the file.
 */
function rowsAsCsv({ figure, rows }: DrawnFigure, notebook: Notebook): string {
  const { title } = figure.words(rows);
  const cells = rows.map((row) => ({
    ...Object.fromEntries(figure.columns.map((column) => [column.label, column.text(row)])),
    records: row.evidence.join("; "),
    source: sourceText(row.evidence, notebook),
    figure: title
  }));
  return csv(cells, [...figure.columns.map(({ label }) => label), "records", "source", "figure"]);
}

/**
 * The files at stable addresses: every table, the data package, what each figure gives away, and pictures to share, which
 * are drawn in the colours of `tokens`.
 */
export function publishedFiles(root: string, notebook: Notebook, tokens: Tokens): PublishedFile[] {
  return [
    ...tableFiles(notebook.tables),
    dataPackage(notebook),
    ...figureFiles(root, notebook, tokens),
    ...citations(notebook),
    llmsFile(notebook),
    ...sharePictures(notebook, tokens)
  ];
}

/** How every page, figure, model and table is cited, for reference managers. */
function citations(notebook: Notebook): PublishedFile[] {
  const { site, figures, models, tables } = notebook;
  const pathOf = (fence: RegExp): string => site.pages.find(({ text }) => fence.test(text))?.path ?? "/";
  const drawings = [
    ...figures.map((figure) => ({
      room: "figure",
      name: figure.name,
      title: () => figure.words(figure.select(tables)).title
    })),
    ...models.map((model) => {
      const { figure, rows } = modelFigure(model, notebook);
      return { room: "model", name: model.name, title: () => figure.words(rows).title };
    })
  ];
  const dataPath = site.pages.find(({ blocks }) => blocks.has("data-tables"))?.path ?? "/";
  return [
    ...site.pages
      .filter(({ aside }) => !aside)
      .map(({ path, title }) => citablePage(path, expandTokens(title, notebook))),
    ...tables.sources.rows.flatMap(({ id, title, publisher_name }) => {
      const path = site.sourcePath(id);
      return path === null ? [] : [citablePage(path, title ?? publisher_name)];
    }),
    ...drawings.map(({ room, name, title }) =>
      citableFigure(name, title(), pathOf(new RegExp(`^(?:\`\`\`|~~~)${room} ${name}\\s*$`, "m")))
    ),
    ...Object.values(tables).map((table) => citableTable(table, dataPath))
  ].flatMap((citable) => citationFiles(citable, notebook));
}

function tableFiles(tables: Tables): PublishedFile[] {
  return Object.values(tables).flatMap(({ name, columns, rows }: Table<object>) => [
    laterFile(`data/${name}.json`, () => json(rows)),
    laterFile(`data/${name}.csv`, () =>
      csv(
        rows.map((row) => flat(row)),
        columns.map((column) => column.name)
      )
    )
  ]);
}

/** Describes the tables for machines; see https://datapackage.org/standard/data-package/. */
export function dataPackage({ tables, site }: Notebook): PublishedFile {
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
  const { authors, licence } = site.options;
  const content = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: packageName(site.name),
    title: site.title,
    description: site.description,
    ...(licence === undefined ? {} : { licenses: [{ name: licence.replaceAll(" ", "-"), title: licence }] }),
    ...(authors === undefined ? {} : { contributors: authors.map((title) => ({ title })) }),
    resources
  };
  return { path: "data/datapackage.json", content: json(content) };
}

/** A name as the standard wants it: lower-case letters, digits, hyphens. */
const packageName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

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
