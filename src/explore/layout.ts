import { columnOf, type Field, fieldNamed, type Row } from "./fields.ts";
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
