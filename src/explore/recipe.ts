import type { Layout } from "./layout.ts";
import type { Point } from "./points.ts";
import type { Series } from "./series-colours.ts";
import type { Spec } from "./spec.ts";
import type { Subset, Subsets } from "./subsets.ts";

/** What can be both handed to Plot and written out as code. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };
export type Options = Readonly<Record<string, Plain>>;

/** The marks and transforms of Plot that charts are made of. */
export type MarkName =
  | "axisX"
  | "axisY"
  | "gridX"
  | "gridY"
  | "ruleX"
  | "ruleY"
  | "line"
  | "dot"
  | "barX"
  | "barY"
  | "tickX"
  | "tickY"
  | "text";
export type TransformName = "groupX" | "groupY" | "group" | "selectMaxX";

/** One mark of Plot: what it draws, through which transform, how. */
export interface RecipeMark {
  mark: MarkName;
  /** A part of the rows, plain values, or nothing, as for an axis. */
  data: Subset | readonly number[] | null;
  transform?: { name: TransformName; outputs?: Options };
  options: Options;
}

/** A chart as data: `drawRecipe` hands it to Plot, `pageSource` writes it out as the same call. */
export interface Recipe {
  plot: Options;
  marks: readonly RecipeMark[];
  /** The direction whose categories stand in the order of the rows, and their column. */
  lanes: { axis: "x" | "y"; column: string } | null;
  /** The column that the rows are ordered by, the largest first. */
  measured: string | null;
  /** Whether colours need a key: neither their marks nor the lanes beside them carry their names. */
  keyed: boolean;
  /** Columns that a row needs to have a place. */
  needed: readonly string[];
  /** The column whose values have a panel each. */
  panel: string | null;
}

/** All that the makers of marks go by. */
export interface Plan {
  spec: Spec;
  layout: Layout;
  subsets: Subsets;
  points: readonly Point[];
  series: readonly Series[];
  /** Room for the words at the left of lanes, in px. */
  names: number;
  narrow: boolean;
  /** Where the names of series stand: at the marks, in the lanes that they colour, or in a key; null where none has one. */
  naming: "marks" | "lanes" | "key" | null;
}
