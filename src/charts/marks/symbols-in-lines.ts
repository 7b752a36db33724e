import { narrowestWidth, type Size } from "../chart.ts";
import { textWidth } from "./text-width.ts";

/** How symbols and their texts are set, in px. */
interface Setting {
  left: number;
  /** The middle of the first line. */
  top: number;
  line: number;
  symbolRoom: number;
  gap: number;
  textSize: number;
}

/** A stand-in for the font may be wider. */
const tolerance = 1.05;

/** Places symbols, each with its text after it, from left to right in lines that fit the narrowest width of a size. */
export function inLines<Entry extends { text: string }>(
  entries: readonly Entry[],
  size: Size,
  { left, top, line, symbolRoom, gap, textSize }: Setting
): (Entry & { x: number; y: number })[] {
  let [x, y] = [left, top];
  return entries.map((entry) => {
    const width = symbolRoom + tolerance * textWidth(entry.text, textSize);
    if (x > left && x + width > narrowestWidth[size]) [x, y] = [left, y + line];
    const placed = { ...entry, x, y };
    x += width + gap;
    return placed;
  });
}
