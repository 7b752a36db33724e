import type * as Plot from "@observablehq/plot";
import { type DisplayUnit, markAt, quantityText, ratioText } from "../words/words.ts";
import type { Attribution } from "./attribution.ts";
import type { Canvas } from "./figure.ts";
import { evidenceHref, labels, svgNode } from "./plot.ts";
import { type StatementRow, statementId, statementValue } from "./rows.ts";
import { symbolMarks } from "./symbols.ts";
import { textWidth, wrapEvenly, wrapText } from "./text.ts";

/**
 * Speaker and outlet in as few lines as a width allows. The outlet starts a line of its own where that costs none and
 * leaves no short name alone.
 */
export function attributionLines({ speaker, where }: Attribution, width: number, fontSize: number): string[] {
  const running = wrapText(`${speaker}, ${where}`, width, fontSize);
  const apart = [`${speaker},`, where].flatMap((part) => wrapText(part, width, fontSize));
  const isShort = 2 * textWidth(speaker, fontSize) < textWidth(where, fontSize);
  return apart.length <= running.length && !isShort ? apart : running;
}

/** An amount over one end of a drawing, and everyone who states it. */
interface AmountHeading<Row extends StatementRow> {
  amount: string;
  rows: readonly Row[];
  /** The name of a statement's symbol. */
  label: (row: Row) => string;
  side: "start" | "end";
  /** The end of the drawing, in px. */
  x: number;
  /** How much of the width its lines may take. */
  share: number;
  /** Said of the amount, after its speakers. */
  remark?: string | null;
  /** Where it begins, in px. */
  top?: number;
}

const numberSize = { sm: 20, md: 23, lg: 23 } as const;
const textSize = { sm: 12.5, md: 13, lg: 13 } as const;
const firstLine = 43;
const lineHeight = 17;
const symbolRoom = 20;

/** Draws an amount in the display face; under it each speaker and outlet with the speaker's symbol. */
export function amountHeading<Row extends StatementRow>(
  { amount, rows, label, side, x, share, remark = null, top = 0 }: AmountHeading<Row>,
  { size, width }: Pick<Canvas, "size" | "width">
): Plot.Markish {
  const inward = side === "start" ? 1 : -1;
  const room = width * share - symbolRoom;
  const speakers = rows.map((row) => ({ row, lines: attributionLines(row, room, textSize[size]) }));
  const lines = [
    ...speakers.flatMap((speaker) => speaker.lines),
    ...(remark ? wrapText(remark, room, textSize[size]) : [])
  ];
  const before = (index: number) => speakers.slice(0, index).reduce((sum, speaker) => sum + speaker.lines.length, 0);
  const symbols = speakers.map(({ row }, index) => ({ row, y: top + firstLine + before(index) * lineHeight - 4.5 }));
  return [
    labels([{ x, y: top + 20, text: amount }], {
      anchor: side,
      fontFamily: "var(--disp)",
      fontSize: numberSize[size],
      fill: "var(--ink)"
    }),
    labels(
      lines.map((text, index) => ({ text, x: x + symbolRoom * inward, y: top + firstLine + index * lineHeight })),
      { anchor: side, fontSize: textSize[size], fill: "var(--ink2)" }
    ),
    symbolMarks(symbols, {
      x: () => x + 8 * inward,
      y: ({ y }) => y,
      symbol: ({ row }) => row.symbol,
      evidence: ({ row }) => statementId(row),
      label: ({ row }) => label(row),
      scale: 0.9
    })
  ];
}

/** A disagreement: the lowest and the highest current figure, measured from zero, with their ratio in a gap of the line. */
export interface Bracket {
  /** Ends, on the x scale. */
  from: number;
  to: number;
  /** "×7.5" */
  text: string;
  /**
   * Why the ends differ: in a line of its own under the bracket, or after a ratio that stands beside it; after the ratio
   * on the line where the legs point down, as the marks are under it.
   */
  reason?: string;
  /** Dashed where definitions, stages or bases differ: the ratio is arithmetic, not error. */
  dashed: boolean;
  /** The derived quantity that the ratio is. */
  evidence: string;
  /** The ratio for those who do not see it. */
  label: string;
}

