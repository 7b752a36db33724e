import * as Plot from "@observablehq/plot";
import { svgNode } from "../marks/svg-node.ts";
import { symbolMarks, symbolStyle } from "../marks/symbols.ts";
import { textWidth } from "../marks/text-width.ts";
import { categoryBars, categoryLabels } from "./lane-categories.ts";
import { type Lane, type LaneLayout, nameBaseline, valueSize } from "./lane-layout.ts";
import { laneTrails } from "./lane-trail.ts";
import { barHalf, type LaneScale, type PlacedLane } from "./placed-lane.ts";

/** Whether the number is an upper bound: an arrow to the left. */
export const opensLeft = ({ comparator }: Lane): boolean =>
  comparator === "<" || comparator === "<=" || comparator === "nearly";

/** Whether it is a lower bound: an arrow to the right. */
export const opensRight = ({ comparator }: Lane): boolean => comparator === ">" || comparator === ">=";

const equalsOffset = 12;
/** How far a line stops short of a symbol with an arrow to the left. */
const arrowLength = 26;

/** Lines or bars from zero, intervals, arrows, and the symbols that open the evidence. */
export function laneMarks(lanes: readonly PlacedLane[], layout: LaneLayout, x: LaneScale): Plot.Markish {
  const parts = lanes.flatMap(({ bar = [], y }) => bar.map((part) => ({ ...part, y })));
  const intervals = lanes.flatMap(({ interval, kind, y }) => (interval ? [{ interval, kind, y }] : []));
  return [
    stems(lanes, x),
    Plot.rect(parts, {
      x1: 0,
      x2: (part: { to: number }) => x.value(part.to),
      y1: ({ y }: PlacedLane) => y - barHalf,
      y2: ({ y }: PlacedLane) => y + barHalf,
      fill: "colour"
    }),
    Plot.link(intervals, {
      x1: ({ interval: [low] }: { interval: [number, number] }) => x.value(low),
      x2: ({ interval: [, high] }: { interval: [number, number] }) => x.value(high),
      y: "y",
      stroke: ({ kind }: PlacedLane) => symbolStyle(kind).colour,
      strokeWidth: 5,
      strokeLinecap: "round"
    }),
    categoryBars(lanes, x),
    arrows(lanes, x),
    laneTrails(lanes, layout, x),
    symbolMarks(lanes, {
      x: (lane) => symbolX(lane, layout, x),
      y: (lane) => (lane.bar && layout.labels === "above" ? lane.y - layout.line + nameBaseline - 5 : lane.y),
      kind: ({ kind }) => kind,
      evidence: ({ evidence }) => evidence,
      label: ({ label }) => label
    }),
    categoryLabels(lanes, x)
  ];
}

function stems(lanes: readonly PlacedLane[], x: LaneScale): Plot.Markish {
  const stem = (rows: PlacedLane[], insetRight: number) =>
    Plot.ruleY(rows, {
      y: "y",
      x1: 0,
      x2: ({ at, earlier = [] }: Lane) => x.value(Math.min(at, ...earlier.map((value) => value.at))),
      insetRight,
      stroke: "var(--rule2)"
    });
  const said = lanes.filter(({ bar, categories }) => !bar && !categories);
  return [
    stem(
      said.filter((lane) => !opensLeft(lane)),
      0
    ),
    stem(said.filter(opensLeft), arrowLength)
  ];
}

/** A bar's equals sign stands after its end; where the value is above the bar, before the value. */
function symbolX({ at, bar, text }: Lane, { labels }: LaneLayout, x: LaneScale): number {
  if (!bar) return x.value(at);
  if (labels === "above") return x.pixel(x.width - textWidth(text, valueSize, 600) - equalsOffset);
  return x.value(at) + x.pixel(equalsOffset) - x.pixel(0);
}

/** An arrow at the mark, to the left for "up to", "less than" and "nearly", to the right for "over" and "at least". */
function arrows(lanes: readonly PlacedLane[], x: LaneScale): Plot.Markish {
  return (_index, scales, _values, _dimensions, { document }) => {
    const group = svgNode(document, "g", { fill: "none", "stroke-width": 1.5 });
    for (const lane of lanes) {
      const sign = opensLeft(lane) ? -1 : opensRight(lane) ? 1 : 0;
      if (sign === 0) continue;
      const start = Number(scales.x?.(x.value(lane.at))) + sign * 10;
      const d = `M${start} ${lane.y}h${sign * 11}m${sign * -4} -4l${sign * 4} 4l${sign * -4} 4`;
      group.append(svgNode(document, "path", { d, stroke: symbolStyle(lane.kind).colour }));
    }
    return group.childNodes.length > 0 ? group : null;
  };
}
