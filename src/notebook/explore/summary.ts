import type { Count, Field, Table } from "./fields.ts";

/** What a chart’s form has to know of a large table before any of its rows are there. */
export interface TableSummary {
  /** How many bytes its file of parts has, and how many of them, its last, say where each column of each part lies. */
  file: { bytes: number; end: number };
  columns: readonly string[];
  fields: readonly Field[];
  /** Of a category all values; of years and numbers the first and the last. */
  counts: Readonly<Record<string, readonly Count[]>>;
}

/** Sums up a table all of whose rows are here. */
export function summaryOf(table: Table, file: TableSummary["file"]): TableSummary {
  const counts = table.fields.flatMap((field): [string, readonly Count[]][] => {
    if (field.type === "category") return [[field.name, table.counts(field)]];
    return field.type === "year" || field.type === "number" ? [[field.name, endsOf(table.counts(field))]] : [];
  });
  const columns = Object.keys(table.rows[0] ?? {});
  return { file, columns, fields: table.fields, counts: Object.fromEntries(counts) };
}

function endsOf(counts: readonly Count[]): Count[] {
  const given = counts.filter(({ value }) => value !== "");
  const [first, ...others] = given.sort((a, b) => Number.parseFloat(a.value) - Number.parseFloat(b.value));
  return [...(first ? [first] : []), ...others.slice(-1)];
}
