import * as Plot from "@observablehq/plot";
import { noBreakSpace, plainNumber } from "../words/format.ts";
import { labels } from "./pixel-plot.ts";

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
export interface YearPanelOptions {
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
