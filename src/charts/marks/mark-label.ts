import type * as Plot from "@observablehq/plot";
import { halo } from "./halo.ts";
import { labels } from "./pixel-plot.ts";
import { remarkedText } from "./remarked-text.ts";
import { wrapText } from "./text-width.ts";

/** Text beside a mark: its value in bold, under it what else there is to say. */
export interface MarkLabel {
  /** The mark's centre, in px. */
  x: number;
  y: number;
  value: string;
  /** Said of the value, in its line; only to the right of a mark. */
  after?: string;
  details: readonly string[];
  /** On which side of the mark the text stands. */
  side: "left" | "right";
  /** The widest that a line may be. */
  width: number;
}

const valueSize = 14.5;
const detailSize = 13;
const lineHeight = 17;

/** Draws a label: the value level with its mark, the details under it. */
export function markLabel(label: MarkLabel): Plot.Markish {
  const { x, y, value, after, details, side, width } = label;
  const at = side === "right" ? x + 15 : x - 15;
  const anchor = side === "right" ? "start" : "end";
  const lines = details.flatMap((detail) => wrapText(detail, width, detailSize));
  const first = { x: at, y: y + 5, text: value };
  return [
    after
      ? remarkedText({ ...first, fontSize: valueSize, remark: after, remarkSize: detailSize, fill: "var(--ink2)" })
      : labels([first], { anchor, fontSize: valueSize, fontWeight: 600, fill: "var(--ink)", ...halo }),
    labels(
      lines.map((text, index) => ({ x: at, y: y + 5 + (index + 1) * lineHeight, text })),
      { anchor, fontSize: detailSize, fill: "var(--ink2)", ...halo }
    )
  ];
}
