import * as Plot from "@observablehq/plot";
import {
  arrowRoom,
  detailSize,
  equalsRoom,
  type Lane,
  type LaneCategory,
  type LaneLayout,
  type LaneScale,
  nameBaseline,
  nameSize,
  type PlacedLane,
  valueOffset,
  valueSize
} from "./lane-layout.ts";
import { evidenceHref, halo, haloAttributes, svgNode } from "./plot.ts";
import { symbolMarks, symbolStyle } from "./symbols.ts";
import { remarkedText, textWidth } from "./text.ts";

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

/** Whether the number is an upper bound: an arrow to the left. */
const opensLeft = ({ comparator }: Lane): boolean =>
  comparator === "<" || comparator === "<=" || comparator === "nearly";

/** Whether it is a lower bound: an arrow to the right. */
const opensRight = ({ comparator }: Lane): boolean => comparator === ">" || comparator === ">=";

const equalsOffset = 12;
/** How far a line stops short of a symbol with an arrow to the left. */
const arrowLength = 26;

/** Lines or bars from zero, intervals, arrows, and the symbols that open the evidence. */
export function laneMarks(lanes: readonly PlacedLane[], layout: LaneLayout, x: LaneScale): Plot.Markish {
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
      x2: ({ at }: Lane) => x.value(at),
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
