import type * as Plot from "@observablehq/plot";
import type { FigureRow } from "../../tables/figures.ts";
import { evidenceHref } from "../marks/base.ts";
import { countryColour } from "../marks/country-colour.ts";
import { svgNode } from "../marks/svg-node.ts";
import { markAt, type Quantity } from "../words/format.ts";
import { shareText } from "./share-text.ts";
import type { PlacedShares } from "./shares-layout.ts";
import { tickPath } from "./tick-path.ts";

const dotRadius = 5;

/** The tick of the reserves and the dot of the output; each opens the evidence of its figure. */
export function sharesMarks(placed: readonly PlacedShares[], x: (share: number) => number): Plot.Markish {
  return (_index, _scales, _values, _dimensions, { document }) => {
    const link = (figure: FigureRow, of: string, quantity: Quantity, draw: (at: number) => SVGElement, y: number) => {
      const at = x(markAt(quantity) ?? 0);
      const label = `${figure.subject_name}, ${shareText(quantity)} of world ${of}`;
      const ring = { class: "ring", cx: at, cy: y, r: 11, fill: "none", "stroke-width": 2, "pointer-events": "all" };
      return svgNode(
        document,
        "a",
        { href: evidenceHref(figure.id), "aria-label": label },
        svgNode(document, "circle", ring),
        draw(at)
      );
    };
    const links = placed.flatMap(({ row, y }) => {
      const colour = countryColour(row.country).mark;
      const tick = (at: number) =>
        svgNode(document, "path", { d: tickPath(at, y), stroke: colour, "stroke-width": 2.6 });
      const dot = (at: number) =>
        svgNode(document, "circle", { cx: at, cy: y, r: dotRadius, fill: colour, stroke: "var(--paper)" });
      return [
        ...(row.reserveShare ? [link(row.reserves, "reserves", row.reserveShare, tick, y)] : []),
        link(row.output, "output", row.outputShare, dot, y)
      ];
    });
    return svgNode(document, "g", {}, ...links);
  };
}
