import { htmlEscape as esc } from "escape-goat";
import { strToU8, zipSync } from "fflate";
import { cellText } from "../tables/csv.ts";
import type { Table } from "../tables/table.ts";

/** A sheet of a workbook: its head and its rows. */
export interface Sheet {
  /** At most 31 characters, as spreadsheets have it. */
  name: string;
  head: readonly string[];
  rows: readonly (readonly unknown[])[];
}

/** A table as a sheet. */
export const sheetOf = <Row extends object>({ name, columns, rows }: Table<Row>): Sheet => ({
  name,
  head: columns.map((column) => column.name),
  rows: rows.map((row) => columns.map((column) => row[column.name]))
});

/**
 * Sheets as an .xlsx file. Numbers are numbers, all else is text, so that a spreadsheet changes nothing that it opens and
 * calculates nothing that it reads. The head stays in sight and filters the rows. The same sheets give the same bytes: the
 * archive bears no time of its making.
 */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const parts = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const files = {
    "[Content_Types].xml": `<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
      overrideOf("workbook.xml", "sheet.main"),
      overrideOf("styles.xml", "styles"),
      ...parts.map((part) => overrideOf(part, "worksheet"))
    ].join("")}</Types>`,
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": relationships([
      ...parts.map((part): [string, string] => ["worksheet", part]),
      ["styles", "styles.xml"]
    ]),
    "xl/workbook.xml": `<workbook xmlns="${mainSpace}" xmlns:r="${officeSpace}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${esc(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/styles.xml": `<styleSheet xmlns="${mainSpace}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/${parts[index]}`, sheetXml(sheet)]))
  };
  const texts = Object.entries(files).map(([path, text]) => [path, strToU8(declaration + text)]);
  // The earliest time that an archive can bear, read as local time when it is written.
  return zipSync(Object.fromEntries(texts), { mtime: new Date(1980, 0, 1) });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = "http://schemas.openxmlformats.org";
const mainSpace = `${schemas}/spreadsheetml/2006/main`;
const officeSpace = `${schemas}/officeDocument/2006/relationships`;
const packageSpace = `${schemas}/package/2006`;

const overrideOf = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packageSpace}/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${officeSpace}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

function sheetXml({ head, rows }: Sheet): string {
  const last = `${columnName(head.length - 1)}${rows.length + 1}`;
  const widths = head.map((name, column) => {
    const longest = Math.max(name.length, ...rows.map((row) => cellText(row[column]).length));
    return `<col min="${column + 1}" max="${column + 1}" width="${Math.min(longest, mostWide) + 3}" customWidth="1"/>`;
  });
  const lines = [head, ...rows].map((row, index) => {
    const cells = row.map((value, column) => cellXml(value, `${columnName(column)}${index + 1}`, index === 0));
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  return `<worksheet xmlns="${mainSpace}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${lines.join("\n")}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

/** Characters beyond which a column is read by opening its cells. */
const mostWide = 48;

/** A, B, … Z, AA, AB. */
const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

function cellXml(value: unknown, at: string, isHead: boolean): string {
  const style = isHead ? ' s="1"' : "";
  if (typeof value === "number") return `<c r="${at}"${style}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${at}"${style} t="b"><v>${Number(value)}</v></c>`;
  const text = cellText(value).replace(notInXml, "");
  return text === "" ? "" : `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${esc(text)}</t></is></c>`;
}

/** Control characters, which XML cannot hold. */
const notInXml = /(?![\t\n\r])\p{Cc}/gu;
