import { colourOf, thick } from "./mark-options.ts";
import type { Options, Plan, RecipeMark } from "./recipe.ts";
import { lineLabels } from "./recipe-line-labels.ts";
import type { Subset } from "./subsets.ts";

/** The marks of single rows: values in the chosen form; intervals, bounds and superseded editions as what they are. */
export function dataMarks(plan: Plan): RecipeMark[] {
  const { subsets } = plan;
  const at = places(plan);
  const colour = colourOf(plan);
  return [
    ...intervalMark(plan, colour),
    ...formMarks(plan, at, colour),
    ...drawn("dot", subsets.superseded, { ...at, symbol: "square", fill: "var(--ink3)", r: 3 }, plan),
    ...drawn(
      "dot",
      subsets.bounds,
      { ...at, fill: "var(--paper)", stroke: colour, strokeWidth: 2, r: 4.5, ...shape(plan) },
      plan
    ),
    ...drawn("text", subsets.worded, { ...at, text: "label", ...beside(plan), fill: "var(--ink)", ...halo }, plan),
    ...lineLabels(plan)
  ];
}

const name = { fill: "var(--ink)", fontSize: 13 };
const halo = { fontSize: 13, stroke: "var(--paper)", strokeWidth: 4 };
const beside = ({ layout }: Plan): Options =>
  layout.value === "x" ? { textAnchor: "start", dx: 10 } : { lineAnchor: "bottom", dy: -8 };

/** The columns that place a row: the number's and, where there is one, the other direction's. */
function places({ layout: { value, measured, along } }: Plan): Options {
  const [number, other] = value === "x" ? (["x", "y"] as const) : (["y", "x"] as const);
  return { ...(along ? { [other]: along.column } : {}), ...(measured ? { [number]: measured.column } : {}) };
}

/** A mark for a part of the rows, unless that part is empty. */
function drawn(mark: RecipeMark["mark"], data: Subset | null, options: Options, { points }: Plan): RecipeMark[] {
  return data && points.some(data.keeps) ? [{ mark, data, options }] : [];
}

/** Dots of several series have shapes as well as colours, and so has a bound beside them. */
const shape = ({ spec, layout, series }: Plan): Options =>
  spec.mark === "dots" && series.length > 1 && layout.colour ? { symbol: layout.colour.column } : {};

function formMarks(plan: Plan, at: Options, colour: string): RecipeMark[] {
  const { spec, layout, subsets, points, naming } = plan;
  const data = subsets.points;
  switch (spec.mark) {
    case "lines": {
      const z = points.some((point) => point.line !== undefined) ? "line" : (layout.colour?.column ?? null);
      const x = layout.along?.column ?? null;
      return [
        { mark: "line", data, options: { ...at, z, sort: x, stroke: colour, strokeWidth: 2.4 } },
        { mark: "dot", data, options: { ...at, fill: colour, r: 3 } }
      ];
    }
    case "bars":
      return [
        { mark: layout.value === "x" ? "barX" : "barY", data, options: { ...at, fill: colour } },
        ...(naming === "marks"
          ? [{ mark: "text" as const, data, options: { ...at, text: colour, textAnchor: "start", dx: 6, ...name } }]
          : [])
      ];
    case "strip":
      return [
        { mark: layout.value === "x" ? "tickX" : "tickY", data, options: { ...at, stroke: colour, strokeWidth: 2.5 } }
      ];
    default:
      return [{ mark: "dot", data, options: { ...at, stroke: colour, strokeWidth: 2, r: 4.5, ...shape(plan) } }];
  }
}

function intervalMark(plan: Plan, colour: string): RecipeMark[] {
  const { layout, subsets } = plan;
  const other = layout.along?.column;
  const horizontal = layout.value === "x";
  const ends = horizontal ? { x1: "low", x2: "high" } : { y1: "low", y2: "high" };
  const place = other === undefined ? {} : horizontal ? { y: other } : { x: other };
  return drawn(horizontal ? "ruleY" : "ruleX", subsets.intervals, { ...place, ...ends, ...thick(colour) }, plan);
}
