import * as Plot from "@observablehq/plot";
import { type DisplayUnit, noBreakSpace, plainNumber } from "../words/words.ts";
import { evidenceHref, labels, svgNode } from "./plot.ts";
import { type StatementRow, statementId, statementLabel } from "./rows.ts";

/** A point of a country's line, in px. Points of one run are joined; runs, such as editions of a yearbook, are not. */
interface SeriesPoint {
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

/** Where a panel of years and amounts stands, in px: its left edge, its top gridline, its baseline. */
export interface YearPanel {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (year: number) => number;
  y: (amount: number) => number;
  years: readonly number[];
  ticks: readonly number[];
}

/** What a panel shows: its first and last year, which years are marked, and the ticks of its amounts, from zero. */
interface YearPanelOptions {
  left: number;
  right: number;
  top: number;
  bottom: number;
  span: readonly [number, number];
  years: readonly number[];
  ticks: readonly number[];
}

/** Room at the left for the tick labels that stand on the gridlines, and at the right for the last symbol. */
const inset = { left: 34, right: 14 };

/** A panel with linear scales for years and for amounts from zero. */
export function yearPanel({ span: [first, last], ...panel }: YearPanelOptions): YearPanel {
  const { left, right, top, bottom } = panel;
  const from = left + inset.left;
  const to = right - inset.right;
  const most = panel.ticks.at(-1) ?? 1;
  return {
    ...panel,
    x: (year) => from + ((year - first) / (last - first)) * (to - from),
    y: (amount) => bottom - (amount / most) * (bottom - top)
  };
}

/** Gridlines over the panel's whole width with their amounts on them, the unit on the top one; years under the zero line. */
export function yearAxes(panel: YearPanel, unit: string): Plot.Markish {
  const { left, right, bottom, x, y, years, ticks } = panel;
  const text = { fill: "var(--ink3)", fontSize: 12.5 };
  return [
    Plot.ruleY(
      ticks.slice(1).map((tick) => crisp(y(tick))),
      { x1: left, x2: right, stroke: "var(--rule)" }
    ),
    Plot.ruleY([crisp(bottom)], { x1: left, x2: right, stroke: "var(--ink)" }),
    Plot.ruleX(
      years.map((year) => crisp(x(year))),
      { y1: bottom, y2: bottom + 4, stroke: "var(--rule2)" }
    ),
    labels(
      ticks.map((tick) => ({
        x: left,
        y: y(tick) - 4,
        text: plainNumber(tick) + (tick === ticks.at(-1) ? noBreakSpace + unit : "")
      })),
      text
    ),
    labels(
      years.map((year) => ({ x: x(year), y: bottom + 19, text: String(year) })),
      { ...text, anchor: "middle" }
    )
  ];
}

/** The middle of a pixel, where a line of one pixel is sharp. */
const crisp = (place: number): number => Math.floor(place) + 0.5;

/** Every fifth year from the first to the last. */
export function fifthYears(first: number, last: number): number[] {
  const start = Math.ceil(first / 5) * 5;
  return Array.from({ length: Math.max(0, Math.floor((last - start) / 5) + 1) }, (_, index) => start + index * 5);
}
