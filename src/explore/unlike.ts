import { type Field, type Row, valueText } from "./fields.ts";
import type { Filter, Spec } from "./spec.ts";

/** Columns that say what an amount is an amount of. Amounts that differ in one are not alike. */
export const likeness = ["unit", "metric", "material", "basis", "form", "function"] as const;

/** A column in which amounts on one axis differ, with its values in words, the commonest first. */
export interface Unlike {
  field: Field;
  values: { value: string; words: string; rows: number }[];
}

/** In what the rows that share a panel differ, although their amounts stand on one axis. */
export function unlikeAmounts(rows: readonly Row[], spec: Spec, fields: readonly Field[]): Unlike[] {
  return likeness.flatMap((name) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field || spec.panel === name) return [];
    const differs = groupsOf(rows, spec.panel).some((panel) => new Set(panel.map((row) => row[field.column])).size > 1);
    return differs ? [{ field, values: countsOf(rows, field) }] : [];
  });
}

function groupsOf(rows: readonly Row[], column: string): Row[][] {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const key = column === "" ? "" : row[column];
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The values of a field with their words, the commonest first. */
export function countsOf(rows: readonly Row[], field: Field): Unlike["values"] {
  const counts = new Map<string, { value: string; words: string; rows: number }>();
  for (const row of rows) {
    const value = valueText(row[field.column]);
    const words = valueText(row[field.text]) || "not given";
    counts.set(value, { value, words, rows: (counts.get(value)?.rows ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows || a.words.localeCompare(b.words));
}

/** The filters with one of a column's values chosen in place of what was chosen of it before. */
export const onlyValue = (filters: readonly Filter[], column: string, value: string): Filter[] => [
  ...filters.filter((filter) => filter.column !== column),
  { column, values: [value] }
];
