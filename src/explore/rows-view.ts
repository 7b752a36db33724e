import { from } from "arquero";
import { type Field, fieldNamed, type Row, valueText } from "./fields.ts";
import type { Axis, Layout } from "./layout.ts";
import type { Point } from "./points.ts";
import { groupRows } from "./select-rows.ts";
import type { Spec } from "./spec.ts";

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
