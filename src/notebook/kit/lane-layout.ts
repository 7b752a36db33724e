import type { Comparator } from "../ledger/schema.ts";
import { narrowestWidth, type Size } from "./figure.ts";
import { type Bracket, bracketHeight } from "./labels.ts";
import { textWidth } from "./text.ts";

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
  /** A bar in place of the line, of categories that follow each other from zero; the symbol stands at its end. */
  categories?: readonly LaneCategory[];
  /** A bar in place of the line, for what is no one's statement; its parts lie over each other, each from zero. */
  bar?: readonly { to: number; colour: string }[];
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
export interface LaneLayout {
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

export const nameSize = 14;
export const detailSize = 12.5;
export const valueSize = 15;
export const axisHeight = 26;
export const bracketOffset = 14;
/** From a symbol's centre to its value; more where an arrow or a bar's equals sign comes between. */
export const valueOffset = 13;
export const arrowRoom = 15;
export const equalsRoom = 10;
/** Baseline of the name above a lane, from the lane's top. */
export const nameBaseline = 20;

const blockGap = 34;
const column: Readonly<Record<Size, number>> = { sm: 0, md: 188, lg: 226 };

export const axisEnd = ({ ticks, lanes }: LaneBlock): number => Math.max(...ticks, ...lanes.map(({ at }) => at));

/** The layout of a figure of lanes at a size. */
export function laneLayout(size: Size, blocks: readonly LaneBlock[]): LaneLayout {
  return size === "sm" ? layoutAbove(blocks) : layoutBeside(size, blocks);
}

/** Labels take one line above each lane if all of them fit, else two. */
function layoutAbove(blocks: readonly LaneBlock[]): LaneLayout {
  const lanes = blocks.flatMap((block) => block.lanes);
  const oneLine = lanes.every((lane) => !lane.remark && labelWidth(lane) + valueWidth(lane) + 24 < narrowestWidth.sm);
  const lastTicks = blocks.map(({ ticks, tickText }) => textWidth(tickText(Math.max(...ticks)), detailSize) / 2);
  const forBar = lanes.some(({ bar, categories }) => bar ?? categories) ? 5 : 0;
  return {
    labels: "above",
    marginLeft: 1,
    marginRight: Math.ceil(Math.max(12, ...lastTicks)),
    line: (oneLine ? 36 : 49) + forBar,
    pitch: (oneLine ? 54 : 66) + forBar,
    heading: blocks.some(({ heading }) => heading) ? 24 : 0,
    narrowest: narrowestWidth.sm
  };
}

/** The column is as wide as its longest label, the right margin as wide as the value that reaches farthest. */
function layoutBeside(size: Size, blocks: readonly LaneBlock[]): LaneLayout {
  const lanes = blocks.flatMap((block) => block.lanes.map((lane) => ({ lane, share: lane.at / axisEnd(block) })));
  const widest = Math.max(
    ...lanes.map(({ lane }) => Math.max(textWidth(lane.name, nameSize, 600), textWidth(lane.detail, detailSize)))
  );
  const marginLeft = Math.ceil(Math.max(column[size], widest + 16));
  const frame = narrowestWidth[size] - marginLeft;
  const beyond = lanes.map(({ lane, share }) => frame * (share - 1) + valueOffset + arrowRoom + valueWidth(lane));
  return {
    labels: "side",
    marginLeft,
    marginRight: Math.ceil(Math.max(24, ...beyond)),
    line: 24,
    pitch: 44,
    heading: 0,
    narrowest: narrowestWidth[size]
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
export function blockTops(layout: LaneLayout, blocks: readonly LaneBlock[]): { tops: number[]; height: number } {
  const tops: number[] = [];
  let next = 0;
  for (const block of blocks) {
    tops.push(next);
    next += blockHeight(block, layout) + blockGap;
  }
  return { tops, height: next - blockGap };
}

/** A lane with its line's place in px. */
export interface PlacedLane extends Lane {
  y: number;
}

/** From a value to the x scale and to px, and from px to the x scale. */
export interface LaneScale {
  value: (value: number) => number;
  place: (value: number) => number;
  pixel: (pixel: number) => number;
  width: number;
}
