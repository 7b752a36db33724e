import * as Plot from "@observablehq/plot";
import {
  type Canvas,
  evidenceHref,
  labels,
  markAt,
  paletteColour,
  pixelPlot,
  type Quantity,
  type QuantityRow,
  type Size,
  stroke,
  svgNode,
  textWidth,
  ticksTo,
  tickTexts
} from "../notebook/index.ts";
import { columnShare, isDrawn, isRussia, outputAt, reservesAt, type SharesRow, shareText } from "./country-shares.ts";

/** How a size arranges the figure, in px. */
interface Layout {
  /** Where the axis begins. */
  left: number;
  /** From the end of the column of reserves to the right edge, where the column of output ends. */
  reserves: number;
  /** From the end of the axis to the right edge. */
  right: number;
}

const sharesLayout: Readonly<Record<Size, Layout>> = {
  sm: { left: 76, reserves: 60, right: 134 },
  md: { left: 124, reserves: 84, right: 196 },
  lg: { left: 138, reserves: 100, right: 222 }
};

/** The room above the first country, its own, and that below the last. */
const top = 48;
const pitch = 34;
const bottom = 6;

/** A country and the middle of its line. */
interface PlacedShares {
  row: SharesRow;
  y: number;
}

/** With less room between ticks, only the first and the last are labelled. */
const tickRoom = 26;

/** Gridlines down to `end` with their shares above them. */
function sharesAxis(ticks: readonly number[], x: (share: number) => number, end: number): Plot.Markish {
  const text = tickTexts(ticks, "%");
  const [zero = 0, next = 0] = ticks;
  const isClose = x(next) - x(zero) < tickRoom;
  const written = ticks.filter((tick) => !isClose || tick === 0 || tick === ticks.at(-1));
  return [
    ...ticks.map((tick) =>
      stroke(
        [
          { x: x(tick), y: top - 6 },
          { x: x(tick), y: end }
        ],
        { stroke: tick === 0 ? "var(--ink)" : "var(--rule)" }
      )
    ),
    labels(
      written.map((tick) => ({ x: x(tick), y: top - 12, text: text(tick) })),
      { anchor: "middle", fill: "var(--ink3)", fontSize: 12.5 }
    )
  ];
}

/** Each country's name, and its two shares in columns at the right. */
function sharesColumns(placed: readonly PlacedShares[], { size, width }: Canvas): Plot.Markish {
  const { reserves } = sharesLayout[size];
  const weight = (row: SharesRow) => (isRussia(row) ? 700 : row.colour === null ? 400 : 600);
  return placed.map(({ row, y }) => {
    const { country, reserveShare } = row;
    const shown = size === "sm" && country === "united-states" ? "US" : row.name;
    const text = { fontSize: 14, fontWeight: weight(row), fill: paletteColour(row.colour).text };
    return [
      labels([{ x: 0, y: y + 5, text: shown }], text),
      labels(
        [
          ...(reserveShare ? [{ x: width - reserves, y: y + 5, text: columnShare(reserveShare) }] : []),
          { x: width, y: y + 5, text: columnShare(row.outputShare) }
        ],
        { ...text, anchor: "end" }
      ),
      reserveShare
        ? null
        : labels([{ x: width - reserves, y: y + 5, text: "not given" }], {
            anchor: "end",
            fontSize: 12.5,
            fill: "var(--ink3)"
          })
    ];
  });
}

const tickHalf = 7;

/** An upright stroke: the mark of a share of reserves. */
const tickPath = (x: number, y: number) => `M${x} ${y - tickHalf}v${2 * tickHalf}`;

