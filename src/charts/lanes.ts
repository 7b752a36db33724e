import * as Plot from "@observablehq/plot";
import type { Comparator } from "../ledger/schema.ts";
import { base } from "./base.ts";
import { type Bracket, bracketHeight, bracketMark } from "./bracket.ts";
import type { Canvas, Size } from "./chart.ts";
import { svgNode } from "./svg-node.ts";
import { symbolMarks, symbolStyle } from "./symbols.ts";
import { textWidth } from "./text-width.ts";
import { tidySvg } from "./tidy-svg.ts";

/** One source's line: who, where, and its number. Numbers are in the unit of the block's axis. */
export interface Lane {
  name: string;
  detail: string;
  kind: string;
  evidence: string;
  label: string;
  at: number;
  /** Both ends of an interval as printed. */
  interval?: readonly [number, number];
  comparator: Comparator;
  text: string;
  /** After the value, in small type. */
  remark?: string;
  /** A bar in place of the line, for what is no one's statement; parts lie over each other from zero. */
  bar?: readonly { to: number; colour: string }[];
}

/** Lanes that share an axis from zero, and the bracket under them. */
export interface LaneBlock {
  /** Said where a figure has two blocks. */
  heading?: string;
  lanes: readonly Lane[];
  ticks: readonly number[];
  tickText: (tick: number) => string;
  bracket?: Bracket;
}

interface Layout {
  left: number;
  right: number;
  /** px from a lane's top to its line, and to the next lane. */
  line: number;
  pitch: number;
  /** The narrowest width of the size: what must fit, fits there. */
  narrowest: number;
}

const axisHeight = 26;
const blockGap = 34;
const narrowest: Readonly<Record<Size, number>> = { sm: 280, md: 520, lg: 800 };
const nameSize = 14;
const detailSize = 12.5;
const valueSize = 15;
/** From a symbol's centre to its value. */
const valueOffset = 13;
const arrowRoom = 15;

/** The height of a figure of lanes. */
export function lanesHeight(size: Size, blocks: readonly LaneBlock[]): number {
  const layout = layoutOf(size, blocks);
  return blocks.reduce((sum, block, index) => sum + blockHeight(block, layout, size) + (index ? blockGap : 0), 0);
}

/** Draws blocks of lanes under each other, each with an axis of its own. */
export function drawLanes(blocks: readonly LaneBlock[], canvas: Canvas): Element {
  const layout = layoutOf(canvas.size, blocks);
  const marks: Plot.Markish[] = [];
  let top = 0;
  for (const block of blocks) {
    marks.push(blockMarks(block, top, layout, canvas));
    top += blockHeight(block, layout, canvas.size) + blockGap;
  }
  return tidySvg(
    Plot.plot(
      base(canvas, lanesHeight(canvas.size, blocks), {
        marginTop: 0,
        marginBottom: 0,
        marginLeft: layout.left,
        marginRight: layout.right,
        x: { domain: [0, 1] },
        y: { type: "identity" },
        marks
      })
    )
  );
}

function layoutOf(size: Size, blocks: readonly LaneBlock[]): Layout {
  const lanes = blocks.flatMap((block) => block.lanes.map((lane) => ({ lane, share: lane.at / axisEnd(block) })));
  const narrow = narrowest[size];
  if (size === "sm") {
    const oneLine = lanes.every(
      ({ lane }) => !lane.remark && labelWidth(lane) + textWidth(lane.text, valueSize, 600) + 24 < narrow
    );
    const lastTicks = blocks.map(({ ticks, tickText }) => textWidth(tickText(Math.max(...ticks)), detailSize) / 2);
    return {
      left: 1,
      right: Math.ceil(Math.max(12, ...lastTicks)),
      line: oneLine ? 36 : 49,
      pitch: oneLine ? 54 : 66,
      narrowest: narrow
    };
  }
  const column = Math.max(
    size === "lg" ? 226 : 188,
    ...lanes.map(({ lane }) => Math.max(textWidth(lane.name, nameSize, 600), textWidth(lane.detail, detailSize)) + 16)
  );
  const frame = narrow - column;
  const overhang = lanes.map(({ lane, share }) => frame * (share - 1) + valueWidth(lane) + valueOffset + arrowRoom);
  return {
    left: Math.ceil(column),
    right: Math.ceil(Math.max(24, ...overhang)),
    line: 24,
    pitch: 44,
    narrowest: narrow
  };
}

