import * as Plot from "@observablehq/plot";
import { svgNode } from "../marks/svg-node.ts";
import { symbolMarks } from "../marks/symbols.ts";
import { textWidth } from "../marks/text-width.ts";
import { detailSize, type EarlierValue, type LaneLayout, valueOffset, valueSize } from "./lane-layout.ts";
import type { LaneScale, PlacedLane } from "./placed-lane.ts";

/** The side of a superseded edition's square beside that of a current one. */
const smaller = 6.6 / 10.4;
const grey = "var(--ink3)";

/** Superseded values: small grey marks with their editions under them, on a dotted trail that leads to the current one. */
export function laneTrails(lanes: readonly PlacedLane[], layout: LaneLayout, x: LaneScale): Plot.Markish {
  const marks = lanes.flatMap(({ earlier = [], y }) => withRoom(earlier, x).map((value) => ({ ...value, y })));
  if (marks.length === 0) return null;
  return [
    trails(lanes, layout, x),
    Plot.text(marks, {
      x: ({ at }: EarlierValue) => x.value(at),
      y: "y",
      dy: 14,
      text: "text",
      fill: grey,
      fontSize: detailSize,
      stroke: "var(--paper)",
      strokeWidth: 4
    }),
    symbolMarks(marks, {
      x: ({ at }) => x.value(at),
      y: ({ y }) => y,
      kind: () => "superseded",
      evidence: ({ evidence }) => evidence,
      label: ({ label }) => label,
      scale: smaller
    })
  ];
}

/** The values with their short wordings where the long ones would run into each other. */
function withRoom(earlier: readonly EarlierValue[], x: LaneScale): readonly EarlierValue[] {
  const perPixel = x.pixel(1) - x.pixel(0);
  const spans = earlier
    .map(({ at, text }) => ({ at: x.value(at) / perPixel, half: textWidth(text, detailSize) / 2 + 4 }))
    .sort((a, b) => a.at - b.at);
  const touching = spans.some(({ at, half }, index) => {
    const next = spans[index + 1];
    return next !== undefined && at + half > next.at - next.half;
  });
  return touching ? earlier.map((value) => ({ ...value, text: value.short ?? value.text })) : earlier;
}

/** From the farthest superseded value on either side to an arrowhead before the current symbol, or before its number. */
function trails(lanes: readonly PlacedLane[], { labels }: LaneLayout, x: LaneScale): Plot.Markish {
  return (_index, scales, _values, _dimensions, { document }) => {
    const group = svgNode(document, "g", { fill: "none", stroke: grey, "stroke-linecap": "round" });
    const trail = (start: number, end: number, y: number) => {
      const back = Math.sign(start - end) * 4;
      group.append(
        svgNode(document, "path", { d: `M${start} ${y}H${end}`, "stroke-width": 1.5, "stroke-dasharray": "1.5 3.5" }),
        svgNode(document, "path", { d: `M${end + back} ${y - 4}l${-back} 4l${back} 4`, "stroke-width": 1.3 })
      );
    };
    const pixel = (value: number) => Number(scales.x?.(x.value(value)));
    for (const { earlier = [], at, text, y } of lanes) {
      const values = earlier.map((value) => value.at);
      const besideNumber = valueOffset + textWidth(text, valueSize, 600) + 8;
      const [least, most] = [Math.min(at, ...values), Math.max(at, ...values)];
      if (least < at) trail(pixel(least), pixel(at) - 12, y);
      if (most > at) trail(pixel(most), pixel(at) + (labels === "above" ? 12 : besideNumber), y);
    }
    return group;
  };
}
