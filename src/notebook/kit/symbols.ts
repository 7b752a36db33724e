import * as Plot from "@observablehq/plot";
import { capitalised } from "../words/words.ts";
import { narrowestWidth, type Size } from "./figure.ts";
import { evidenceHref, labels, svgNode } from "./plot.ts";
import { textWidth } from "./text.ts";

type Context = CanvasPath;

/** How a symbol is drawn: filled, or open with a line. Paths are in a box of −8…8. */
interface SymbolStyle {
  colour: string;
  open: boolean;
  /** Width of the symbol's own line; 0 for a filled shape. */
  line: number;
  draw: (context: Context, scale: number) => void;
}

const polygon =
  (...points: readonly (readonly [number, number])[]) =>
  (context: Context, scale: number) => {
    points.forEach(([x, y], index) => {
      if (index === 0) context.moveTo(x * scale, y * scale);
      else context.lineTo(x * scale, y * scale);
    });
    context.closePath();
  };

/** The shapes that a vocabulary gives to its kinds of voice, in the order of the key. */
export const symbolStyles: Readonly<Record<string, SymbolStyle>> = {
  square: {
    colour: "var(--k-square)",
    open: false,
    line: 0,
    draw: polygon([-5.2, -5.2], [5.2, -5.2], [5.2, 5.2], [-5.2, 5.2])
  },
  diamond: {
    colour: "var(--k-diamond)",
    open: false,
    line: 0,
    draw: polygon([0, -7.3], [7.3, 0], [0, 7.3], [-7.3, 0])
  },
  triangle: {
    colour: "var(--k-up)",
    open: false,
    line: 0,
    draw: polygon([0, -6.9], [6.9, 5.2], [-6.9, 5.2])
  },
  circle: {
    colour: "var(--k-circle)",
    open: true,
    line: 2.1,
    draw: (context, scale) => {
      context.moveTo(5 * scale, 0);
      context.arc(0, 0, 5 * scale, 0, 2 * Math.PI);
      context.closePath();
    }
  },
  "triangle-down": {
    colour: "var(--k-down)",
    open: true,
    line: 2.1,
    draw: polygon([0, 6.3], [6.1, -4.6], [-6.1, -4.6])
  },
  cross: {
    colour: "var(--k-cross)",
    open: true,
    line: 3,
    draw: (context, scale) => {
      context.moveTo(-6 * scale, 0);
      context.lineTo(6 * scale, 0);
      context.moveTo(0, -6 * scale);
      context.lineTo(0, 6 * scale);
    }
  }
};

/** Stands where the symbol would be for what nobody said: this notebook's own arithmetic. */
const equalsStyle: SymbolStyle = {
  colour: "var(--ink3)",
  open: true,
  line: 2,
  draw: (context, scale) => {
    context.moveTo(-4.5 * scale, -2.5 * scale);
    context.lineTo(4.5 * scale, -2.5 * scale);
    context.moveTo(-4.5 * scale, 2.5 * scale);
    context.lineTo(4.5 * scale, 2.5 * scale);
  }
};

/** Stands for what an earlier edition gave. */
const greySquareStyle: SymbolStyle = {
  colour: "var(--ink3)",
  open: false,
  line: 0,
  draw: polygon([-5.2, -5.2], [5.2, -5.2], [5.2, 5.2], [-5.2, 5.2])
};

/** Stand-ins for the symbol of a kind, which no key of the kinds shows. */
const otherStyles: Readonly<Record<string, SymbolStyle>> = { equals: equalsStyle, "grey-square": greySquareStyle };

/** The style of a shape; "equals" stands for this notebook's arithmetic, "grey-square" for a superseded edition. Throws for a name that is neither. */
export function symbolStyle(symbol: string): SymbolStyle {
  const style = otherStyles[symbol] ?? symbolStyles[symbol];
  if (!style) throw new Error(`there is no symbol "${symbol}"; there are ${Object.keys(symbolStyles).join(", ")}`);
  return style;
}

/** A symbol's shape as Plot takes it: Plot sizes by area, and a radius of 5 is scale 1. */
export function plotSymbol(symbol: string): Plot.SymbolType {
  const { draw } = symbolStyle(symbol);
  return { draw: (context: Context, size: number) => draw(context, Math.sqrt(size / Math.PI) / 5) };
}

/** How symbols look, as options of a mark, by the symbol of each row. */
export function symbolLook<Row>(symbol: (row: Row) => string): Plot.DotOptions {
  const style = (row: Row) => symbolStyle(symbol(row));
  return {
    symbol: { transform: (data: Row[]) => data.map((row) => plotSymbol(symbol(row))) } as Plot.ChannelValueSpec,
    fill: (row: Row) => (style(row).open ? "var(--paper)" : style(row).colour),
    stroke: (row: Row) => (style(row).open ? style(row).colour : "none"),
    strokeWidth: (row: Row) => style(row).line
  };
}

/** Drops the line of a drawn symbol that has none. */
export function dropEmptyLine(symbol: Element): void {
  if (symbol.getAttribute("stroke") !== "none") return;
  symbol.removeAttribute("stroke");
  symbol.removeAttribute("stroke-width");
}

