import * as Plot from "@observablehq/plot";
import type { Comparator } from "../ledger/schema.ts";
import { type DisplayUnit, markAt, quantityText, quantityWithUnit } from "../words/words.ts";
import type { Canvas, Size } from "./figure.ts";
import { type Bracket, bracketHeight, bracketMark } from "./labels.ts";
import { base, evidenceHref, halo, haloAttributes, svgNode, tidySvg } from "./plot.ts";
import { type StatementRow, statementId, statementLabel } from "./rows.ts";
import { symbolMarks, symbolStyle } from "./symbols.ts";
import { remarkedText, textWidth } from "./text.ts";

/** One source's line: who, where, and its number. Numbers are in the unit of the block's axis. */
export interface Lane {
  name: string;
  detail: string;
  symbol: string;
  evidence: string;
  /** The symbol's name for those who do not see it. */
  label: string;
  at: number;
  /** Both ends of an interval as printed. */
  interval?: readonly [number, number];
  comparator: Comparator;
  text: string;
  /** After the value, in small type. */
  remark?: string;
  /** What superseded editions of the same release gave, oldest first: small grey marks on a trail to the current one. */
  earlier?: readonly EarlierValue[];
  /** A bar in place of the line, of categories that follow each other from zero; the symbol stands at its end. */
  categories?: readonly LaneCategory[];
  /** A bar in place of the line, for what is no one's statement; its parts lie over each other, each from zero. */
  bar?: readonly { to: number; colour: string }[];
}

/** A superseded value of a lane, with what is written under its mark; never an end of a bracket. */
interface EarlierValue {
  at: number;
  text: string;
  /** In place of `text` where there is little room. */
  short?: string;
  evidence: string;
  label: string;
}