/** Heads of the two columns of values; the mark before each word is the figure's only key. */
function sharesHeads({ size, width }: Canvas): Plot.Markish {
  const { reserves } = sharesLayout[size];
  const head = { fontSize: 12.5, anchor: "end" } as const;
  const columns = [
    { x: width - reserves, word: "reserves" },
    { x: width, word: "output" }
  ];
  const [tick = 0, dot = 0] = columns.map(({ x, word }) => x - textWidth(word, 12.5, 600) - 10);
  return [
    labels(
      columns.map(({ x }) => ({ x, y: top - 28, text: "share of" })),
      { ...head, fill: "var(--ink3)" }
    ),
    labels(
      columns.map(({ x, word }) => ({ x, y: top - 12, text: word })),
      { ...head, fontWeight: 600, fill: "var(--ink)" }
    ),
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(
        document,
        "g",
        {},
        svgNode(document, "path", { d: tickPath(tick, top - 17), stroke: "var(--ink)", "stroke-width": 2.6 }),
        svgNode(document, "circle", { cx: dot - 3, cy: top - 17, r: 4.5, fill: "var(--ink)" })
      )
  ];
}

/** A dotted hairline under each country, and the line that joins its two marks. */
function sharesLines(placed: readonly PlacedShares[], x: (share: number) => number, { width }: Canvas): Plot.Markish {
  const pairs = placed.flatMap(({ row, y }) => {
    const from = reservesAt(row);
    return from === null ? [] : [{ x1: x(from), x2: x(outputAt(row)), y, row }];
  });
  return [
    Plot.link(placed.slice(1), {
      x1: 0,
      x2: width,
      y: ({ y }: PlacedShares) => y - pitch / 2,
      stroke: "var(--rule)",
      strokeDasharray: "1 3"
    }),
    Plot.link(pairs, {
      x1: "x1",
      x2: "x2",
      y: "y",
      stroke: ({ row }: { row: SharesRow }) => paletteColour(row.colour).mark,
      strokeWidth: ({ row }: { row: SharesRow }) => (isRussia(row) ? 3 : 2)
    })
  ];
}

const dotRadius = 5;

/** The tick of the reserves and the dot of the output; each opens the evidence of its figure. */
function sharesMarks(placed: readonly PlacedShares[], x: (share: number) => number): Plot.Markish {
  return (_index, _scales, _values, _dimensions, { document }) => {
    const link = (figure: QuantityRow, of: string, quantity: Quantity, draw: (at: number) => SVGElement, y: number) => {
      const at = x(markAt(quantity) ?? 0);
      const label = `${figure.subject_name}, ${shareText(quantity)} of world ${of}`;
      const ring = { class: "ring", cx: at, cy: y, r: 11, fill: "none", "stroke-width": 2, "pointer-events": "all" };
      return svgNode(
        document,
        "a",
        { href: evidenceHref(figure.id), "aria-label": label },
        svgNode(document, "circle", ring),
        draw(at)
      );
    };
    const links = placed.flatMap(({ row, y }) => {
      const colour = paletteColour(row.colour).mark;
      const tick = (at: number) =>
        svgNode(document, "path", { d: tickPath(at, y), stroke: colour, "stroke-width": 2.6 });
      const dot = (at: number) =>
        svgNode(document, "circle", { cx: at, cy: y, r: dotRadius, fill: colour, stroke: "var(--paper)" });
      return [
        ...(row.reserveShare ? [link(row.reserves, "reserves", row.reserveShare, tick, y)] : []),
        link(row.output, "output", row.outputShare, dot, y)
      ];
    });
    return svgNode(document, "g", {}, ...links);
  };
}

/** How high the drawing is. */
export const sharesHeight = (rows: readonly SharesRow[]): number => top + rows.filter(isDrawn).length * pitch + bottom;

/** The two shares of each country on one axis, a line a country. */
export function drawShares(rows: readonly SharesRow[], canvas: Canvas): SVGSVGElement {
  const drawn = rows.filter(isDrawn);
  const { left, right } = sharesLayout[canvas.size];
  const most = Math.max(...drawn.flatMap((row) => [reservesAt(row) ?? 0, outputAt(row)]));
  const ticks = ticksTo(most);
  const end = canvas.width - right;
  const x = (share: number) => left + ((end - left) * share) / Math.max(most, ...ticks);
  const placed = drawn.map((row, index) => ({ row, y: top + pitch * index + pitch / 2 }));
  return pixelPlot(canvas, sharesHeight(rows), [
    sharesAxis(ticks, x, top + drawn.length * pitch),
    sharesLines(placed, x, canvas),
    sharesColumns(placed, canvas),
    sharesHeads(canvas),
    sharesMarks(placed, x)
  ]);
}
