import { firstOf, holds } from "../rows/pick.ts";
import { statementId } from "../rows/statement-value.ts";
import { balanceCategories, balanceSum } from "./balance-categories.ts";
import { plainRatio, type ReservesRow } from "./reserves-rows.ts";

/** The rows by their parts. Throws an error that names the chart where one is missing. */
export function reservesParts(chart: string, rows: readonly ReservesRow[]) {
  const of = (part: ReservesRow["part"]) => rows.filter((row) => row.part === part);
  const survey = firstOf(chart, "current count of the US Geological Survey", of("survey"));
  const said = of("said").filter(({ role }) => role === "statement");
  const relayed = said.filter(({ speaker }) => speaker === survey.speaker);
  const officials = said.filter((row) => !relayed.includes(row));
  const highest = firstOf(chart, "count by a Russian official", officials.slice(-1));
  const ratios = of("ratio");
  const first = (what: string, test: (row: ReservesRow) => boolean) => firstOf(chart, what, ratios.filter(test));
  const isOf = (ratio: ReservesRow, row: ReservesRow) => ratio.evidence.includes(statementId(row));
  const balance = firstOf(chart, "sum of the state balance", of("balance"));
  const ofBalance = of("category");
  holds(
    chart,
    `"${balanceSum}" sums the newest balance`,
    ofBalance.length === Object.keys(balanceCategories).length && ofBalance.every((row) => isOf(balance, row))
  );
  return {
    survey,
    superseded: of("superseded"),
    relayed,
    officials,
    said,
    highest,
    balance,
    ofBalance: Object.entries(balanceCategories).flatMap(([id, style]) =>
      ofBalance.filter(({ basisId }) => basisId === id).map((row) => ({ ...style, row }))
    ),
    plain: first(`row "${plainRatio}"`, (row) => statementId(row) === plainRatio),
    ratio: first(
      "ratio of the highest count to the lowest",
      (ratio) => isOf(ratio, highest) && relayed.some((row) => row.value === survey.value && isOf(ratio, row))
    ),
    unnumbered: of("said").filter(({ role }) => role === "without-number")
  };
}

/** The survey's editions whose value is the current one, then those that gave another, oldest first. */
export function surveyEditions(chart: string, rows: readonly ReservesRow[]) {
  const { survey, superseded } = reservesParts(chart, rows);
  return {
    same: [...superseded.filter(({ value }) => value === survey.value), survey],
    other: superseded.filter(({ value }) => value !== survey.value)
  };
}
