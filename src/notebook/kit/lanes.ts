import * as Plot from "@observablehq/plot";
import { type DisplayUnit, markAt, quantityText, quantityWithUnit } from "../words/words.ts";
import type { Canvas, Size } from "./figure.ts";
import { bracketMark } from "./labels.ts";
import {
  axisEnd,
  axisHeight,
  blockTops,
  bracketOffset,
  detailSize,
  type Lane,
  type LaneBlock,
  type LaneLayout,
  type LaneScale,
  laneLayout
} from "./lane-layout.ts";
import { laneLabels, laneMarks } from "./lane-marks.ts";
import { base, tidySvg } from "./plot.ts";
import { type StatementRow, statementId, statementLabel } from "./rows.ts";

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

/** A statement as a lane on an axis in `unit`; `per` follows the unit where the mark is named ("a year"). */
export function statementLane(row: StatementRow, unit: DisplayUnit, per = ""): Lane {
  const { low, high } = row;
  const lane: Lane = {
    name: row.speaker,
    detail: row.where,
    symbol: row.symbol,
    evidence: statementId(row),
    label: statementLabel(row, unit, per),
    at: (markAt(row) ?? 0) / unit.factor,
    comparator: row.comparator,
    text: (unit.sign === "%" ? quantityWithUnit : quantityText)(row, unit, { digits: row.digits })
  };
  const isInterval = row.value === null && low !== null && high !== null;
  return isInterval ? { ...lane, interval: [low / unit.factor, high / unit.factor] } : lane;
}

/** Rows by value, lowest first; rows without a number last. */
export function byValue<Row extends StatementRow>(rows: readonly Row[]): Row[] {
  const at = (row: Row) => markAt(row) ?? Number.POSITIVE_INFINITY;
  return [...rows].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}
