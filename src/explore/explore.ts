import { type Doubt, doubtsOf } from "./doubts.ts";
import type { Field, Row } from "./fields.ts";
import { hasColumns, type Layout, layoutOf, neededColumns } from "./layout.ts";
import { makeRecipe } from "./make-recipe.ts";
import { pageSource } from "./page-source.ts";
import { type Point, pointsOf } from "./points.ts";
import type { Recipe } from "./recipe.ts";
import { type RowsView, rowsView } from "./rows-view.ts";
import { selectRows } from "./select-rows.ts";
import type { Spec } from "./spec.ts";
import { type ChartSpeech, wordsOf } from "./words.ts";

/** A made chart with all that is shown of it. */
export interface Explored {
  /** The rows that pass the filters, as their table has them. */
  rows: Row[];
  /** Those of them that have a place in the chart, ready to draw. */
  placed: Point[];
  doubts: Doubt[];
  words: ChartSpeech;
  view: RowsView;
  source: string;
  /** How to draw it, wide or for a phone; null where only the rows are shown. */
  recipe: (narrow: boolean) => Recipe | null;
}

/** Points by falling number, as lanes stand; as the table has them where nothing is measured. */
function inOrder(points: Point[], spec: Spec, fields: readonly Field[]): Point[] {
  const column = spec.mark === "table" ? undefined : layoutOf(spec, fields)?.measured?.column;
  if (column === undefined) return points;
  return points.sort((a, b) => Number(b[column] ?? 0) - Number(a[column] ?? 0));
}

/** Makes a chart of a table's rows: what to draw, what to say of it, which rows it holds, and its page source. */
export function explore(table: readonly Row[], spec: Spec, fields: readonly Field[]): Explored {
  const rows = selectRows(table, spec, fields);
  const points = inOrder(pointsOf(rows, fields), spec, fields);
  const layout: Layout | null = spec.mark === "table" ? null : layoutOf(spec, fields);
  const doubts = doubtsOf(points, spec, fields);
  const drawn = layout !== null && !doubts.some(({ stop }) => stop) ? layout : null;
  const placed = drawn ? points.filter((point) => hasColumns(point, neededColumns(drawn))) : [];
  const recipe = (narrow: boolean): Recipe | null =>
    drawn ? makeRecipe(placed, spec, { layout: drawn, fields, narrow }) : null;
  const words = wordsOf(points, spec, { layout: drawn, fields, doubts });
  return {
    rows,
    placed,
    doubts,
    words,
    view: rowsView(points, spec, fields, drawn),
    source: pageSource(spec, recipe(false), fields, { ...words, title: spec.title }),
    recipe
  };
}
