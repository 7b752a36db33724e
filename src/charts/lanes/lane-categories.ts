import * as Plot from "@observablehq/plot";
import { evidenceHref } from "../marks/base.ts";
import { svgNode } from "../marks/svg-node.ts";
import { textWidth } from "../marks/text-width.ts";
import { detailSize, type LaneCategory } from "./lane-layout.ts";
import { barHalf, type LaneScale, type PlacedLane } from "./placed-lane.ts";

interface Piece extends LaneCategory {
  y: number;
}

/** Between two categories, and between text and the end of its piece. */
const gap = 2;
const inset = 8;

const piecesOf = (lanes: readonly PlacedLane[]): Piece[] =>
  lanes.flatMap(({ categories = [], y }) => categories.map((category) => ({ ...category, y })));

/** The bars of official counts, a piece a category. */
export function categoryBars(lanes: readonly PlacedLane[], x: LaneScale): Plot.Markish {
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
export function categoryLabels(lanes: readonly PlacedLane[], x: LaneScale): Plot.Markish {
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