/** A category of an official count: a piece of its lane's bar. */
export interface LaneCategory {
  from: number;
  to: number;
  colour: string;
  /** The colour of the text on it. */
  ink: string;
  /** Wordings of the text, the longest first: the first that has room is written. */
  texts: readonly string[];
  evidence: string;
  label: string;
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

/** Where things are, in px. What must fit, fits at the narrowest width of a size, so that heights follow the size only. */
interface LaneLayout {
  /** Labels in a column at the left, or on a phone above each lane. */
  labels: "side" | "above";
  marginLeft: number;
  marginRight: number;
  /** From a lane's top to its line, and to the next lane. */
  line: number;
  pitch: number;
  /** Above the axis, for the heading of a block. */
  heading: number;
  narrowest: number;
}

const nameSize = 14;
const detailSize = 12.5;
const valueSize = 15;
const axisHeight = 26;
const bracketOffset = 14;
/** From a symbol's centre to its value; more where an arrow or a bar's equals sign comes between. */
const valueOffset = 13;
const arrowRoom = 15;
const equalsRoom = 10;
/** Baseline of the name above a lane, from the lane's top. */
const nameBaseline = 20;

const blockGap = 34;
const narrowest: Readonly<Record<Size, number>> = { sm: 280, md: 520, lg: 800 };
const column: Readonly<Record<Size, number>> = { sm: 0, md: 188, lg: 226 };

const axisEnd = ({ ticks, lanes }: LaneBlock): number => Math.max(...ticks, ...lanes.map(({ at }) => at));

/** The layout of a figure of lanes at a size. */
function laneLayout(size: Size, blocks: readonly LaneBlock[]): LaneLayout {
  return size === "sm" ? layoutAbove(blocks) : layoutBeside(size, blocks);
}

/** Labels take one line above each lane if all of them fit, else two. */
function layoutAbove(blocks: readonly LaneBlock[]): LaneLayout {
  const lanes = blocks.flatMap((block) => block.lanes);
  const oneLine = lanes.every((lane) => !lane.remark && labelWidth(lane) + valueWidth(lane) + 24 < narrowest.sm);
  const lastTicks = blocks.map(({ ticks, tickText }) => textWidth(tickText(Math.max(...ticks)), detailSize) / 2);
  const forBar = lanes.some(({ bar, categories }) => bar ?? categories) ? 5 : 0;
  const forEarlier = lanes.some(({ earlier = [] }) => earlier.length > 0) ? 6 : 0;
  return {
    labels: "above",
    marginLeft: 1,
    marginRight: Math.ceil(Math.max(12, ...lastTicks)),
    line: (oneLine ? 36 : 49) + forBar,
    pitch: (oneLine ? 54 : 66) + forBar + forEarlier,
    heading: blocks.some(({ heading }) => heading) ? 24 : 0,
    narrowest: narrowest.sm
  };
}

/** The column is as wide as its longest label, the right margin as wide as the value that reaches farthest. */
function layoutBeside(size: Size, blocks: readonly LaneBlock[]): LaneLayout {
  const lanes = blocks.flatMap((block) => block.lanes.map((lane) => ({ lane, share: lane.at / axisEnd(block) })));
  const widest = Math.max(
    ...lanes.map(({ lane }) => Math.max(textWidth(lane.name, nameSize, 600), textWidth(lane.detail, detailSize)))
  );
  const marginLeft = Math.ceil(Math.max(column[size], widest + 16));
  const frame = narrowest[size] - marginLeft;
  const beyond = lanes.map(({ lane, share }) => frame * (share - 1) + valueOffset + arrowRoom + valueWidth(lane));
  return {
    labels: "side",
    marginLeft,
    marginRight: Math.ceil(Math.max(24, ...beyond)),
    line: 24,
    pitch: 44,
    heading: 0,
    narrowest: narrowest[size]
  };
}

const labelWidth = ({ name, detail }: Lane) => textWidth(name, nameSize, 600) + 5 + textWidth(detail, detailSize);
const valueWidth = ({ text, remark }: Lane) =>
  textWidth(text, valueSize, 600) + (remark ? 8 + textWidth(remark, detailSize) : 0);

function blockHeight({ lanes, bracket }: LaneBlock, { heading, pitch, narrowest }: LaneLayout): number {
  const below = bracket ? bracketOffset + bracketHeight(bracket, narrowest) : 0;
  return heading + axisHeight + lanes.length * pitch + below;
}

/** The top of each block, and after the last one the figure's height. */
function blockTops(layout: LaneLayout, blocks: readonly LaneBlock[]): { tops: number[]; height: number } {
  const tops: number[] = [];
  let next = 0;
  for (const block of blocks) {
    tops.push(next);
    next += blockHeight(block, layout) + blockGap;
  }
  return { tops, height: next - blockGap };
}

/** A lane with its line's place in px. */
interface PlacedLane extends Lane {
  y: number;
}

/** From a value to the x scale and to px, and from px to the x scale. */
interface LaneScale {
  value: (value: number) => number;
  place: (value: number) => number;
  pixel: (pixel: number) => number;
  width: number;
}

/** Half the height of a bar. */
const barHalf = 9;

interface Piece extends LaneCategory {
  y: number;
}

/** Between two categories, and between text and the end of its piece. */
const gap = 2;
const inset = 8;

const piecesOf = (lanes: readonly PlacedLane[]): Piece[] =>
  lanes.flatMap(({ categories = [], y }) => categories.map((category) => ({ ...category, y })));

/** The bars of official counts, a piece a category. */
function categoryBars(lanes: readonly PlacedLane[], x: LaneScale): Plot.Markish {
  return Plot.rect(piecesOf(lanes), {
    x1: ({ from }: Piece) => x.value(from),
    x2: ({ to }: Piece) => x.value(to),
    y1: ({ y }: Piece) => y - barHalf,
    y2: ({ y }: Piece) => y + barHalf,
    insetRight: gap,
    fill: "colour"
  });
}

/** What stands on the pieces; each opens the evidence of its category. */
function categoryLabels(lanes: readonly PlacedLane[], x: LaneScale): Plot.Markish {
  return (_index, scales, _values, _dimensions, { document }) => {
    const links = piecesOf(lanes).map(({ from, to, y, ink, texts, evidence, label }) => {
      const [left = 0, right = 0] = [from, to].map((value) => Number(scales.x?.(x.value(value))));
      const room = right - left - 2 * inset;
      const text = texts.find((words) => textWidth(words, detailSize, 600) <= room) ?? texts.at(-1) ?? "";
      const area = { x: left, y: y - barHalf, width: right - left - gap, height: 2 * barHalf };
      const ring = { class: "ring", fill: "none", stroke: "none", "pointer-events": "all", ...area };
      const words = { x: left + inset, y: y + 4.5, fill: ink, "font-size": detailSize, "font-weight": 600 };
      return svgNode(
        document,
        "a",
        { href: evidenceHref(evidence), "aria-label": text === "" ? label : `${text}: ${label}` },
        svgNode(document, "rect", ring),
        svgNode(document, "text", words, text)
      );
    });
    return links.length > 0 ? svgNode(document, "g", { "text-anchor": "start" }, ...links) : null;
  };
}

/** The side of a superseded edition's square beside that of a current one. */
const smaller = 6.6 / 10.4;
const grey = "var(--ink3)";

/** Superseded values: small grey marks with their editions under them, on a dotted trail that leads to the current one. */
function laneTrails(lanes: readonly PlacedLane[], layout: LaneLayout, x: LaneScale): Plot.Markish {
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
      symbol: () => "grey-square",
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

/** Whether the number is an upper bound: an arrow to the left. */
const opensLeft = ({ comparator }: Lane): boolean =>
  comparator === "<" || comparator === "<=" || comparator === "nearly";

/** Whether it is a lower bound: an arrow to the right. */
const opensRight = ({ comparator }: Lane): boolean => comparator === ">" || comparator === ">=";

const equalsOffset = 12;
/** How far a line stops short of a symbol with an arrow to the left. */
const arrowLength = 26;

/** Lines or bars from zero, intervals, arrows, and the symbols that open the evidence. */
function laneMarks(lanes: readonly PlacedLane[], layout: LaneLayout, x: LaneScale): Plot.Markish {
  const parts = lanes.flatMap(({ bar = [], y }) => bar.map((part) => ({ ...part, y })));
  const intervals = lanes.flatMap(({ interval, symbol, y }) => (interval ? [{ interval, symbol, y }] : []));
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
      stroke: ({ symbol }: PlacedLane) => symbolStyle(symbol).colour,
      strokeWidth: 5,
      strokeLinecap: "round"
    }),
    categoryBars(lanes, x),
    arrows(lanes, x),
    laneTrails(lanes, layout, x),
    symbolMarks(lanes, {
      x: (lane) => symbolX(lane, layout, x),
      y: (lane) => (lane.bar && layout.labels === "above" ? lane.y - layout.line + nameBaseline - 5 : lane.y),
      symbol: ({ symbol }) => symbol,
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
      group.append(svgNode(document, "path", { d, stroke: symbolStyle(lane.symbol).colour }));
    }
    return group.childNodes.length > 0 ? group : null;
  };
}

/** Names, details and values of lanes. */
function laneLabels(lanes: readonly PlacedLane[], layout: LaneLayout, x: LaneScale): Plot.Markish {
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
