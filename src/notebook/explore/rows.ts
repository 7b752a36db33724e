import { escape as closure, from, op } from "arquero";
import { type Field, type Row, valueText } from "./fields.ts";
import type { Filter, Spec } from "./spec.ts";

/** The year that a date or a span of dates begins in; null where none is given. */
export const yearOf = (date: unknown): number | null => Number(valueText(date).slice(0, 4)) || null;

/** The rows that pass every filter. */
export function selectRows(rows: readonly Row[], { filters }: Pick<Spec, "filters">, fields: readonly Field[]): Row[] {
  if (filters.length === 0 || rows.length === 0) return [...rows];
  const dated = new Set(fields.filter(({ type }) => type === "year").map(({ name }) => name));
  return from([...rows])
    .filter(closure((row: Row) => filters.every((filter) => passes(row, filter, dated.has(filter.column)))))
    .objects() as Row[];
}

function passes(row: Row, filter: Filter, dated: boolean): boolean {
  const value = row[filter.column];
  if ("values" in filter) return filter.values.length === 0 || filter.values.includes(valueText(value));
  const number = dated ? yearOf(value) : (value as number | null);
  return number !== null && number >= (filter.from ?? -Infinity) && number <= (filter.to ?? Infinity);
}

/** A group of rows: what they share, how many they are, which, and how far their amounts reach. */
export interface RowGroup {
  [shared: string]: unknown;
  rows: number;
  lowest: number | null;
  highest: number | null;
  records: string[];
}

/** Rows grouped by columns, counted and listed; amounts keep their lowest and highest. Nothing is averaged or added up. */
export function groupRows(rows: readonly Row[], columns: readonly string[]): RowGroup[] {
  if (rows.length === 0) return [];
  const ends = rows.map((row) => ({
    ...row,
    low_end: row.low ?? row.at ?? null,
    high_end: row.high ?? row.at ?? null
  }));
  return from(ends)
    .groupby(...columns)
    .rollup({
      rows: op.count(),
      lowest: op.min("low_end"),
      highest: op.max("high_end"),
      records: op.array_agg("id")
    })
    .objects() as RowGroup[];
}
