import type { Lane, LaneBlock, LaneCategory } from "../lanes/lane-layout.ts";
import { statementLane } from "../lanes/statement-lane.ts";
import { ratioBracket } from "../marks/ratio-bracket.ts";
import { ticksTo, tickTexts } from "../marks/ticks.ts";
import { firstOf } from "../rows/pick.ts";
import { statementLabel } from "../rows/statement-row.ts";
import { statementId, statementValue } from "../rows/statement-value.ts";
import { displayUnits, listed, quantityInProse, quantityText } from "../words/format.ts";
import { balanceDigits } from "./balance-categories.ts";
import { balanceDate } from "./reserves-notes.ts";
import { reservesParts, surveyEditions } from "./reserves-parts.ts";
import type { ReservesRow } from "./reserves-rows.ts";

const { Mt } = displayUnits;

function surveyLane(chart: string, rows: readonly ReservesRow[]): Lane {
  const { survey } = reservesParts(chart, rows);
  const { same, other } = surveyEditions(chart, rows);
  return {
    ...statementLane(survey, Mt),
    detail: `${listed(same.map(({ period }) => period ?? ""))} edition${same.length > 1 ? "s" : ""}`,
    earlier: other.map((row, index) => ({
      at: statementValue(chart, row) / Mt.factor,
      text: `${quantityText(row, Mt)} in ${index === other.length - 1 ? `the ${row.period} edition` : row.period}`,
      short: `${quantityText(row, Mt)} in ${row.period}`,
      evidence: statementId(row),
      label: statementLabel(row, Mt)
    }))
  };
}

function balanceLane(chart: string, rows: readonly ReservesRow[]): Lane {
  const { balance, ofBalance } = reservesParts(chart, rows);
  let from = 0;
  const pieces = ofBalance.map(({ row, short, known, colour, ink }): LaneCategory => {
    const start = from;
    from += statementValue(chart, row) / Mt.factor;
    const value = quantityText(row, Mt, { digits: balanceDigits });
    return {
      from: start,
      to: from,
      colour,
      ink,
      texts: [`${short}, ${known} ${value}`, `${short} ${value}`],
      evidence: statementId(row),
      label: statementLabel({ ...row, digits: balanceDigits }, Mt)
    };
  });
  const total = quantityInProse(balance, Mt, { digits: balanceDigits });
  return {
    ...statementLane({ ...balance, digits: balanceDigits }, Mt),
    name: "Russian State Report",
    detail: balanceDate(chart, rows),
    kind: firstOf(chart, "category of the balance", ofBalance).row.kind,
    label: `${total}, this notebook’s sum of the categories of the Russian State Report`,
    text: `= ${quantityText(balance, Mt, { digits: balanceDigits })}`,
    categories: pieces
  };
}

/** A lane a count, and the bracket from the lowest that is stated to the highest. */
export function reservesBlocks(chart: string, rows: readonly ReservesRow[]): LaneBlock[] {
  const { survey, said, highest, ratio } = reservesParts(chart, rows);
  const ticks = ticksTo(statementValue(chart, highest) / Mt.factor);
  return [
    {
      lanes: [surveyLane(chart, rows), ...said.map((row) => statementLane(row, Mt)), balanceLane(chart, rows)],
      ticks,
      tickText: tickTexts(ticks, Mt.sign),
      bracket: ratioBracket(chart, [survey, highest], {
        ratio,
        unit: Mt,
        dashed: true,
        reason: "different definitions of “reserve”: not the same quantity"
      })
    }
  ];
}
