import * as Plot from "@observablehq/plot";
import type { Canvas, Size } from "./figure.ts";
import { halo, labels, pixelPlot, stroke, ticksTo } from "./plot.ts";
import { yearAxes, yearPanel } from "./series.ts";

/** A bar of a model: its name and its amount. */
export interface ModelBar {
  label: string;
  amount: number;
  colour: string;
}

const pitch = 50;
const thick = 16;

/** The height in px of so many bars, the same at each size: the words stand above the bar. */
export const barsHeight = (bars: number): number => bars * pitch;

/** Bars from zero under each other, each with its name and its amount in words above it; the longest is as wide as the figure. */
export function drawBars(bars: readonly ModelBar[], words: (amount: number) => string, canvas: Canvas): SVGSVGElement {
  const most = Math.max(...bars.map(({ amount }) => amount)) || 1;
  const rows = bars.map((bar, index) => ({
    ...bar,
    top: index * pitch + 26,
    // A thing that is there is seen, however small.
    end: bar.amount > 0 ? Math.max(1.5, (bar.amount / most) * canvas.width) : 0
  }));
  const line = (pick: (bar: ModelBar) => string, anchor: "start" | "end", weight: number) =>
    labels(
      rows.map((row) => ({ x: anchor === "start" ? 0 : canvas.width, y: row.top - 8, text: pick(row) })),
      { anchor, fontSize: 14, fontWeight: weight, fill: "var(--ink)" }
    );
  return pixelPlot(canvas, barsHeight(bars.length), [
    Plot.rect(rows, { x1: 0, x2: "end", y1: "top", y2: ({ top }) => top + thick, fill: "colour" }),
    Plot.ruleX(rows, { x: 0.5, y1: ({ top }) => top - 2, y2: ({ top }) => top + thick + 2, stroke: "var(--ink)" }),
    line(({ label }) => label, "start", 400),
    line(({ amount }) => words(amount), "end", 600)
  ]);
}

/** A path that nobody has observed: amounts by year, and what is said at its end. */
export interface ModelPath {
  points: readonly { x: number; amount: number }[];
  colour: string;
  /** The colour of its words. */
  ink?: string;
  label?: string;
  value?: string;
}

/** What a model draws over the years: paths, and levels to hold them against. Amounts are in `unit`. */
export interface ModelPaths {
  unit: string;
  paths: readonly ModelPath[];
  levels: readonly { amount: number; label: string; value: string }[];
}

const layout: Readonly<Record<Size, { plot: number; right: number }>> = {
  sm: { plot: 190, right: 118 },
  md: { plot: 200, right: 150 },
  lg: { plot: 210, right: 150 }
};
const top = 34;
const below = 30;
/** Two lines of words at a path's end. */
const wordsHeight = 36;

/** The height in px of the drawing at a size, whatever is drawn. */
export const pathsHeight = (size: Size): number => top + layout[size].plot + below;

/** Dashed paths over the years with their names at their ends, and levels as hairlines. */
export function drawPaths({ unit, paths, levels }: ModelPaths, canvas: Canvas): SVGSVGElement {
  const { size, width } = canvas;
  const { plot, right } = layout[size];
  const xs = paths.flatMap(({ points }) => points.map(({ x }) => x));
  const span = [Math.min(...xs), Math.max(...xs)] as const;
  const amounts = [...paths.flatMap(({ points }) => points), ...levels].map(({ amount }) => amount);
  const most = Math.max(...amounts);
  const bottom = top + plot;
  const panel = yearPanel({
    left: 0,
    right: width - right,
    top,
    bottom,
    span,
    years: wholeYears(...span, size === "sm" ? 3 : 5),
    ticks: ticksBeyond(most)
  });
  const ends = pathEnds(paths, panel.y, bottom);
  const words = { fontSize: size === "sm" ? 12.5 : 13.5, ...halo } as const;
  const x = panel.x(span[1]) + 11;
  return pixelPlot(canvas, pathsHeight(size), [
    yearAxes(panel, unit),
    levels.map(({ amount }) =>
      stroke(
        [
          { x: panel.left, y: panel.y(amount) },
          { x: panel.x(span[1]), y: panel.y(amount) }
        ],
        { stroke: "var(--ink3)" }
      )
    ),
    paths.map(({ points, colour }) =>
      stroke(
        points.map((point) => ({ x: panel.x(point.x), y: panel.y(point.amount) })),
        { stroke: colour, strokeWidth: 2.2, strokeDasharray: "2 4", strokeLinecap: "round" }
      )
    ),
    ends.map(({ at, colour }) =>
      Plot.dot([{ x: panel.x(span[1]), y: at }], {
        x: "x",
        y: "y",
        r: 3.5,
        fill: "var(--paper)",
        stroke: colour,
        strokeWidth: 2
      })
    ),
    labels(
      levels.map(({ amount, label, value }) => ({
        x: panel.x(span[1]),
        y: panel.y(amount) - 8,
        text: `${label}: ${value}\u00a0${unit}`
      })),
      { ...words, anchor: "end", fill: "var(--ink2)" }
    ),
    ends.map(({ y, ink, label, value }) => [
      labels([{ x, y: y + 2, text: `${value} ${unit}` }], { ...words, fontWeight: 600, fontSize: 14.5, fill: ink }),
      labels([{ x, y: y + 19, text: label }], { ...words, fill: ink })
    ])
  ]);
}

/** The named paths' ends, the highest first, their words moved apart where they would lie over each other. */
function pathEnds(paths: readonly ModelPath[], yOf: (amount: number) => number, bottom: number) {
  const ends = paths
    .flatMap(({ points, colour, ink = colour, label = "", value = "" }) => {
      const end = points.at(-1);
      return end && label ? [{ at: yOf(end.amount), y: yOf(end.amount), colour, ink, label, value }] : [];
    })
    .sort((a, b) => a.at - b.at);
  let limit = bottom - 24;
  for (const end of ends.toReversed()) {
    end.y = Math.min(end.y, limit);
    limit = end.y - wordsHeight;
  }
  return ends;
}

/** Round ticks, the last of them beyond the largest amount, so that no path leaves the plot. */
function ticksBeyond(most: number): number[] {
  const ticks = ticksTo(most);
  const [, step = 1] = ticks;
  const last = Math.max(...ticks);
  return last < most ? [...ticks, Number((last + step).toPrecision(12))] : ticks;
}

/** The first and the last year, and whole years between them at equal distances, in at most so many steps. */
function wholeYears(first: number, last: number, steps: number): number[] {
  const span = last - first;
  const count = Array.from({ length: steps - 1 }, (_, less) => steps - less).find((parts) => span % parts === 0) ?? 1;
  return Array.from({ length: count + 1 }, (_, index) => first + (index * span) / count);
}
