import * as Plot from "@observablehq/plot";
import type { Size } from "../chart.ts";
import { capitalised } from "../words/format.ts";
import { labels } from "./pixel-plot.ts";
import { symbolLook, symbolStyle, symbolStyles } from "./symbols.ts";
import { inLines } from "./symbols-in-lines.ts";

const setting = { left: 0, top: 10, line: 22, symbolRoom: 18, gap: 20, textSize: 13 };

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
      entries.map(({ x, y, text }) => ({ x: x + setting.symbolRoom, y: y + 5, text })),
      { fontSize: setting.textSize, fill: "var(--ink2)" }
    )
  ];
}

/** How much of a drawing's height its key takes. */
export const keyHeight = (kinds: readonly string[], size: Size): number => (placed(kinds, size).at(-1)?.y ?? 0) + 10;

/** The kinds in the key's order. */
const placed = (kinds: readonly string[], size: Size) =>
  inLines(
    Object.keys(symbolStyles)
      .filter((kind) => kinds.includes(kind))
      .map((kind) => ({ kind, text: capitalised(symbolStyle(kind).label) })),
    size,
    setting
  );
