import type * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import type { StatementRow } from "../rows/statement-row.ts";
import { statementId } from "../rows/statement-value.ts";
import { attributionLines } from "./attribution-lines.ts";
import { labels } from "./pixel-plot.ts";
import { symbolMarks } from "./symbols.ts";
import { wrapText } from "./text-width.ts";

/** An amount over one end of a drawing, and everyone who states it. */
export interface AmountHeading<Row extends StatementRow> {
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
      kind: ({ row }) => row.kind,
      evidence: ({ row }) => statementId(row),
      label: ({ row }) => label(row),
      scale: 0.9
    })
  ];
}
