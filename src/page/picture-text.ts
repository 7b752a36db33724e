import { htmlEscape as esc } from "escape-goat";
import { wrapText } from "../charts/marks/text-width.ts";

/** How a paragraph of a picture is set; sizes in px. */
export interface PictureStyle {
  family: "var(--sans)" | "var(--disp)";
  size: number;
  leading: number;
  colour: string;
  weight?: number;
  /** How much wider the family runs than the sans that widths are estimated for. */
  stretch?: number;
}

/** A paragraph set at a width: its lines as SVG text below `top`, and how tall it is. */
export interface PictureText {
  svg: string;
  height: number;
}

/** Breaks a paragraph into lines and sets it from (x, top) on; an empty one takes no room. */
export function pictureText(
  text: string,
  { x, top, width }: { x: number; top: number; width: number },
  { family, size, leading, colour, weight = 400, stretch = 1 }: PictureStyle
): PictureText {
  const plain = text.replaceAll("\u2060", "");
  const lines = plain === "" ? [] : wrapText(plain, width / stretch, size);
  const baseline = (leading + size * 0.7) / 2;
  const svg = lines
    .map((line, index) => `<tspan x="${x}" y="${round(top + index * leading + baseline)}">${esc(line)}</tspan>`)
    .join("");
  return {
    svg:
      svg && `<text font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${colour}">${svg}</text>`,
    height: lines.length * leading
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
