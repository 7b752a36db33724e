import type { Tables } from "../../tables/tables.ts";
import { pickFigure } from "../rows/pick.ts";
import { rowOfPart } from "../rows/row-of-part.ts";
import { type StatementRow, statementRow } from "../rows/statement-row.ts";
import { surveyRow } from "../rows/survey-row.ts";
import { usCells } from "../rows/us-cells.ts";

/** A number of the expert's, or a year of a survey's series, and the year at which it is drawn. */
export interface UsNumberRow extends StatementRow {
  part: "production" | "oxides" | "demand" | "horizon" | "mined" | "used";
  year: number;
  /** Of a series only. */
  edition: string;
  estimated: boolean;
}

/** The expert's numbers, then what the survey counts as mined and as used, year by year. */
export function usNumbers(chart: string, tables: Tables): UsNumberRow[] {
  return [
    numberRow(chart, tables, "izvestia.us-production", "production"),
    numberRow(chart, tables, "izvestia.us-production-oxides", "oxides"),
    numberRow(chart, tables, "izvestia.us-demand-next-decade", "demand"),
    numberRow(chart, tables, "izvestia.us-demand-horizon", "horizon"),
    ...seriesRows(tables, "mined", "production", "mineral-concentrates"),
    ...seriesRows(tables, "used", "apparent-consumption", "compounds-and-metals")
  ];
}

/** The rows by their parts. */
export function partsOfUsNumbers(chart: string, rows: readonly UsNumberRow[]) {
  const of = (part: UsNumberRow["part"]) => rowOfPart(chart, rows, part);
  const all = (part: UsNumberRow["part"]) => rows.filter((row) => row.part === part);
  return {
    production: of("production"),
    oxides: of("oxides"),
    demand: of("demand"),
    horizon: of("horizon"),
    mined: all("mined"),
    used: all("used")
  };
}

function numberRow(chart: string, tables: Tables, id: string, part: UsNumberRow["part"]): UsNumberRow {
  const figure = pickFigure(chart, tables, id);
  const ends = (figure.period ?? figure.published ?? "").split("/");
  const year = Number((ends.at(-1) ?? "").slice(0, 4));
  return { ...statementRow(figure, tables), part, year, edition: "", estimated: false };
}

/** What the survey's yearbooks give now for each year; the part of a year is that of its newest edition. */
function seriesRows(tables: Tables, part: UsNumberRow["part"], metric: string, basis: string): UsNumberRow[] {
  const cells = usCells(tables, metric, basis).filter(({ current }) => current);
  return cells.map((figure) => ({ ...surveyRow(figure, tables), part })).sort((a, b) => a.year - b.year);
}