const leg = 9;
const ratioSize = 15;
const reasonSize = 12.5;
const reasonLine = 16;
const remarkGap = 8;
/** Room for a fallback face that is wider than measured. */
const spare = 24;

/** How high a bracket with its reason is, where lines of text may be `width` px wide. */
export function bracketHeight({ reason }: Bracket, width: number): number {
  return 12 + (reason ? wrapText(reason, width - spare, reasonSize).length * reasonLine : 0);
}

/**
 * Draws a bracket; `y` is its line in px, its legs point up or down to the marks. A ratio is measured from zero, so the
 * line begins there: its thick part is the lower amount, which goes into the whole line as many times as the ratio says.
 */
export function bracketMark(bracket: Bracket, y: number, legs: "up" | "down" = "up"): Plot.Markish {
  return (_index, scales, _values, dimensions, context) => {
    const { document } = context;
    const ends = [scales.x?.(bracket.from), scales.x?.(bracket.to)].map(Number);
    const [left, right] = [Math.min(...ends), Math.max(...ends)];
    const zero = Number(scales.x?.(0));
    const onLine = legs === "down" && bracket.reason ? bracket.reason : "";
    const remark = onLine ? textWidth(onLine, reasonSize) + remarkGap : 0;
    const gap = textWidth(bracket.text, ratioSize, 600) + remark + 16;
    const inside = right - left >= gap + 30;
    const middle = (left + right) / 2;
    const tip = legs === "up" ? y - leg : y + leg;
    const line = inside
      ? `M${left} ${tip}V${y}H${middle - gap / 2}M${middle + gap / 2} ${y}H${right}V${tip}`
      : `M${left} ${tip}V${y}H${right}V${tip}`;
    const path = svgNode(document, "path", { d: line, fill: "none", stroke: "var(--ink)" });
    if (bracket.dashed) path.setAttribute("stroke-dasharray", "3 3");
    const once = svgNode(document, "path", { d: `M${zero} ${y}H${left}`, stroke: "var(--ink)", "stroke-width": 3 });
    const textX = inside ? middle : right + 8;
    const anchor = inside ? "middle" : "start";
    const ratio = svgNode(
      document,
      "a",
      { href: evidenceHref(bracket.evidence), "aria-label": bracket.label },
      svgNode(
        document,
        "text",
        { x: textX, y: y + 5, fill: "var(--ink)", "font-size": ratioSize, "font-weight": 600, "text-anchor": anchor },
        bracket.text,
        ...(onLine
          ? [
              svgNode(
                document,
                "tspan",
                { dx: remarkGap / 2, fill: "var(--ink3)", "font-size": reasonSize, "font-weight": 400 },
                ` ${onLine}`
              )
            ]
          : [])
      )
    );
    if (onLine) return svgNode(document, "g", {}, path, once, ratio);
    const beside = textX + gap - 10;
    const hasRoom = !inside && textWidth(bracket.reason ?? "", reasonSize) <= dimensions.width - beside;
    const reason = hasRoom
      ? reasonLines([bracket.reason ?? ""], document, { x: beside, y: y + 4.5 }, "start")
      : reasonBelow(bracket, document, dimensions.width, { x: middle, y: y + 23 });
    return svgNode(document, "g", {}, path, once, ratio, ...reason);
  };
}

/** The reason in as many lines as it takes, under the bracket's middle or, where that has no room, from the nearer edge. */
function reasonBelow({ reason }: Bracket, document: Document, width: number, at: { x: number; y: number }): Element[] {
  const lines = reason ? wrapEvenly(reason, width - spare, reasonSize) : [];
  const half = (Math.max(...lines.map((line) => textWidth(line, reasonSize))) + spare) / 2;
  if (at.x < half) return reasonLines(lines, document, { ...at, x: 0 }, "start");
  if (at.x > width - half) return reasonLines(lines, document, { ...at, x: width }, "end");
  return reasonLines(lines, document, at, "middle");
}

