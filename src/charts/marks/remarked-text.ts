import type * as Plot from "@observablehq/plot";
import { haloAttributes } from "./halo.ts";
import { svgNode } from "./svg-node.ts";

/** A text in bold with a remark after it; `x` and the baseline `y` are in px. */
export interface RemarkedText {
  x: number;
  y: number;
  text: string;
  fontSize: number;
  remark: string;
  remarkSize: number;
  /** Of the remark. */
  fill: string;
}

/** Draws both as one line of text, so that they stay apart in every face that a reader may have. */
export function remarkedText({ x, y, text, fontSize, remark, remarkSize, fill }: RemarkedText): Plot.Markish {
  return (_index, _scales, _values, _dimensions, { document }) =>
    svgNode(
      document,
      "text",
      {
        x,
        y,
        fill: "var(--ink)",
        "font-size": fontSize,
        "font-weight": 600,
        "text-anchor": "start",
        ...haloAttributes
      },
      text,
      svgNode(document, "tspan", { dx: 4, fill, "font-size": remarkSize, "font-weight": 400 }, ` ${remark}`)
    );
}
