import type * as Plot from "@observablehq/plot";
import { evidenceHref } from "./base.ts";
import { svgNode } from "./svg-node.ts";
import { textWidth, wrapEvenly, wrapText } from "./text-width.ts";

/** A disagreement: from the lowest to the highest current figure, with their ratio in a gap of the line. */
export interface Bracket {
  /** Ends, on the x scale. */
  from: number;
  to: number;
  /** "×7.5" */
  text: string;
  /** Why the ends differ, in a line of its own under the bracket, or after a ratio that stands beside it. */
  reason?: string;
  /** Dashed where definitions, stages or bases differ: the ratio is arithmetic, not error. */
  dashed: boolean;
  /** The derived quantity that the ratio is. */
  evidence: string;
  /** The ratio for those who do not see it. */
  label: string;
}

const leg = 9;
const ratioSize = 15;
const reasonSize = 12.5;
const reasonLine = 16;
/** Room for a fallback face that is wider than measured. */
const spare = 24;

/** How high a bracket with its reason is, where lines of text may be `width` px wide. */
export function bracketHeight({ reason }: Bracket, width: number): number {
  return 12 + (reason ? wrapText(reason, width - spare, reasonSize).length * reasonLine : 0);
}

/** Draws a bracket; `y` is its line in px, its legs point up or down to the marks. */
export function bracketMark(bracket: Bracket, y: number, legs: "up" | "down" = "up"): Plot.Markish {
  return (_index, scales, _values, dimensions, context) => {
    const { document } = context;
    const [left, right] = [scales.x?.(bracket.from), scales.x?.(bracket.to)].map(Number).sort((a, b) => a - b);
    if (left === undefined || right === undefined) return null;
    const gap = textWidth(bracket.text, ratioSize, 600) + 16;
    const inside = right - left >= gap + 30;
    const middle = (left + right) / 2;
    const tip = legs === "up" ? y - leg : y + leg;
    const line = inside
      ? `M${left} ${tip}V${y}H${middle - gap / 2}M${middle + gap / 2} ${y}H${right}V${tip}`
      : `M${left} ${tip}V${y}H${right}V${tip}`;
    const path = svgNode(document, "path", { d: line, fill: "none", stroke: "var(--ink)" });
    if (bracket.dashed) path.setAttribute("stroke-dasharray", "3 3");
    const textX = inside ? middle : right + 8;
    const anchor = inside ? "middle" : "start";
    const ratio = svgNode(
      document,
      "a",
      { href: evidenceHref(bracket.evidence), "aria-label": bracket.label },
      svgNode(
        document,
        "text",
        { x: textX, y: y + 5, fill: "var(--ink)", "font-size": ratioSize, "font-weight": 600, "text-anchor": anchor },
        bracket.text
      )
    );
    const beside = textX + gap - 10;
    const hasRoom = !inside && textWidth(bracket.reason ?? "", reasonSize) <= dimensions.width - beside;
    const reason = hasRoom
      ? reasonLines([bracket.reason ?? ""], document, { x: beside, y: y + 4.5 }, "start")
      : reasonBelow(bracket, document, dimensions.width, { x: middle, y: y + 23 });
    return svgNode(document, "g", {}, path, ratio, ...reason);
  };
}

/** The reason in as many lines as it takes, under the bracket's middle or, where that has no room, from the nearer edge. */
function reasonBelow({ reason }: Bracket, document: Document, width: number, at: { x: number; y: number }): Element[] {
  const lines = reason ? wrapEvenly(reason, width - spare, reasonSize) : [];
  const half = (Math.max(...lines.map((line) => textWidth(line, reasonSize))) + spare) / 2;
  if (at.x < half) return reasonLines(lines, document, { ...at, x: 0 }, "start");
  if (at.x > width - half) return reasonLines(lines, document, { ...at, x: width }, "end");
  return reasonLines(lines, document, at, "middle");
}

function reasonLines(
  lines: readonly string[],
  document: Document,
  { x, y }: { x: number; y: number },
  anchor: "start" | "middle" | "end"
): Element[] {
  return lines.map((line, index) =>
    svgNode(
      document,
      "text",
      {
        x,
        y: y + index * reasonLine,
        fill: "var(--ink3)",
        "font-size": reasonSize,
        "text-anchor": anchor,
        "aria-hidden": "true"
      },
      line
    )
  );
}