const labelWidth = ({ name, detail }: Lane) => textWidth(name, nameSize, 600) + 5 + textWidth(detail, detailSize);
const valueWidth = ({ text, remark }: Lane) =>
  textWidth(text, valueSize, 600) + (remark ? 8 + textWidth(remark, detailSize) : 0);

const axisEnd = ({ ticks, lanes }: LaneBlock) => Math.max(...ticks, ...lanes.map(({ at }) => at));

function headingHeight({ heading }: LaneBlock, size: Size): number {
  return heading && size === "sm" ? 24 : 0;
}

function blockHeight(block: LaneBlock, layout: Layout, size: Size): number {
  const bracket = block.bracket ? 14 + bracketHeight(block.bracket, layout.narrowest) : 0;
  return headingHeight(block, size) + axisHeight + block.lanes.length * layout.pitch + bracket;
}

function blockMarks(block: LaneBlock, top: number, layout: Layout, { size, width }: Canvas): Plot.Markish {
  const end = axisEnd(block);
  const axis = top + headingHeight(block, size) + axisHeight;
  const bottom = axis + block.lanes.length * layout.pitch;
  const lanes = block.lanes.map((lane, index) => ({ ...lane, y: axis + index * layout.pitch + layout.line }));
  const x = (value: number) => value / end;
  const grid = (ticks: readonly number[], stroke: string) =>
    Plot.ruleX(ticks.map(x), { stroke, y1: axis - 6, y2: bottom });
  const tickLabels = (ticks: readonly number[], textAnchor: "start" | "middle") =>
    Plot.text([...ticks], {
      x,
      y: axis - 16,
      text: block.tickText,
      textAnchor,
      fill: "var(--ink3)",
      fontSize: detailSize
    });
  return [
    headingMark(block, top + (size === "sm" ? 14 : 16), layout),
    grid(
      block.ticks.filter((tick) => tick > 0),
      "var(--rule)"
    ),
    grid([0], "var(--ink)"),
    tickLabels(
      block.ticks.filter((tick) => tick > 0),
      "middle"
    ),
    tickLabels([0], size === "sm" ? "start" : "middle"),
    laneMarks(lanes, x),
    size === "sm" ? wideLabels(lanes, layout, width) : sideLabels(lanes, layout, x),
    block.bracket
      ? bracketMark({ ...block.bracket, from: x(block.bracket.from), to: x(block.bracket.to) }, bottom + 14, "up")
      : null
  ];
}

interface PlacedLane extends Lane {
  y: number;
}

const opensLeft = ({ comparator }: Lane) => comparator === "<" || comparator === "<=" || comparator === "nearly";
const opensRight = ({ comparator }: Lane) => comparator === ">" || comparator === ">=";

function laneMarks(lanes: readonly PlacedLane[], x: (value: number) => number): Plot.Markish {
  const said = lanes.filter(({ bar }) => !bar);
  const stem = (rows: PlacedLane[], insetRight: number) =>
    Plot.ruleY(rows, {
      y: "y",
      x1: 0,
      x2: (lane: PlacedLane) => x(lane.at),
      insetRight,
      stroke: "var(--rule2)"
    });
  const parts = lanes.flatMap(({ bar = [], y }) => bar.map((part) => ({ ...part, y })));
  const bars = lanes.filter(({ bar }) => bar);
  const symbols = (rows: PlacedLane[], dx: number) =>
    symbolMarks(rows, {
      x: (lane) => x(lane.at),
      y: ({ y }) => y,
      kind: ({ kind }) => kind,
      evidence: ({ evidence }) => evidence,
      label: ({ label }) => label,
      dx
    });
  return [
    stem(
      said.filter((lane) => !opensLeft(lane)),
      0
    ),
    stem(said.filter(opensLeft), 26),
    Plot.rect(parts, {
      x1: 0,
      x2: (part: { to: number }) => x(part.to),
      y1: ({ y }: { y: number }) => y - 9,
      y2: ({ y }: { y: number }) => y + 9,
      fill: "colour"
    }),
    Plot.link(
      lanes.filter(({ interval }) => interval),
      {
        x1: ({ interval }: Lane) => x(interval?.[0] ?? 0),
        x2: ({ interval }: Lane) => x(interval?.[1] ?? 0),
        y1: "y",
        y2: "y",
        stroke: ({ kind }: Lane) => symbolStyle(kind).colour,
        strokeWidth: 5,
        strokeLinecap: "round"
      }
    ),
    arrows(lanes, x),
    symbols(said, 0),
    symbols(bars, 12)
  ];
}

