import { colourOf } from "./mark-options.ts";
import type { Options, Plan, RecipeMark } from "./recipe.ts";

/** Rows counted: bars, dots or lines of how many there are; where two categories cross, a dot by how many, with the count. */
export function countMarks(plan: Plan): RecipeMark[] {
  const { layout, subsets, spec } = plan;
  const data = subsets.points;
  const along = layout.along?.column ?? null;
  const colour = colourOf(plan);
  if (layout.value === null) {
    const place = { x: along, y: layout.crossed?.column ?? null };
    const transform = (output: Options) => ({ name: "group" as const, outputs: output });
    return [
      { mark: "dot", data, transform: transform({ r: "count" }), options: { ...place, fill: "var(--rule2)" } },
      {
        mark: "text",
        data,
        transform: transform({ text: "count" }),
        options: { ...place, fontSize: 13, fill: "var(--ink)" }
      }
    ];
  }
  const horizontal = layout.value === "x";
  const transform = horizontal
    ? { name: "groupY" as const, outputs: { x: "count" } }
    : { name: "groupX" as const, outputs: { y: "count" } };
  const place = horizontal ? { y: along } : { x: along };
  if (spec.mark === "bars")
    return [
      {
        mark: horizontal ? "barX" : "barY",
        data,
        transform,
        options: { ...place, fill: colour, ...pieces(plan), ...order(plan) }
      }
    ];
  const dot: RecipeMark = { mark: "dot", data, transform, options: { ...place, fill: colour, r: 4.5 } };
  if (spec.mark !== "lines") return [{ ...dot, options: { ...dot.options, ...order(plan) } }];
  return [{ mark: "line", data, transform, options: { ...place, stroke: colour, strokeWidth: 2.4, sort: along } }, dot];
}

/** The pieces of every bar stand in the order of the key, with paper between them: not by their colours alone. */
const pieces = ({ layout, series, naming }: Plan): Options =>
  naming === "key"
    ? { order: series.map(({ name }) => name), [layout.value === "x" ? "insetRight" : "insetTop"]: 1 }
    : {};

/** Categories stand in the order of their counts; of a bar in pieces, its last piece ends where the whole does. */
function order({ layout: { value, along } }: Plan): Options {
  if (along?.field.type !== "category") return {};
  return { sort: value === "x" ? { y: "-x", reduce: "max" } : { x: "-y", reduce: "max" } };
}
