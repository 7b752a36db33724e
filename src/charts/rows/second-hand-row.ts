import type { FigureRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";
import { type StatementRow, statementRow } from "./statement-row.ts";

/** A statement as a row; one that was seen second-hand says so, and the collection that keeps it is no link of its chain. */
export function secondHandRow(figure: FigureRow, tables: Tables): StatementRow {
  if (figure.reading !== "second-hand") return statementRow(figure, tables);
  const chain = figure.chain.filter((id) => id !== figure.publisher);
  const row = statementRow({ ...figure, chain }, tables);
  return { ...row, where: `${chain.length > 0 ? row.where : "on a page of its own"}, seen second-hand` };
}
