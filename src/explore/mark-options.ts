import type { Options, Plan } from "./recipe.ts";

const plainColour = "var(--ink)";

/** The colour of a mark: its series' where there are series. */
export const colourOf = ({ layout, series }: Plan): string =>
  series.length > 0 ? (layout.colour?.column ?? plainColour) : plainColour;

/** How a span from low to high looks. */
export const thick = (stroke: string): Options => ({ stroke, strokeWidth: 5, strokeLinecap: "round" });
