import type * as Plot from "@observablehq/plot";
import { labels, stroke } from "../marks/pixel-plot.ts";
import { tickTexts } from "../marks/ticks.ts";
import { top } from "./shares-layout.ts";

/** With less room between ticks, only the first and the last are labelled. */
const tickRoom = 26;

/** Gridlines down to `end` with their shares above them. */
export function sharesAxis(ticks: readonly number[], x: (share: number) => number, end: number): Plot.Markish {
  const text = tickTexts(ticks, "%");
  const isClose = x(ticks[1] ?? 0) - x(0) < tickRoom;
  const written = ticks.filter((tick) => !isClose || tick === 0 || tick === ticks.at(-1));
  return [
    ...ticks.map((tick) =>
      stroke(
        [
          { x: x(tick), y: top - 6 },
          { x: x(tick), y: end }
        ],
        { stroke: tick === 0 ? "var(--ink)" : "var(--rule)" }
      )
    ),
    labels(
      written.map((tick) => ({ x: x(tick), y: top - 12, text: text(tick) })),
      { anchor: "middle", fill: "var(--ink3)", fontSize: 12.5 }
    )
  ];
}
