import {
  axisX,
  axisY,
  barX,
  barY,
  dot,
  gridX,
  gridY,
  group,
  groupX,
  groupY,
  line,
  type Markish,
  type PlotOptions,
  plot as plotMarks,
  ruleX,
  ruleY,
  selectMaxX,
  text,
  tickX,
  tickY
} from "@observablehq/plot";
import type { Point } from "./points.ts";
import type { MarkName, Options, Recipe, RecipeMark, TransformName } from "./recipe.ts";

/** One drawing of a chart, and what its panel shows. */
export interface Drawing {
  panel: string | null;
  svg: Element;
}

/** Draws a recipe through Plot: one drawing, or one for each panel with scales of its own. */
export function drawRecipe(
  recipe: Recipe,
  points: readonly Point[],
  canvas: { width: number; document: Document }
): Drawing[] {
  const { panel } = recipe;
  if (panel === null) return [{ panel, svg: drawPanel(recipe, points, canvas) }];
  return [...new Set(points.map((point) => point[panel]))].map((name) => ({
    panel: name === null || name === undefined ? "not given" : String(name),
    svg: drawPanel(
      recipe,
      points.filter((point) => point[panel] === name),
      canvas
    )
  }));
}

function drawPanel(
  { plot, marks, lanes }: Recipe,
  points: readonly Point[],
  canvas: { width: number; document: Document }
): Element {
  const domain = lanes && [...new Set(points.flatMap((point) => point[lanes.column] ?? []))];
  const order = lanes ? { [lanes.axis]: { ...(plot[lanes.axis] as Options), domain } } : {};
  return plotMarks({ ...plot, ...order, ...canvas, marks: marks.map((mark) => plotMark(mark, points)) } as PlotOptions);
}

// Recipes hold options as data, for every mark alike; Plot types them for each mark apart.
type MakeMark = (data: unknown, options: unknown) => Markish;
type Transform = (first: unknown, options?: unknown) => Options;

const makers = {
  ...{ axisX, axisY, gridX, gridY, ruleX, ruleY },
  ...{ line, dot, barX, barY, tickX, tickY, text }
} as Readonly<Record<MarkName, MakeMark>>;
const transforms = { groupX, groupY, group, selectMaxX } as Readonly<Record<TransformName, Transform>>;

function plotMark({ mark, data, transform, options }: RecipeMark, points: readonly Point[]): Markish {
  const make = makers[mark];
  if (data === null) return (make as (options: unknown) => Markish)(options);
  const rows = "keeps" in data ? points.filter(data.keeps) : data;
  if (!transform) return make(rows, options);
  const change = transforms[transform.name];
  return make(rows, transform.outputs ? change(transform.outputs, options) : change(options));
}
