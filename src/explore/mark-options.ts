import type { Options, Plan } from "./recipe.ts";

const plainColour = "var(--ink)";

/** The colour of a mark: its series' where there are series. */
export const colourOf = ({ layout, series }: Plan): string =>
  series.length > 0 ? (layout.colour?.column ?? plainColour) : plainColour;

/** Categories stand in the order of their largest number. */
export function order({ layout: { value, along } }: Plan): Options {
  if (along?.field.type !== "category" || value === null) return {};
  return { sort: value === "x" ? { y: "-x", reduce: "max" } : { x: "-y", reduce: "max" } };
}

/** How a span from low to high looks. */
export const thick = (stroke: string): Options => ({ stroke, strokeWidth: 5, strokeLinecap: "round" });