/** An arrow at the mark, to the left for "up to", "less than" and "nearly", to the right for "over" and "at least". */
function arrows(lanes: readonly PlacedLane[], x: (value: number) => number): Plot.Markish {
  return (_index, scales, _values, _dimensions, { document }) => {
    const group = svgNode(document, "g", { fill: "none", "stroke-width": 1.5 });
    for (const lane of lanes) {
      const sign = opensLeft(lane) ? -1 : opensRight(lane) ? 1 : 0;
      if (sign === 0) continue;
      const at = Number(scales.x?.(x(lane.at)));
      const d = `M${at + sign * 10} ${lane.y}h${sign * 11}m${sign * -4} -4l${sign * 4} 4l${sign * -4} 4`;
      group.append(svgNode(document, "path", { d, stroke: symbolStyle(lane.kind).colour }));
    }
    return group.childNodes.length > 0 ? group : null;
  };
}

const halo = { stroke: "var(--paper)", strokeWidth: 4 } as const;

/** Names and details in a column at the left, the value at its symbol. */
function sideLabels(lanes: readonly PlacedLane[], { left }: Layout, x: (value: number) => number): Plot.Markish {
  const atLeft = { frameAnchor: "left", dx: -left, textAnchor: "start", y: "y" } as const;
  const afterSymbol = (lane: PlacedLane) => valueOffset + (lane.bar ? 10 : 0) + (opensRight(lane) ? arrowRoom : 0);
  return [
    Plot.text([...lanes], { ...atLeft, dy: -7, text: "name", fill: "var(--ink)", fontSize: nameSize, fontWeight: 600 }),
    Plot.text([...lanes], { ...atLeft, dy: 10, text: "detail", fill: "var(--ink3)", fontSize: detailSize }),
    lanes.map((lane) => [
      Plot.text([lane], {
        x: x(lane.at),
        y: "y",
        dx: afterSymbol(lane),
        text: "text",
        textAnchor: "start",
        fill: "var(--ink)",
        fontSize: valueSize,
        fontWeight: 600,
        ...halo
      }),
      lane.remark
        ? Plot.text([lane], {
            x: x(lane.at),
            y: "y",
            dx: afterSymbol(lane) + textWidth(lane.text, valueSize, 600) + 8,
            text: "remark",
            textAnchor: "start",
            fill: "var(--ink3)",
            fontSize: detailSize,
            ...halo
          })
        : null
    ])
  ];
}

/** Name, detail and value above the lane, the value at the right end. */
function wideLabels(lanes: readonly PlacedLane[], layout: Layout, width: number): Plot.Markish {
  const oneLine = layout.pitch === 54;
  return (_index, _scales, _values, _dimensions, { document }) => {
    const group = svgNode(document, "g", { "text-anchor": "start", stroke: "none" });
    for (const lane of lanes) {
      const top = lane.y - layout.line;
      const detail = oneLine ? { dx: 5 } : { x: 4, dy: 16 };
      group.append(
        svgNode(
          document,
          "text",
          { x: 4, y: top + 20, fill: "var(--ink)", "font-size": nameSize, "font-weight": 600, ...haloAttributes },
          lane.name,
          svgNode(
            document,
            "tspan",
            { ...detail, fill: "var(--ink3)", "font-size": detailSize, "font-weight": 400 },
            lane.detail
          )
        ),
        svgNode(
          document,
          "text",
          {
            x: width,
            y: top + 20,
            fill: "var(--ink)",
            "font-size": valueSize,
            "font-weight": 600,
            "text-anchor": "end",
            ...haloAttributes
          },
          lane.text,
          svgNode(
            document,
            "tspan",
            { x: width, dy: 16, fill: "var(--ink3)", "font-size": detailSize, "font-weight": 400 },
            lane.remark ?? ""
          )
        )
      );
    }
    return group;
  };
}

const haloAttributes = {
  stroke: "var(--paper)",
  "stroke-width": 4,
  "paint-order": "stroke",
  "stroke-linejoin": "round"
};

function headingMark({ heading }: LaneBlock, y: number, { left }: Layout): Plot.Markish {
  if (!heading) return null;
  return Plot.text([heading], {
    frameAnchor: "left",
    dx: -left,
    textAnchor: "start",
    y,
    text: (text: string) => text,
    fill: "var(--ink2)",
    fontSize: 13,
    fontWeight: 600
  });
}
