import type { Size } from "../chart.ts";
import type { Label } from "../marks/pixel-plot.ts";
import { wrapText } from "../marks/text-width.ts";
import { type HeardRow, publicationsOf, speakersText, total } from "./heard-rows.ts";

/** Where things stand, by size: bars begin at `bar` and speakers at `names`, which fill lines of at most `room`. */
interface Layout {
  bar: number;
  names: number;
  room: number;
  /** Px a position. */
  step: number;
}
// The room is what the narrowest drawing of a size has, so that a height fits all of its widths.
export const heardLayouts: Readonly<Record<Size, Layout>> = {
  sm: { bar: 130, names: 0, room: 280, step: 1.3 },
  md: { bar: 120, names: 275, room: 240, step: 1.3 },
  lg: { bar: 130, names: 395, room: 395, step: 2.4 }
};
const lineHeight = 17;
const headHeight = 30;

interface PlacedLine {
  row: HeardRow;
  y: number;
  texts: Label[];
}

/** Every line at its baseline: a head for each publication, and under it its ways with the speakers beside or below. */
export function placedLines(rows: readonly HeardRow[], size: Size) {
  const { names, room } = heardLayouts[size];
  const below = names === 0;
  const heads: Label[] = [];
  const lines: PlacedLine[] = [];
  let y = 4;
  for (const publication of publicationsOf(rows)) {
    const its = rows.filter((row) => row.publication === publication);
    heads.push({ x: 0, y: y + 18, text: `${publication}, ${total(its)}` });
    y += headHeight;
    for (const row of its) {
      const texts = isOnlyItself(row) ? [] : wrapText(speakersText(row), room, 12.5);
      const top = y + 13;
      lines.push({
        row,
        y: top,
        texts: texts.map((text, index) => ({ x: 0, y: top + (index + (below ? 1 : 0)) * lineHeight, text }))
      });
      y += Math.max(1, texts.length + (below ? 1 : 0)) * lineHeight + 6;
    }
    y += 10;
  }
  return { heads, lines, bottom: y };
}

/** A publication that speaks needs no list of who speaks. */
const isOnlyItself = ({ publication, speakers }: HeardRow): boolean =>
  speakers.every((speaker) => speaker.name === publication);
