import { from } from "arquero";
import { comparatorWords } from "../words/words.ts";
import { columnOf, type Field, fieldNamed, type Row, valueText, wordedCode, yearColumn } from "./fields.ts";
import { groupRows, yearOf } from "./rows.ts";
import type { Spec } from "./spec.ts";

/** A chosen field and the column of a point that holds it. */
export interface Axis {
  field: Field;
  column: string;
}

/** How a chart lies: which direction measures, what is measured, and what stands along the other direction. */
export interface Layout {
  /** The direction of numbers; null where two categories cross. */
  value: "x" | "y" | null;
  measured: Axis | null;
  along: Axis | null;
  /** The second category, where two cross. */
  crossed: Axis | null;
  colour: Axis | null;
  panel: Axis | null;
}

/** The columns that a point needs, or it has no place in the chart. */
export const neededColumns = ({ measured, along, crossed }: Layout): string[] =>
  [along, measured, crossed].flatMap((axis) => axis?.column ?? []);

/** Whether a point has all columns of a list. */
export const hasColumns = (point: Row, columns: readonly string[]): boolean =>
  columns.every((column) => (point[column] ?? null) !== null);

/** Works out how the chosen fields lie; null where they cannot make a chart. */
export function layoutOf(spec: Spec, fields: readonly Field[]): Layout | null {
  const axis = (name: string): Axis | null => {
    const field = fieldNamed(fields, name);
    if (!field) return null;
    return { field, column: field.type === "amount" ? "at" : columnOf(field) };
  };
  const [across, up] = [axis(spec.across), axis(spec.up)];
  const rest = { colour: axis(spec.colour), panel: axis(spec.panel) };
  if (spec.group === "count") {
    const [first, second] = [across, up].filter((side) => side !== null && !isMeasure(side));
    if (!first) return null;
    if (second) return { value: null, measured: null, along: first, crossed: second, ...rest };
    return { value: first === across ? "y" : "x", measured: null, along: first, crossed: null, ...rest };
  }
  if (up && isMeasure(up)) return { value: "y", measured: up, along: across, crossed: null, ...rest };
  if (across && isMeasure(across)) return { value: "x", measured: across, along: up, crossed: null, ...rest };
  return null;
}

const isMeasure = ({ field }: Axis): boolean => field.type === "amount" || field.type === "number";

/** A row made ready to draw: its years as numbers, where its mark stands, what its label says, which line it is on. */
export type Point = Row & { at?: number | null; label?: string; line?: string };

/** What one line may join: one speaker's figures of one quantity. */
const lineColumns = ["speaker", "subject", "metric", "material", "basis", "form", "unit"] as const;

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

/** A table of text: what the reader sees of a chart's rows. */
export interface RowsView {
  head: { label: string; align: "start" | "end" }[];
  body: string[][];
}

/**
 * The rows of a chart with the columns that it uses, those of a line from its beginning to its end; grouped as the chart
 * is, each group with its records.
 */
export function rowsView(
  points: readonly Point[],
  spec: Spec,
  fields: readonly Field[],
  layout: Layout | null
): RowsView {
  const ordered = spec.mark === "lines" && layout?.along ? inOrderOf(layout.along, points) : points;
  if (spec.group !== "none" && layout) return groupsView(ordered, spec, layout);
  const used = [spec.across, spec.up, spec.colour, spec.panel, ...spec.filters.map(({ column }) => column)];
  const names = ["id", "printed", ...used, ...(used.includes("amount") ? ["unit", "edition"] : [])];
  const few = used.filter(Boolean).length < 3 ? fields.slice(0, 6).map(({ name }) => name) : [];
  const shown = [...new Set([...names, ...few])].flatMap((name) => fieldNamed(fields, name) ?? []);
  return {
    head: shown.map(({ label, type }) => ({ label, align: type === "amount" || type === "number" ? "end" : "start" })),
    body: ordered.map((point) => shown.map((field) => cellText(point[field.text])))
  };
}

function inOrderOf({ column }: Axis, points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => valueText(a[column]).localeCompare(valueText(b[column]), "en", { numeric: true }));
}

