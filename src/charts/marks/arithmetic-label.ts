import * as Plot from "@observablehq/plot";
import type { StatementRow } from "../rows/statement-row.ts";
import { statementId } from "../rows/statement-value.ts";
import { evidenceHref } from "./base.ts";

/** A derived number as a label of its own, which opens the sum: "= 31.2 kt". */
export interface ArithmeticLabel {
  row: StatementRow;
  x: number;
  y: number;
  text: string;
}

/** Draws derived numbers as text that links to their sums; the equals sign stands where a symbol would. */
export function arithmeticLabels(rows: readonly ArithmeticLabel[], anchor: "start" | "end" = "start"): Plot.Markish {
  return Plot.text([...rows], {
    x: "x",
    y: "y",
    text: ({ text }: ArithmeticLabel) => `= ${text}`,
    textAnchor: anchor,
    lineAnchor: "bottom",
    fontSize: 14,
    fontWeight: 600,
    fill: "var(--ink)",
    stroke: "var(--paper)",
    strokeWidth: 4,
    href: ({ row }: ArithmeticLabel) => evidenceHref(statementId(row)),
    ariaLabel: ({ text }: ArithmeticLabel) => `${text}, this notebook’s arithmetic`
  });
}
