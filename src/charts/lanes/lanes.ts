import * as Plot from "@observablehq/plot";
import type { Canvas, Size } from "../chart.ts";
import { base } from "../marks/base.ts";
import { bracketMark } from "../marks/bracket.ts";
import { tidySvg } from "../marks/tidy-svg.ts";
import { laneLabels } from "./lane-labels.ts";
import {
  axisEnd,
  axisHeight,
  blockTops,
  bracketOffset,
  detailSize,
  type LaneBlock,
  type LaneLayout,
  laneLayout
} from "./lane-layout.ts";
import { laneMarks } from "./lane-marks.ts";
import type { LaneScale } from "./placed-lane.ts";

/** The height of a figure of lanes. */
export function lanesHeight(size: Size, blocks: readonly LaneBlock[]): number {
  return blockTops(laneLayout(size, blocks), blocks).height;
}

/** Draws blocks of lanes under each other, each with an axis of its own. */
export function drawLanes(blocks: readonly LaneBlock[], canvas: Canvas): Element {
  const layout = laneLayout(canvas.size, blocks);
  const { tops, height } = blockTops(layout, blocks);
  const { marginLeft, marginRight } = layout;
  const options: Plot.PlotOptions = {
    marginTop: 0,
    marginBottom: 0,
    marginLeft,
    marginRight,
    x: { domain: [0, 1] },
    y: { type: "identity" },
    marks: blocks.map((block, index) => blockMarks(block, tops[index] ?? 0, layout, canvas.width))
  };
  return tidySvg(Plot.plot(base(canvas, height, options)));
}

function blockMarks(block: LaneBlock, top: number, layout: LaneLayout, width: number): Plot.Markish {
  const { marginLeft, marginRight, pitch, line } = layout;
  const end = axisEnd(block);
  const axis = top + layout.heading + axisHeight;
  const bottom = axis + block.lanes.length * pitch;
  const lanes = block.lanes.map((lane, index) => ({ ...lane, y: axis + index * pitch + line }));
  const x: LaneScale = {
    value: (value) => value / end,
    place: (value) => marginLeft + (value / end) * (width - marginLeft - marginRight),
    pixel: (pixel) => (pixel - marginLeft) / (width - marginLeft - marginRight),
    width
  };
  const { bracket } = block;
  return [
    heading(block, layout, top),
    axisMarks(block, layout, x, { axis, bottom }),
    laneMarks(lanes, layout, x),
    laneLabels(lanes, layout, x),
    bracket
      ? bracketMark({ ...bracket, from: x.value(bracket.from), to: x.value(bracket.to) }, bottom + bracketOffset, "up")
      : null
  ];
}

/** Gridlines through the lanes, the zero line in ink, tick labels above them. */
function axisMarks(
  { ticks, tickText }: LaneBlock,
  { labels }: LaneLayout,
  x: LaneScale,
  { axis, bottom }: { axis: number; bottom: number }
): Plot.Markish {
  const others = ticks.filter((tick) => tick > 0);
  const grid = (values: readonly number[], stroke: string) =>
    Plot.ruleX(values.map(x.value), { stroke, y1: axis - 6, y2: bottom });
  const words = (values: readonly number[], textAnchor: "start" | "middle") =>
    Plot.text([...values], {
      x: x.value,
      y: axis - 16,
      text: tickText,
      textAnchor,
      fill: "var(--ink3)",
      fontSize: detailSize
    });
  return [
    grid(others, "var(--rule)"),
    grid([0], "var(--ink)"),
    words(others, "middle"),
    words([0], labels === "above" ? "start" : "middle")
  ];
}

function heading({ heading: text }: LaneBlock, { labels, marginLeft }: LaneLayout, top: number): Plot.Markish {
  if (!text) return null;
  return Plot.text([text], {
    frameAnchor: "left",
    dx: -marginLeft,
    textAnchor: "start",
    y: top + (labels === "above" ? 14 : 10),
    text: (words: string) => words,
    fill: "var(--ink2)",
    fontSize: 13,
    fontWeight: 600
  });
}
