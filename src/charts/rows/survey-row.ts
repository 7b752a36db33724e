import type { FigureRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";
import { type StatementRow, statementRow } from "./statement-row.ts";

/** A cell of an official table, for one year. */
export interface SurveyRow extends StatementRow {
  year: number;
  /** "2026 edition" */
  edition: string;
  current: boolean;
  estimated: boolean;
}

/** An official figure as a row: its edition stands where a publication's outlet would, and an estimate says so. */
export function surveyRow(figure: FigureRow, tables: Tables): SurveyRow {
  const row = statementRow(figure, tables);
  const edition = editionText(figure.edition ?? "");
  const estimated = figure.marks.includes("estimated");
  return {
    ...row,
    where: (edition || row.where) + (figure.reading === "second-hand" ? ", as others copied it" : ""),
    basis: [row.basis, ...figure.marks].join(", "),
    year: Number((figure.period ?? "").slice(0, 4)),
    edition,
    current: figure.current,
    estimated
  };
}

/** "2026 edition" for a yearbook; what has no year at its end or before its version stands as it is. */
function editionText(edition: string): string {
  const [, year] = /\bSummaries (\d{4})\b/.exec(edition) ?? [];
  return year ? `${year} edition` : edition;
}
