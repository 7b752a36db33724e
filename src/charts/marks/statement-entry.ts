import type * as Plot from "@observablehq/plot";
import { svgNode } from "./svg-node.ts";
import { symbolMarks } from "./symbols.ts";
import { wrapText } from "./text-width.ts";

/** A statement as a few lines of text after the symbol of its speaker: the amount, then what it is and who says it. */
export interface StatementEntry {
  evidence: string;
  kind: string;
  /** The symbol's name for those who do not see it. */
  label: string;
  amount: string;
  /** Each begins a line of its own. */
  details: readonly string[];
}

/** An entry with the place of its top left corner in px. */
export interface PlacedEntry extends StatementEntry {
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
      kind: ({ kind }) => kind,
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
            entry.amount
          );
          const details = linesOf(entry, width).map((text) => svgNode(document, "tspan", { x, dy: line }, text));
          return svgNode(document, "text", { x, y: entry.y + amountBaseline }, amount, ...details);
        })
      )
  ];
}
