import type { FigureColumn, FigureRow } from "../kit/figure.ts";
import { csv } from "../tables/csv.ts";
import type { Column, Table } from "../tables/table.ts";
import { type DrawnFigure, recordsOf } from "./figure-block.ts";
import type { Notebook } from "./notebook.ts";
import { parquet } from "./parquet.ts";
import { sourcesOf, sourceText } from "./source-line.ts";
import { plain } from "./typography.ts";
import { sheetOf, workbook } from "./workbook.ts";

/** A column of a download, and its value in a row. */
interface Part {
  column: Omit<Column, "description" | "required">;
  of(row: FigureRow): string | number | null;
}

/**
 * The table of a figure as it is taken away: the columns in words, as the page shows them; then what the words say as numbers,
 * codes and ISO dates; then the records, the source of each row, so that it says where it is from whatever becomes of the
 * file, and the figure's title.
 */
function figureTable({ figure, rows }: DrawnFigure, notebook: Notebook): Table<Record<string, unknown>> {
  const { title, subtitle } = figure.words(rows);
  const amounts = figure.columns.filter(({ amount }) => amount);
  const parts: Part[] = [
    ...figure.columns.map((column) => wordsPart(column, rows)),
    ...figure.columns.flatMap((column) =>
      column.amount
        ? amountParts(column, amounts.length > 1 ? `${nameOf(column)}_` : "", notebook)
        : valueParts(column, rows)
    ),
    { column: { name: "records", type: "string" }, of: ({ evidence }) => evidence.join("; ") },
    { column: { name: "source_text", type: "string" }, of: ({ evidence }) => plain(sourceText(evidence, notebook)) },
    { column: { name: "figure_title", type: "string" }, of: () => plain(title) }
  ];
  return {
    name: figure.name,
    title,
    description: subtitle,
    columns: parts.map(({ column }) => ({ ...column, required: false, description: "" })),
    rows: rows.map((row) => Object.fromEntries(parts.map(({ column, of }) => [column.name, of(row)])))
  };
}

/** The table of a figure with its title, its sources and where it is from. */
export function figureParquet(drawn: DrawnFigure, notebook: Notebook): Uint8Array {
  const table = figureTable(drawn, notebook);
  const source = sourceText(recordsOf(drawn), notebook);
  return parquet(table, { title: table.title, subtitle: table.description, source, notebook: notebook.site.title });
}

/** The rows of a figure and the sources that they rest on, as sheets. */
export function figureWorkbook(drawn: DrawnFigure, notebook: Notebook): Uint8Array {
  const { sources } = notebook.tables;
  const cited = sourcesOf(recordsOf(drawn), notebook);
  return workbook([
    { ...sheetOf(figureTable(drawn, notebook)), name: "rows" },
    sheetOf({ ...sources, rows: sources.rows.filter(({ id }) => cited.has(id)) })
  ]);
}

/** The rows as CSV. */
export function figureCsv(drawn: DrawnFigure, notebook: Notebook): string {
  const { columns, rows } = figureTable(drawn, notebook);
  return csv(
    rows,
    columns.map(({ name }) => name)
  );
}

/** The words as the page shows them; where they are a plain number, the number. */
function wordsPart(column: FigureColumn<FigureRow>, rows: readonly FigureRow[]): Part {
  const { label, text } = column;
  const isNumber = saysItself(column, rows) && rows.every((row) => typeof column.value?.(row) !== "string");
  if (isNumber) return { column: { name: label, type: "number" }, of: (row) => column.value?.(row) ?? null };
  return { column: { name: label, type: "string" }, of: (row) => plain(text(row)) };
}

/** Whether a column's words are the value that it is sorted by. */
const saysItself = ({ text, value }: FigureColumn<FigureRow>, rows: readonly FigureRow[]): boolean =>
  value !== undefined && rows.every((row) => text(row) === String(value(row) ?? ""));

function amountParts({ amount }: FigureColumn<FigureRow>, prefix: string, { unit }: Notebook): Part[] {
  const of = (row: FigureRow) => amount?.(row) ?? null;
  return [
    { column: { name: `${prefix}low`, type: "number" }, of: (row) => of(row)?.low ?? null },
    { column: { name: `${prefix}value`, type: "number" }, of: (row) => of(row)?.value ?? null },
    { column: { name: `${prefix}high`, type: "number" }, of: (row) => of(row)?.high ?? null },
    { column: { name: `${prefix}comparator`, type: "string" }, of: (row) => of(row)?.comparator ?? null },
    { column: { name: `${prefix}unit`, type: "string" }, of: (row) => of(row)?.unit ?? null },
    {
      column: { name: `${prefix}unit_label`, type: "string" },
      of(row) {
        const code = of(row)?.unit;
        return code === undefined ? null : unit(code).label || "plain number";
      }
    }
  ];
}

/** What a column is sorted by, where its words are not just that: a number, or a date by ISO 8601. */
function valueParts(column: FigureColumn<FigureRow>, rows: readonly FigureRow[]): Part[] {
  const { value } = column;
  if (!value || saysItself(column, rows)) return [];
  const isDate = rows.some((row) => typeof value(row) === "string");
  const [ending, type] = isDate ? (["iso", "string"] as const) : (["number", "number"] as const);
  return [{ column: { name: `${nameOf(column)}_${ending}`, type }, of: value }];
}

/** A column's label as a name: what stands before its unit, lower-case words joined by underscores. */
const nameOf = ({ label }: FigureColumn<FigureRow>): string =>
  label
    .replace(/,.*$/su, "")
    .toLowerCase()
    .replaceAll("’", "")
    .replace(/[^a-z0-9]+/g, "_");
