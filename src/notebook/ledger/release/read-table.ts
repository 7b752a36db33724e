import { extname } from "node:path";
import { csvParseRows, tsvParseRows } from "d3-dsv";
import { decode } from "../draft/encodings.ts";
import { InputError } from "../fault.ts";

/** A table of a file: its columns by name, and its rows with the number that they have in the file. */
export interface FileTable {
  columns: string[];
  rows: { row: number; cells: Record<string, string> }[];
}

/** Reads the table of a CSV, TSV or XLSX file. Throws an InputError that says which row cannot be read. */
export async function readTable(file: string, bytes: Uint8Array, sheet?: string): Promise<FileTable> {
  const rows = /\.xlsx$/i.test(file) ? await rowsOfWorkbook(file, bytes, sheet) : rowsOfText(file, bytes);
  const head = rows.findIndex((cells) => cells.filter(Boolean).length > 1);
  const columns = rows[head]?.map((name) => name.trim()) ?? [];
  if (columns.length === 0)
    refuse(file, 1, 1, "holds no table", "give a file with names of columns in one row, and rows below it");
  const twice = columns.findIndex((name, i) => name !== "" && columns.indexOf(name) !== i);
  if (twice >= 0)
    refuse(file, head + 1, twice + 1, `has two columns "${columns[twice]}"`, "give each column a name of its own");
  return {
    columns: columns.filter(Boolean),
    rows: rows.slice(head + 1).flatMap((cells, i) => {
      const row = head + i + 2;
      if (cells.every((cell) => cell.trim() === "")) return [];
      if (cells.length > columns.length)
        refuse(
          file,
          row,
          columns.length + 1,
          `row ${row} has ${cells.length} cells, where the head has ${columns.length}`,
          "put quotation marks round a cell that holds a comma, or take what is too much away"
        );
      return [{ row, cells: Object.fromEntries(columns.map((name, j) => [name, (cells[j] ?? "").trim()])) }];
    })
  };
}

function rowsOfText(file: string, bytes: Uint8Array): string[][] {
  const text = decode(bytes).text.replace(/^\ufeff/, "");
  if (text.includes("\0"))
    refuse(file, 1, 1, "is no text", "give a file in CSV, TSV or XLSX; save an old .xls anew as .xlsx");
  const [first = ""] = text.split(/\r?\n/);
  if (extname(file).toLowerCase() === ".tsv" || (!first.includes(",") && first.includes("\t")))
    return tsvParseRows(text);
  return first.includes(",") || !first.includes(";") ? csvParseRows(text) : tsvParseRows(text.replaceAll(";", "\t"));
}

async function rowsOfWorkbook(file: string, bytes: Uint8Array, wanted?: string): Promise<string[][]> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    refuse(file, 1, 1, "cannot be opened as a workbook", "open it in a spreadsheet and save it anew, as .xlsx or .csv");
  }
  const names = workbook.worksheets.map(({ name }) => name);
  const sheet = wanted === undefined ? workbook.worksheets[0] : workbook.getWorksheet(wanted);
  if (!sheet || (wanted === undefined && names.length > 1))
    refuse(
      file,
      1,
      1,
      wanted === undefined ? `has ${names.length} sheets` : `has no sheet "${wanted}"`,
      `name one of them: --sheet "${names.join('", "')}"`
    );
  const width = sheet.columnCount;
  return Array.from({ length: sheet.rowCount }, (_, i) =>
    Array.from({ length: width }, (_, j) => {
      const { value } = sheet.getRow(i + 1).getCell(j + 1);
      const shown = value !== null && typeof value === "object" && "result" in value ? value.result : value;
      return shown === null || shown === undefined
        ? ""
        : typeof shown === "object"
          ? sheet.getRow(i + 1).getCell(j + 1).text
          : String(shown);
    })
  );
}

function refuse(file: string, line: number, column: number, message: string, remedy: string): never {
  throw new InputError([{ file, line, column, message, remedy }]);
}
