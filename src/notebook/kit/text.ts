import type * as Plot from "@observablehq/plot";
import { halo, haloAttributes, labels, svgNode } from "./plot.ts";

/** A text in bold with a remark after it; `x` and the baseline `y` are in px. */
interface RemarkedText {
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

/** Widths of Source Sans in parts of the font size, by class of character: enough to keep labels apart. */
const classes: readonly [RegExp, number][] = [
  [/[ .,:;’'‘|!ijl\u00a0]/, 0.25],
  [/[\u2060]/, 0],
  [/[frt()“”–-]/, 0.34],
  [/[mwMW%]/, 0.8],
  [/[A-Z×=]/, 0.58]
];
const other = 0.52;
const semibold = 1.05;

/** About how wide a text is in px. */
export function textWidth(text: string, fontSize: number, weight = 400): number {
  let width = 0;
  for (const character of text) width += classes.find(([pattern]) => pattern.test(character))?.[1] ?? other;
  return width * fontSize * (weight >= 600 ? semibold : 1);
}

/** Breaks a text into as few lines of at most `width` px as it takes, about equally long, so that no word stands alone. */
export function wrapEvenly(text: string, width: number, fontSize: number): string[] {
  const widest = wrapText(text, width, fontSize);
  const equal = textWidth(text, fontSize) / widest.length;
  for (let room = equal; room < width; room += fontSize) {
    const lines = wrapText(text, room, fontSize);
    if (lines.length === widest.length) return lines;
  }
  return widest;
}

/** Breaks a text between words into lines of at most `width` px. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, fontSize) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Text beside a mark: its value in bold, under it what else there is to say. */
interface MarkLabel {
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