function reasonLines(
  lines: readonly string[],
  document: Document,
  { x, y }: { x: number; y: number },
  anchor: "start" | "middle" | "end"
): Element[] {
  return lines.map((line, index) =>
    svgNode(
      document,
      "text",
      {
        x,
        y: y + index * reasonLine,
        fill: "var(--ink3)",
        "font-size": reasonSize,
        "text-anchor": anchor,
        "aria-hidden": "true"
      },
      line
    )
  );
}

/** What a bracket needs beside its ends: their ratio, and why they differ. */
interface RatioBracketOptions {
  ratio: StatementRow;
  unit: DisplayUnit;
  dashed: boolean;
  reason: string;
}

/** The bracket between two statements on an axis in `unit`; "about" and "nearly" stay with the ratio. */
export function ratioBracket(
  figure: string,
  [lower, higher]: readonly [StatementRow, StatementRow],
  { ratio, unit, dashed, reason }: RatioBracketOptions
): Bracket {
  const number = ratioText(statementValue(figure, ratio), ratio.digits);
  const text = quantityText(ratio, { factor: 1, sign: "", name: "" }, ratio).replace(/[\d.,]+$/, number);
  return {
    from: (markAt(lower) ?? 0) / unit.factor,
    to: (markAt(higher) ?? 0) / unit.factor,
    text,
    reason,
    dashed,
    evidence: statementId(ratio),
    label: `${[text, reason].filter(Boolean).join(" ")}, this notebook’s arithmetic`
  };
}

/** A statement as a few lines of text after the symbol of its speaker: the amount, then what it is and who says it. */
export interface StatementEntry {
  evidence: string;
  symbol: string;
  /** The symbol's name for those who do not see it. */
  label: string;
  amount: string;
  /** Each begins a line of its own. */
  details: readonly string[];
}

/** An entry with the place of its top left corner in px. */
interface PlacedEntry extends StatementEntry {
  x: number;
  y: number;
}

const indent = 24;
const amountBaseline = 15;
const line = 16;
const detailSize = 12.5;
const after = 12;

const linesOf = ({ details }: StatementEntry, width: number): string[] =>
  details.flatMap((detail) => wrapText(detail, width - indent, detailSize));

/** How high an entry is in a column of `width` px, the room after it included. */
export const entryHeight = (entry: StatementEntry, width: number): number =>
  amountBaseline + linesOf(entry, width).length * line + after;

/** Entries with their symbols, each a link to its evidence; `width` is that of a column. */
export function entryMarks(entries: readonly PlacedEntry[], width: number): Plot.Markish[] {
  return [
    symbolMarks(entries, {
      x: ({ x }) => x + 8,
      y: ({ y }) => y + amountBaseline - 5,
      symbol: ({ symbol }) => symbol,
      evidence: ({ evidence }) => evidence,
      label: ({ label }) => label,
      scale: 0.85,
      halo: false
    }),
    (_index, _scales, _values, _dimensions, { document }) =>
      svgNode(
        document,
        "g",
        { "text-anchor": "start", "font-size": detailSize, fill: "var(--ink3)" },
        ...entries.map((entry) => {
          const x = entry.x + indent;
          const amount = svgNode(
            document,
            "tspan",
            { "font-size": 15, "font-weight": 600, fill: "var(--ink)" },
            `${entry.amount} `
          );
          const details = linesOf(entry, width).map((text) => svgNode(document, "tspan", { x, dy: line }, `${text} `));
          return svgNode(document, "text", { x, y: entry.y + amountBaseline }, amount, ...details);
        })
      )
  ];
}
