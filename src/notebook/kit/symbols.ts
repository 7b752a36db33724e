import * as Plot from "@observablehq/plot";
import { capitalised } from "../words/words.ts";
import { narrowestWidth, type Size } from "./figure.ts";
import { evidenceHref, labels, svgNode } from "./plot.ts";
import { textWidth } from "./text.ts";

type Context = CanvasPath;

/** How a kind of source is drawn: filled speaks for a state, open for everyone else. Paths are in a box of −8…8. */
interface SymbolStyle {
  label: string;
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

/** The six kinds, in the order of the key. */
export const symbolStyles: Readonly<Record<string, SymbolStyle>> = {
  statistic: {
    label: "official statistic",
    colour: "var(--k-stat)",
    open: false,
    line: 0,
    draw: polygon([-5.2, -5.2], [5.2, -5.2], [5.2, 5.2], [-5.2, 5.2])
  },
  official: {
    label: "government official",
    colour: "var(--k-gov)",
    open: false,
    line: 0,
    draw: polygon([0, -7.3], [7.3, 0], [0, 7.3], [-7.3, 0])
  },
  "state-media": {
    label: "state-linked media",
    colour: "var(--k-state)",
    open: false,
    line: 0,
    draw: polygon([0, -6.9], [6.9, 5.2], [-6.9, 5.2])
  },
  "trade-press": {
    label: "trade press",
    colour: "var(--k-trade)",
    open: true,
    line: 2.1,
    draw: (context, scale) => {
      context.moveTo(5 * scale, 0);
      context.arc(0, 0, 5 * scale, 0, 2 * Math.PI);
      context.closePath();
    }
  },
  independent: {
    label: "independent analysis",
    colour: "var(--k-indep)",
    open: true,
    line: 2.1,
    draw: polygon([0, 6.3], [6.1, -4.6], [-6.1, -4.6])
  },
  expert: {
    label: "industry expert",
    colour: "var(--k-expert)",
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
const derivedStyle: SymbolStyle = {
  label: "this notebook’s arithmetic",
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
const supersededStyle: SymbolStyle = {
  label: "superseded edition",
  colour: "var(--ink3)",
  open: false,
  line: 0,
  draw: polygon([-5.2, -5.2], [5.2, -5.2], [5.2, 5.2], [-5.2, 5.2])
};

/** Stand-ins for kinds of source, which no key of the kinds shows. */
const otherStyles: Readonly<Record<string, SymbolStyle>> = { derived: derivedStyle, superseded: supersededStyle };

/** A kind's style; "derived" is an equals sign, "superseded" a grey square. Throws for a kind without one: a seventh symbol needs a decision, not a default. */
export function symbolStyle(kind: string): SymbolStyle {
  const style = otherStyles[kind] ?? symbolStyles[kind];
  if (!style) throw new Error(`no symbol for the kind "${kind}"; add it to src/notebook/kit/symbols.ts`);
  return style;
}

/** A kind's shape as Plot takes it: Plot sizes by area, and a radius of 5 is scale 1. */
export function plotSymbol(kind: string): Plot.SymbolType {
  const { draw } = symbolStyle(kind);
  return { draw: (context: Context, size: number) => draw(context, Math.sqrt(size / Math.PI) / 5) };
}

/** How symbols look, as options of a mark, by the kind of each row. */
export function symbolLook<Row>(kind: (row: Row) => string): Plot.DotOptions {
  const style = (row: Row) => symbolStyle(kind(row));
  return {
    symbol: { transform: (data: Row[]) => data.map((row) => plotSymbol(kind(row))) } as Plot.ChannelValueSpec,
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

/** What a symbol needs: the speaker's kind, the record that it opens, and its name for those who do not see it. */
interface SymbolOptions<Row> {
  x: (row: Row) => number;
  y: (row: Row) => number;
  kind: (row: Row) => string;
  evidence: (row: Row) => string;
  label: (row: Row) => string;
  /** 1 in charts, 0.69 in thumbnails. */
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
  const { x, y, kind, evidence, label, scale = 1, dx = 0, halo = true } = options;
  return Plot.dot([...rows], {
    ...symbolLook(kind),
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

/** Puts into each link of a mark, first of all, a ring that takes the pointer. */
const withRing: Plot.RenderFunction = (index, scales, values, dimensions, context, next) => {
  const group = next?.(index, scales, values, dimensions, context) ?? null;
  for (const link of group?.querySelectorAll("a") ?? []) {
    const symbol = link.firstElementChild;
    if (!symbol) continue;
    const place = symbol.hasAttribute("transform")
      ? { transform: symbol.getAttribute("transform") ?? "" }
      : { cx: symbol.getAttribute("cx") ?? "0", cy: symbol.getAttribute("cy") ?? "0" };
    link.prepend(svgNode(symbol.ownerDocument, "circle", { ...ringAttributes, ...place }));
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
