import * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import { base } from "./base.ts";
import { tidySvg } from "./tidy-svg.ts";

/** A drawing whose marks are placed in px from the top left corner: for figures without axes. */
export function pixelPlot(canvas: Canvas, height: number, marks: Plot.Markish[]): SVGSVGElement {
  const identity = { type: "identity" } as const;
  const plot = Plot.plot(base(canvas, height, { margin: 0, x: identity, y: identity, marks }));
  return tidySvg(plot);
}

/** A line of text at a place in px. */
export interface Label {
  x: number;
  y: number;
  text: string;
}

/** Labels in one style, from their places to the right unless `anchor` says otherwise; y is the baseline. */
export function labels(
  rows: readonly Label[],
  options: Plot.TextOptions & { anchor?: "start" | "middle" | "end" } = {}
) {
  const { anchor = "start", ...rest } = options;
  return Plot.text([...rows], { x: "x", y: "y", text: "text", textAnchor: anchor, lineAnchor: "bottom", ...rest });
}

/** A stroke through points in px. */
export function stroke(points: readonly { x: number; y: number }[], options: Plot.LineOptions = {}) {
  return Plot.line([...points], { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 1, ...options });
}
