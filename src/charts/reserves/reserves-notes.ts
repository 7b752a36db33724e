import { firstOf } from "../rows/pick.ts";
import { statementId, statementValue } from "../rows/statement-value.ts";
import { dateText, displayUnits, listed, quantityInProse, quantityText, ratioText } from "../words/format.ts";
import { balanceDigits } from "./balance-categories.ts";
import { reservesParts, surveyEditions } from "./reserves-parts.ts";
import type { ReservesRow } from "./reserves-rows.ts";

const { Mt } = displayUnits;

/** How the survey's figure changed from edition to edition. */
export function revisionNotes(chart: string, rows: readonly ReservesRow[]): string[] {
  const { same, other } = surveyEditions(chart, rows);
  const [first, ...later] = [...other, ...same.slice(0, 1)];
  if (!first || later.length === 0) return [];
  const values = [first, ...later].map((row) => statementValue(chart, row));
  const isCut = values.every((value, index) => index === 0 || value < Number(values[index - 1]));
  const steps = later.map((row) => `${quantityText(row, Mt)} in ${row.period}`);
  const secondHand = other.filter(({ where }) => where.includes("as others cite it")).map(({ period }) => period ?? "");
  return [
    `The survey ${isCut ? "cut" : "changed"} its own figure from ${quantityInProse(first, Mt)} in its ${first.period} edition to ${listed(steps)}. ` +
      `Small grey squares are superseded editions${secondHand.length > 0 ? `; that of ${listed(secondHand)} is known from a page that cites it` : ""}.`
  ];
}

/** What the state balance counts, and whose sum it is. */
export function balanceNote(chart: string, rows: readonly ReservesRow[]): string {
  const { balance, ofBalance } = reservesParts(chart, rows);
  const named = ofBalance.map(
    ({ row, short, known }) => `${quantityInProse(row, Mt, { digits: balanceDigits })} in ${short} (${known})`
  );
  const total = quantityInProse(balance, Mt, { digits: balanceDigits });
  return `The State Report counts ${listed(named)}, ${balanceDate(chart, rows)}. The sum, ${total}, is this notebook’s.`;
}

/** Which count the title divides and which the bracket, as their ratios differ. */
export function ratioNote(chart: string, rows: readonly ReservesRow[]): string {
  const { officials, highest, plain, ratio, survey } = reservesParts(chart, rows);
  const divided = officials.filter((row) => plain.evidence.includes(statementId(row)));
  const times = (row: ReservesRow): string => ratioText(statementValue(chart, row), row.digits);
  const by = quantityText(survey, Mt);
  return (
    `The title divides ${quantityInProse(firstOf(chart, "count that the title divides", divided), Mt)} by ${by} (${times(plain)}), ` +
    `the bracket the highest count that somebody states, ${quantityText(highest, Mt)}, by the same ${by} (${times(ratio)}). ` +
    "The counts rest on different definitions, so both ratios are arithmetic and show no error."
  );
}

/** The day that the balance is of, as words. */
export const balanceDate = (chart: string, rows: readonly ReservesRow[]): string => {
  const { ofBalance } = reservesParts(chart, rows);
  return `at ${dateText(firstOf(chart, "category of the balance", ofBalance).row.period ?? "")}`;
};
