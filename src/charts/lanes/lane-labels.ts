import * as Plot from "@observablehq/plot";
import { halo, haloAttributes } from "../marks/halo.ts";
import { remarkedText } from "../marks/remarked-text.ts";
import { svgNode } from "../marks/svg-node.ts";
import {
  arrowRoom,
  detailSize,
  equalsRoom,
  type LaneLayout,
  nameBaseline,
  nameSize,
  valueOffset,
  valueSize
} from "./lane-layout.ts";
import { opensRight } from "./lane-marks.ts";
import type { LaneScale, PlacedLane } from "./placed-lane.ts";

/** Names, details and values of lanes. */
export function laneLabels(lanes: readonly PlacedLane[], layout: LaneLayout, x: LaneScale): Plot.Markish {
  return layout.labels === "above" ? labelsAbove(lanes, layout, x) : labelsBeside(lanes, layout, x);
}

const name = { fill: "var(--ink)", fontSize: nameSize, fontWeight: 600 } as const;
const value = { fill: "var(--ink)", fontSize: valueSize, fontWeight: 600 } as const;
const small = { fill: "var(--ink3)", fontSize: detailSize } as const;

/** Names and details in a column at the left, the value at its symbol. */
function labelsBeside(lanes: readonly PlacedLane[], { marginLeft }: LaneLayout, x: LaneScale): Plot.Markish {
  const left = { frameAnchor: "left", dx: -marginLeft, textAnchor: "start", y: "y" } as const;
  const atSymbol = { textAnchor: "start", y: "y", ...halo } as const;
  return [
    Plot.text([...lanes], { ...left, dy: -7, text: "name", ...name }),
    Plot.text([...lanes], { ...left, dy: 10, text: "detail", ...small }),
    lanes.map((lane) => {
      const dx = valueOffset + (lane.bar ? equalsRoom : 0) + (opensRight(lane) ? arrowRoom : 0);
      const { text, remark, y } = lane;
      return remark
        ? remarkedText({
            x: x.place(lane.at) + dx,
            y: y + 5,
            text,
            fontSize: valueSize,
            remark,
            remarkSize: detailSize,
            fill: small.fill
          })
        : Plot.text([lane], { ...atSymbol, x: x.value(lane.at), dx, text: "text", ...value });
    })
  ];
}

/** Name and detail above the lane, the value at the right end of their line. */
function labelsAbove(lanes: readonly PlacedLane[], layout: LaneLayout, x: LaneScale): Plot.Markish {
  const oneLine = layout.line < 49;
  return (_index, _scales, _values, _dimensions, { document }) => {
    const text = (attributes: Record<string, string | number>, words: string, detail: SVGElement) =>
      svgNode(
        document,
        "text",
        { ...attributes, ...haloAttributes, "font-weight": 600, fill: "var(--ink)" },
        words,
        detail
      );
    const detail = (attributes: Record<string, string | number>, words = "") =>
      svgNode(
        document,
        "tspan",
        { ...attributes, fill: "var(--ink3)", "font-size": detailSize, "font-weight": 400 },
        words
      );
    return svgNode(
      document,
      "g",
      { "text-anchor": "start" },
      ...lanes.flatMap((lane) => {
        const y = lane.y - layout.line + nameBaseline;
        const right = x.width;
        return [
          text(
            { x: 4, y, "font-size": nameSize },
            lane.name,
            detail(oneLine ? { dx: 5 } : { x: 4, dy: 16 }, lane.detail)
          ),
          text(
            { x: right, y, "font-size": valueSize, "text-anchor": "end" },
            lane.text,
            detail({ x: right, dy: 16 }, lane.remark)
          )
        ];
      })
    );
  };
}
