import * as Plot from "@observablehq/plot";
import { type StatementRow, statementLabel } from "../rows/statement-row.ts";
import { statementId } from "../rows/statement-value.ts";
import type { DisplayUnit } from "../words/format.ts";
import { evidenceHref } from "./base.ts";
import { svgNode } from "./svg-node.ts";

/** A point of a country's line, in px. Points of one run are joined; runs, such as editions of a yearbook, are not. */
export interface SeriesPoint {
  x: number;
  y: number;
  run: string;
  /** The record that the point opens, and its name for those who do not see it. */
  evidence: string;
  label: string;
}

/** A year of an edition as a point of its line; `at` is where it stands, in px. */
export const seriesPoint = (
  row: StatementRow & { year: number; edition: string },
  unit: DisplayUnit,
  at: { x: number; y: number }
): SeriesPoint => ({
  ...at,
  run: row.edition,
  evidence: statementId(row),
  label: `${statementLabel(row, unit)}, ${row.year}`
});

/** Draws a line a run, in a country's colour, and the points that open their evidence; by default all of them. */
export function seriesLine(
  points: readonly SeriesPoint[],
  colour: string,
  { opens = points, radius = 3 }: { opens?: readonly SeriesPoint[]; radius?: number } = {}
): Plot.Markish {
  return [
    Plot.line([...points], { x: "x", y: "y", z: "run", stroke: colour, strokeWidth: 2.6, strokeLinejoin: "round" }),
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(
        document,
        "g",
        { fill: colour, "stroke-width": 2 },
        ...opens.map(({ x, y, evidence, label }) => {
          const place = { cx: Number(x.toFixed(1)), cy: Number(y.toFixed(1)) };
          return svgNode(
            document,
            "a",
            { href: evidenceHref(evidence), "aria-label": label },
            svgNode(document, "circle", { class: "ring", ...place, r: 11, fill: "none", "pointer-events": "all" }),
            svgNode(document, "circle", { ...place, r: radius })
          );
        })
      )
  ];
}
