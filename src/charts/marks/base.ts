import * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";

/** Where a record's evidence stands on its page. */
export const evidenceHref = (id: string): string => `#e-${id.replaceAll(".", "-")}`;

/** Plot options that every figure starts from: size, document, margins, no axis unless a mark draws it. */
export function base(canvas: Canvas, height: number, options: Plot.PlotOptions = {}): Plot.PlotOptions {
  const { x, y, ...rest } = options;
  return {
    document: canvas.document,
    width: canvas.width,
    height,
    marginTop: 26,
    marginRight: 112,
    marginBottom: 28,
    marginLeft: 30,
    x: { axis: null, label: null, ...x },
    y: { axis: null, label: null, ...y },
    ...rest
  };
}

/** Horizontal gridlines over the full width with tick labels standing on them; the unit is on the top tick only. */
export function yAxis(ticks: readonly number[], unit: string, marginLeft = 30): Plot.Markish {
  const last = ticks.at(-1);
  return [
    Plot.gridY(ticks.slice(1), { stroke: "var(--rule)", strokeOpacity: 1, insetLeft: -marginLeft }),
    Plot.ruleY([0], { stroke: "var(--ink)", insetLeft: -marginLeft }),
    Plot.axisY([...ticks], {
      tickSize: 0,
      tickPadding: 0,
      textAnchor: "start",
      dx: -marginLeft,
      dy: -8,
      fill: "var(--ink3)",
      fontSize: 12.5,
      label: null,
      tickFormat: (tick: number) => (tick === last ? `${tick} ${unit}` : `${tick}`)
    })
  ];
}

/** Years along the bottom; on a phone the first in full, then ’22. */
export function xYears(ticks: readonly number[], short = false): Plot.Markish {
  return Plot.axisX([...ticks], {
    tickSize: 4,
    stroke: "var(--rule2)",
    fill: "var(--ink3)",
    fontSize: 12.5,
    label: null,
    tickFormat: (year: number, index: number) => (short && index > 0 ? `’${String(year).slice(2)}` : String(year))
  });
}

/** Vertical gridlines with tick labels above them and a zero line in ink; the unit is on the last tick only. */
export function topAxis(ticks: readonly number[], tickText: (tick: number) => string): Plot.Markish {
  return [
    Plot.ruleX(
      ticks.filter((tick) => tick !== 0),
      { stroke: "var(--rule)" }
    ),
    Plot.ruleX([0], { stroke: "var(--ink)" }),
    Plot.axisX([...ticks], {
      anchor: "top",
      tickSize: 0,
      tickPadding: 8,
      fill: "var(--ink3)",
      fontSize: 12.5,
      label: null,
      tickFormat: tickText
    })
  ];
}
