import type { FigureRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";
import { byValue } from "../lanes/statement-lane.ts";
import { pickDerived, saidFigures } from "../rows/pick.ts";
import { arithmeticRow, type StatementRow, statementRow } from "../rows/statement-row.ts";
import { balanceCategories, balanceSum } from "./balance-categories.ts";

/** What a row is: the survey's count, now or in a superseded edition; a statement; the state balance and its sum. */
export interface ReservesRow extends StatementRow {
  part: "survey" | "superseded" | "said" | "category" | "balance" | "ratio";
  /** The category or definition that is counted, by its id. */
  basisId: string;
  /** The table that the figure stands in; empty for a statement in a text. */
  table: string;
}

/** The ratio of the count that is printed without "nearly"; the bracket takes the ratio of the extremes. */
export const plainRatio = "derived.reserve-ratio";

/** The survey's editions, what is said, the newest state balance with its sum, and the ratios. */
export function reservesRows(chart: string, tables: Tables): ReservesRow[] {
  const reserves = (figure: FigureRow) =>
    figure.metric === "reserves" && figure.subject === "russia" && figure.material === "rare-earths";
  const said = saidFigures(tables).filter(reserves);
  const official = tables.figures.rows.filter((figure) => reserves(figure) && figure.series !== null);
  const survey = inOrder(official.filter(({ basis }) => basis === "usgs-reserves"));
  const ofBalance = official.filter(({ basis }) => basis in balanceCategories);
  const latest = inOrder(ofBalance).at(-1)?.period;
  const row = (figure: FigureRow, part: ReservesRow["part"]): ReservesRow => officialRow(figure, part, tables);
  const sum = (id: string, part: ReservesRow["part"], measure: string): ReservesRow => ({
    ...arithmeticRow(pickDerived(chart, tables, id), measure),
    part,
    basisId: "",
    table: ""
  });
  const statements: ReservesRow[] = said.map((figure) => ({
    ...statementRow(figure, tables),
    part: "said",
    basisId: figure.basis,
    table: ""
  }));
  return [
    ...survey.filter(({ current }) => current).map((figure) => row(figure, "survey")),
    ...survey.filter(({ current }) => !current).map((figure) => row(figure, "superseded")),
    ...byValue(statements),
    ...ofBalance.filter(({ period }) => period === latest).map((figure) => row(figure, "category")),
    sum(balanceSum, "balance", "reserves in all categories"),
    ...[plainRatio, "derived.reserve-ratio-nearly"].map((id) => sum(id, "ratio", "ratio of two counts of reserves"))
  ];
}

const inOrder = (figures: readonly FigureRow[]): FigureRow[] =>
  [...figures].sort((a, b) => ((a.period ?? "") < (b.period ?? "") ? -1 : 1));

/** A cell of an official table, which names its edition in place of an outlet. */
function officialRow(figure: FigureRow, part: ReservesRow["part"], tables: Tables): ReservesRow {
  const readFrom = figure.reading === "second-hand" ? ", as others cite it" : "";
  return {
    ...statementRow(figure, tables),
    where: `in ${figure.edition}${readFrom}${part === "superseded" ? " (superseded)" : ""}`,
    part,
    basisId: figure.basis,
    table: figure.place ?? ""
  };
}
