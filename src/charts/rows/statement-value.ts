import { oneValue } from "./pick.ts";
import type { StatementRow } from "./statement-row.ts";

/** The record that a row states: the first of its evidence. */
export const statementId = ({ evidence }: Pick<StatementRow, "evidence">): string => evidence[0] ?? "";

/** A row's one value. Throws where it has none, naming the chart and the record. */
export const statementValue = (chart: string, row: StatementRow): number =>
  oneValue(chart, { id: statementId(row), value: row.value });