function groupsView(points: readonly Point[], spec: Spec, layout: Layout): RowsView {
  const axes = [layout.along, layout.crossed, layout.colour, layout.panel].filter((axis) => axis !== null);
  const columns = [...new Map(axes.map((axis) => [axis.column, axis])).values()];
  const ends = spec.group === "range";
  return {
    head: [
      ...columns.map(({ field }) => ({ label: field.label, align: "start" as const })),
      { label: "Rows", align: "end" },
      ...(ends ? (["Lowest", "Highest"] as const).map((label) => ({ label, align: "end" as const })) : []),
      { label: "Records", align: "start" }
    ],
    body: groupRows(
      points,
      columns.map(({ column }) => column)
    ).map((group) => [
      ...columns.map(({ field, column }) => cellText(field.type === "year" ? valueText(group[column]) : group[column])),
      String(group.rows),
      ...(ends ? [cellText(group.lowest), cellText(group.highest)] : []),
      group.records.join(", ")
    ])
  };
}

/** A value as a person reads it; numbers with commas, missing ones in words. */
const cellText = (value: unknown): string =>
  typeof value === "number" ? value.toLocaleString("en") : valueText(value) || "not given";

/** Rows as CSV with every column of their table, lists joined. */
export function rowsCsv(rows: readonly Row[]): string {
  const flat = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join("; ") : value])
    )
  );
  return `${from(flat).toCSV().trimEnd()}\n`;
}

/** A part of the rows that one mark draws: the test, and the same as code over `d`; "" keeps all. */
export interface Subset {
  keeps: (point: Point) => boolean;
  code: string;
}

/** The parts of a chart's rows that are drawn in ways of their own. */
export interface Subsets {
  points: Subset;
  superseded: Subset | null;
  intervals: Subset | null;
  bounds: Subset | null;
  worded: Subset | null;
}

/** Splits a chart's rows: single values, superseded editions, intervals, one-sided bounds, and numbers with a word before. */
export function subsetsOf(spec: Spec, { measured }: Layout, fields: readonly Field[]): Subsets {
  const edited = fields.some(({ name }) => name === "current") && spec.edition !== "all";
  const column = measured?.column ?? null;
  const current: Subset[] = edited ? [{ keeps: (d) => d.current === true, code: "d.current" }] : [];
  const given = (name: string): Subset => ({ keeps: (d) => (d[name] ?? null) !== null, code: `d.${name} !== null` });
  const absent = (name: string): Subset => ({ keeps: (d) => (d[name] ?? null) === null, code: `d.${name} === null` });
  const isAmount = measured?.field.type === "amount";
  const single = spec.group === "none";
  if (column === null || !isAmount || !single) {
    const needed = column === null || spec.group === "range" ? [] : [given(column)];
    return { points: both(...current, ...needed), superseded: null, intervals: null, bounds: null, worded: null };
  }
  const inexact: Subset = { keeps: (d) => (d.comparator ?? "=") !== "=", code: 'd.comparator !== "="' };
  const oneSided: Subset = {
    keeps: (d) => ((d.low ?? null) === null) !== ((d.high ?? null) === null),
    code: "(d.low === null) !== (d.high === null)"
  };
  const superseded: Subset = { keeps: (d) => d.current === false, code: "!d.current" };
  return {
    points: both(...current, given("value")),
    superseded: edited && spec.edition === "grey" ? both(superseded, given("value")) : null,
    intervals: both(...current, absent("value"), given("low"), given("high")),
    bounds: both(...current, absent("value"), oneSided),
    worded: both(...current, given("at"), either(inexact, absent("value")))
  };
}

function both(...subsets: readonly Subset[]): Subset {
  return {
    keeps: (d) => subsets.every(({ keeps }) => keeps(d)),
    code: subsets.map(({ code }) => code).join(" && ")
  };
}

const either = (one: Subset, other: Subset): Subset => ({
  keeps: (d) => one.keeps(d) || other.keeps(d),
  code: `(${one.code} || ${other.code})`
});
