import type { StatementRow } from "../rows/statement-row.ts";
import { statementId, statementValue } from "../rows/statement-value.ts";
import { type DisplayUnit, markAt, quantityText, ratioText } from "../words/format.ts";
import type { Bracket } from "./bracket.ts";

/** What a bracket needs beside its ends: their ratio, and why they differ. */
export interface RatioBracketOptions {
  ratio: StatementRow;
  unit: DisplayUnit;
  dashed: boolean;
  reason: string;
}

/** The bracket between two statements on an axis in `unit`; "about" and "nearly" stay with the ratio. */
export function ratioBracket(
  chart: string,
  [lower, higher]: readonly [StatementRow, StatementRow],
  { ratio, unit, dashed, reason }: RatioBracketOptions
): Bracket {
  const number = ratioText(statementValue(chart, ratio), ratio.digits);
  const text = quantityText(ratio, { factor: 1, sign: "", name: "" }, ratio).replace(/[\d.,]+$/, number);
  return {
    from: (markAt(lower) ?? 0) / unit.factor,
    to: (markAt(higher) ?? 0) / unit.factor,
    text,
    reason,
    dashed,
    evidence: statementId(ratio),
    label: `${text}, this notebook’s arithmetic`
  };
}
