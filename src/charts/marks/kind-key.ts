import * as Plot from "@observablehq/plot";
import type { Size } from "../chart.ts";
import { capitalised } from "../words/format.ts";
import { labels } from "./pixel-plot.ts";
import { symbolLook, symbolStyle, symbolStyles } from "./symbols.ts";
import { textWidth } from "./text-width.ts";

const narrowest: Readonly<Record<Size, number>> = { sm: 280, md: 520, lg: 800 };
const line = 22;
const textSize = 13;
const symbolRoom = 18;
const gap = 20;
/** A stand-in for the font may be wider. */
const tolerance = 1.1;

/** What the symbols of a drawing mean, from its top, for drawings in which no label says whose a symbol is. */
export function kindKey(kinds: readonly string[], size: Size): Plot.Markish {
  const entries = placed(kinds, size);
  return [
    Plot.dot(entries, {
      x: ({ x }) => x + 7,
      y: "y",
      r: 4.5,
      sort: null,
      ...symbolLook(({ kind }: { kind: string }) => kind)
    }),
    labels(
      entries.map(({ x, y, text }) => ({ x: x + symbolRoom, y: y + 5, text })),
      { fontSize: textSize, fill: "var(--ink2)" }
    )
  ];
}

/** How much of a drawing's height its key takes. */
export const keyHeight = (kinds: readonly string[], size: Size): number => (placed(kinds, size).at(-1)?.y ?? 0) + 10;

/** The kinds in the key's order, in lines that fit the narrowest width of a size. */
function placed(kinds: readonly string[], size: Size) {
  let [x, y] = [0, 10];
  return Object.keys(symbolStyles)
    .filter((kind) => kinds.includes(kind))
    .map((kind) => {
      const text = capitalised(symbolStyle(kind).label);
      const width = symbolRoom + tolerance * textWidth(text, textSize);
      if (x > 0 && x + width > narrowest[size]) [x, y] = [0, y + line];
      const entry = { kind, text, x, y };
      x += width + gap;
      return entry;
    });
}