/** What a symbol mark needs: the symbol of the speaker's kind, the record that it opens, and its name for those who do not see it. */
interface SymbolOptions<Row> {
  x: (row: Row) => number;
  y: (row: Row) => number;
  symbol: (row: Row) => string;
  evidence: (row: Row) => string;
  label: (row: Row) => string;
  /** 1 in figures, 0.69 in thumbnails. */
  scale?: number;
  /** Moves all of them by so many px. */
  dx?: number;
  /** False where nothing lies under them that they have to stand out from. */
  halo?: boolean;
}

/**
 * One symbol a row, each a link to its evidence, in the rows' order, with a halo of paper and a ring that the style
 * sheet shows under pointer and focus.
 */
export function symbolMarks<Row>(rows: readonly Row[], options: SymbolOptions<Row>): Plot.Markish {
  const { x, y, symbol, evidence, label, scale = 1, dx = 0, halo = true } = options;
  return Plot.dot([...rows], {
    ...symbolLook(symbol),
    x,
    y,
    r: 5 * scale,
    dx,
    href: (row: Row) => evidenceHref(evidence(row)),
    ariaLabel: label,
    sort: null,
    render: halo ? onRing(addHalo) : onRing()
  });
}

const ringAttributes = {
  class: "ring",
  r: 11,
  fill: "none",
  "stroke-width": 2,
  "pointer-events": "all"
};

/** Puts the ring under each symbol, then does something more with the symbol, and drops the line of those that have none. */
const onRing =
  (finish: (symbol: Element) => void = () => {}): Plot.RenderFunction =>
  (...drawing) => {
    const group = withRing(...drawing);
    for (const symbol of group?.querySelectorAll("a > :last-child") ?? []) {
      finish(symbol);
      dropEmptyLine(symbol);
    }
    return group;
  };

/** Puts the symbol's own path under it, in paper and thicker. */
function addHalo(symbol: Element): void {
  const halo = symbol.cloneNode() as Element;
  halo.removeAttribute("aria-label");
  halo.setAttribute("fill", "var(--paper)");
  halo.setAttribute("stroke", "var(--paper)");
  halo.setAttribute("stroke-width", String(Number(symbol.getAttribute("stroke-width")) + 3.5));
  symbol.before(halo);
}

/** What says where a symbol is. */
const placing = new Set(["transform", "cx", "cy"]);

/** Puts into each link of a mark, first of all, a ring that takes the pointer. */
const withRing: Plot.RenderFunction = (index, scales, values, dimensions, context, next) => {
  const group = next?.(index, scales, values, dimensions, context) ?? null;
  for (const symbol of group?.querySelectorAll("a > :first-child") ?? []) {
    const ring = svgNode(symbol.ownerDocument, "circle", ringAttributes);
    for (const { name, value } of symbol.attributes) if (placing.has(name)) ring.setAttribute(name, value);
    symbol.before(ring);
  }
  return group;
};

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

/**
 * Places symbols, each with its text after it, from left to right in lines that fit the narrowest width of a size, and in
 * as many to a line that none is left alone in the last.
 */
export function inLines<Entry extends { text: string }>(
  entries: readonly Entry[],
  size: Size,
  { left, top, line, symbolRoom, gap, textSize }: Setting
): (Entry & { x: number; y: number })[] {
  const inRows = (most: number) => {
    let [x, y, count] = [left, top, 0];
    return entries.map((entry) => {
      const width = symbolRoom + tolerance * textWidth(entry.text, textSize);
      if (count === most || (x > left && x + width > narrowestWidth[size])) [x, y, count] = [left, y + line, 0];
      const placed = { ...entry, x, y };
      x += width + gap;
      count += 1;
      return placed;
    });
  };
  const full = inRows(entries.length);
  const even = inRows(Math.ceil(entries.length / (1 + (lowest(full, top) - top) / line)));
  return lowest(even, top) > lowest(full, top) ? full : even;
}

/** Where the last line of what is placed lies; for nothing, where its first would. */
const lowest = (entries: readonly { y: number }[], top: number): number => Math.max(top, ...entries.map(({ y }) => y));

const setting = { left: 0, top: 10, line: 22, symbolRoom: 18, gap: 20, textSize: 13 };

/** A kind of voice in a key: its symbol, and what it is called. */
interface KeyEntry {
  symbol: string;
  text: string;
}

/** What the symbols of a drawing mean, from its top, for drawings in which no label says whose a symbol is. */
export function kindKey(kinds: readonly KeyEntry[], size: Size): Plot.Markish {
  const entries = placed(kinds, size);
  return [
    Plot.dot(entries, {
      x: ({ x }) => x + 7,
      y: "y",
      r: 4.5,
      sort: null,
      ...symbolLook(({ symbol }: KeyEntry) => symbol)
    }),
    labels(
      entries.map(({ x, y, text }) => ({ x: x + setting.symbolRoom, y: y + 5, text })),
      { fontSize: setting.textSize, fill: "var(--ink2)" }
    )
  ];
}

/** How much of a drawing's height its key takes. */
export const keyHeight = (kinds: readonly KeyEntry[], size: Size): number => lowest(placed(kinds, size), 0) + 10;

/** Each symbol once, in the key's order. */
const placed = (kinds: readonly KeyEntry[], size: Size) =>
  inLines(
    Object.keys(symbolStyles).flatMap((symbol) => {
      const kind = kinds.find((candidate) => candidate.symbol === symbol);
      return kind ? [{ symbol, text: capitalised(kind.text) }] : [];
    }),
    size,
    setting
  );
