import * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import { labels, pixelPlot } from "./pixel-plot.ts";

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
