import type * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import { labels } from "../marks/pixel-plot.ts";
import { svgNode } from "../marks/svg-node.ts";
import { textWidth } from "../marks/text-width.ts";
import { sharesLayout, top } from "./shares-layout.ts";
import { tickPath } from "./tick-path.ts";

/** Heads of the two columns of values; the mark before each word is the figure's only key. */
export function sharesHeads({ size, width }: Canvas): Plot.Markish {
  const { reserves } = sharesLayout[size];
  const head = { fontSize: 12.5, anchor: "end" } as const;
  const columns = [
    { x: width - reserves, word: "reserves" },
    { x: width, word: "output" }
  ];
  const before = columns.map(({ x, word }) => x - textWidth(word, 12.5, 600) - 10);
  return [
    labels(
      columns.map(({ x }) => ({ x, y: top - 28, text: "share of" })),
      { ...head, fill: "var(--ink3)" }
    ),
    labels(
      columns.map(({ x, word }) => ({ x, y: top - 12, text: word })),
      { ...head, fontWeight: 600, fill: "var(--ink)" }
    ),
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(
        document,
        "g",
        {},
        svgNode(document, "path", { d: tickPath(before[0] ?? 0, top - 17), stroke: "var(--ink)", "stroke-width": 2.6 }),
        svgNode(document, "circle", { cx: before[1] ?? 0, cy: top - 17, r: 4.5, fill: "var(--ink)" })
      )
  ];
}
