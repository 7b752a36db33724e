import { textWidth } from "../charts/marks/text-width.ts";
import type { Field } from "./fields.ts";
import { type Layout, neededColumns } from "./layout.ts";
import type { Point } from "./points.ts";
import type { Options, Plan, Recipe } from "./recipe.ts";
import { axisMarks, axisScales } from "./recipe-axes.ts";
import { countMarks } from "./recipe-counts.ts";
import { mostLabels } from "./recipe-line-labels.ts";
import { dataMarks } from "./recipe-marks.ts";
import { rangeMarks } from "./recipe-ranges.ts";
import { seriesOf } from "./series-colours.ts";
import type { Spec } from "./spec.ts";
import { subsetsOf } from "./subsets.ts";

const groupMarks = { none: dataMarks, count: countMarks, range: rangeMarks } as const;

/** The recipe of a chart that nothing stops. `narrow` is for a phone. */
export function makeRecipe(
  points: readonly Point[],
  spec: Spec,
  { layout, fields, narrow }: { layout: Layout; fields: readonly Field[]; narrow: boolean }
): Recipe {
  const series = layout.colour ? seriesOf(points, layout.colour) : [];
  const plan: Plan = {
    spec,
    layout,
    points,
    subsets: subsetsOf(spec, layout, fields),
    series,
    naming: series.length === 0 ? null : namingOf(spec, layout, series.length),
    names: namesWidth(points, layout, narrow),
    narrow
  };
  return {
    plot: { ...frame(plan), ...axisScales(plan), ...colourScale(plan) },
    marks: [...axisMarks(plan), ...groupMarks[spec.group](plan)],
    lanes: lanesOf(plan),
    measured: layout.measured?.column ?? null,
    keyed: plan.naming === "key",
    needed: neededColumns(layout),
    panel: layout.panel?.column ?? null
  };
}

/** Lanes of single rows and of spans stand in the order of their largest number, which is that of the rows. */
function lanesOf({ layout: { along, value }, spec }: Plan): Recipe["lanes"] {
  const isNamed = along?.field.type === "category" || along?.field.type === "text";
  if (spec.group === "count" || !isNamed || value === null) return null;
  return { axis: value === "x" ? "y" : "x", column: along.column };
}

/** A line has its name at its end, and so has a bar that lies alone in its lane; more names than fit there go to a key. */
function namingOf({ mark, group }: Spec, { value, along, colour }: Layout, series: number): Plan["naming"] {
  if (along?.column === colour?.column) return "lanes";
  if (group !== "none") return "key";
  if (mark === "lines") return series <= mostLabels ? "marks" : "key";
  return mark === "bars" && value === "x" ? "marks" : "key";
}

function frame({ layout, points, names, narrow, series, naming }: Plan): Options {
  const lanes = layout.value === "y" ? null : layout.value === null ? layout.crossed : layout.along;
  const room = naming === "marks" ? Math.max(0, ...series.map(({ name }) => textWidth(name, 13.5, 600))) : 0;
  return {
    height: lanes
      ? 66 + 28 * new Set(points.map((point) => point[lanes.column])).size
      : layout.value === "x"
        ? 120
        : narrow
          ? 300
          : 380,
    marginTop: 34,
    marginRight: Math.round(Math.min(room, narrow ? 96 : 180)) + 24,
    marginBottom: layout.value === "x" ? 12 : 30,
    marginLeft: names
  };
}

function namesWidth(points: readonly Point[], { value, along, crossed }: Layout, narrow: boolean): number {
  if (value === "y") return 64;
  const column = value === null ? crossed?.column : along?.column;
  const widest = Math.max(0, ...points.map((point) => textWidth(String(point[column ?? ""] ?? ""), 12.5)));
  return Math.round(Math.min(widest, narrow ? 120 : 220)) + 16;
}

/** Colours as a scale, so that a mark names only its column. */
function colourScale({ series, spec }: Plan): Options {
  if (series.length === 0) return {};
  const domain = series.map(({ name }) => name);
  const isShaped = spec.mark === "dots" && spec.group === "none" && series.length > 1;
  return {
    color: { domain, range: series.map(({ mark }) => mark) },
    ...(isShaped ? { symbol: { domain, range: series.map(({ shape }) => shape) } } : {})
  };
}
