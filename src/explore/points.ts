import { comparatorWords } from "../charts/words/format.ts";
import { type Field, type Row, yearColumn } from "./fields.ts";
import { yearOf } from "./select-rows.ts";
import { wordedCode } from "./worded.ts";

/** A row made ready to draw: its years as numbers, where its mark stands, what its label says, which line it is on. */
export type Point = Row & { at?: number | null; label?: string; line?: string };

/** What one line may join: one speaker's figures of one quantity. */
export const lineColumns = ["speaker", "subject", "metric", "material", "basis", "form", "unit"] as const;

/** Adds to rows what drawing needs; `pointsCode` says the same as a page's own code. */
export function pointsOf(rows: readonly Row[], fields: readonly Field[]): Point[] {
  const years = fields.filter(({ type }) => type === "year");
  const hasAmount = fields.some(({ type }) => type === "amount");
  const isFigure = fields.some(({ name }) => name === "metric") && hasAmount;
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(years.map(({ column }) => [yearColumn(column), yearOf(row[column])])),
    ...(hasAmount ? { at: markAt(row), label: labelOf(row) } : {}),
    ...(isFigure ? { line: lineColumns.map((column) => row[column]).join() } : {})
  }));
}

const markAt = (row: Row): number | null => (row.value ?? row.high ?? row.low ?? null) as number | null;

function labelOf(row: Row): string {
  const show = (amount: unknown): string => Number(amount).toLocaleString("en");
  const before = comparatorWords[row.comparator as keyof typeof comparatorWords] ?? "";
  const isInterval = row.value === null && row.low !== null && row.high !== null;
  if (isInterval) return `${before}${show(row.low)}–${show(row.high)}`;
  return markAt(row) === null ? "not given" : before + show(markAt(row));
}

const labelCode = {
  before: `const words = ${JSON.stringify(comparatorWords)};
const show = (number) => number.toLocaleString("en");
const isInterval = (d) => d.value === null && d.low !== null && d.high !== null;
`,
  column:
    'label: words[d.comparator] + (isInterval(d) ? show(d.low) + "–" + show(d.high) : show(d.value ?? d.high ?? d.low ?? 0))'
};

/** The lines of code that make the same columns in a page, for the columns that a chart uses. */
export function pointsCode(used: readonly string[], fields: readonly Field[]): { before: string; columns: string[] } {
  const years = fields
    .filter(({ type, column }) => type === "year" && used.includes(yearColumn(column)))
    .map(({ column }) => `${yearColumn(column)}: Number(d.${column}?.slice(0, 4)) || null`);
  const words = wordedCode(fields.filter(({ text }) => used.includes(text)));
  const isLabelled = used.includes("label");
  return {
    before: words.before + (isLabelled ? labelCode.before : ""),
    columns: [
      ...words.columns,
      ...years,
      ...(used.includes("at") ? ["at: d.value ?? d.high ?? d.low"] : []),
      ...(isLabelled ? [labelCode.column] : []),
      ...(used.includes("line") ? [`line: [${lineColumns.map((column) => `d.${column}`).join(", ")}].join()`] : [])
    ]
  };
}
