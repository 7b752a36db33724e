import { type StatementRow, statementLabel } from "../rows/statement-row.ts";
import { statementId } from "../rows/statement-value.ts";
import { type DisplayUnit, markAt, quantityText, quantityWithUnit } from "../words/format.ts";
import type { Lane } from "./lane-layout.ts";

/** A statement as a lane on an axis in `unit`; `per` follows the unit where the mark is named ("a year"). */
export function statementLane(row: StatementRow, unit: DisplayUnit, per = ""): Lane {
  const { low, high } = row;
  const lane: Lane = {
    name: row.speaker,
    detail: row.where,
    kind: row.kind,
    evidence: statementId(row),
    label: statementLabel(row, unit, per),
    at: (markAt(row) ?? 0) / unit.factor,
    comparator: row.comparator,
    text: (unit.sign === "%" ? quantityWithUnit : quantityText)(row, unit, { digits: row.digits })
  };
  const isInterval = row.value === null && low !== null && high !== null;
  return isInterval ? { ...lane, interval: [low / unit.factor, high / unit.factor] } : lane;
}

/** Rows by value, lowest first; rows without a number last. */
export function byValue<Row extends StatementRow>(rows: readonly Row[]): Row[] {
  const at = (row: Row) => markAt(row) ?? Number.POSITIVE_INFINITY;
  return [...rows].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}
