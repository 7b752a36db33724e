import type { Chart } from "./chart.ts";
import { displayUnits, numberWord, partInWords, quantityInProse, quantityText, quantityWithUnit } from "./format.ts";
import type { Lane, LaneBlock } from "./lane-layout.ts";
import { drawLanes, lanesHeight } from "./lanes.ts";
import { firstOf, holds, pickDerived, pickFigure } from "./pick.ts";
import { byValue, statementLane } from "./statement-lane.ts";
import { arithmeticRow, type StatementRow, statementColumns, statementRow } from "./statement-row.ts";
import { statementId, statementValue } from "./statement-value.ts";
import { ticksTo, tickTexts } from "./ticks.ts";

const name = "part-of-gap";
const { t, percent, years } = displayUnits;

/** The gap between the two American numbers as a bar, and what all of Russia's output would fill of it. */
export const partOfGap: Chart<StatementRow> = {
  name,
  select(tables) {
    const gap = pickDerived(name, tables, "derived.us-gap");
    const shares = ["derived.russian-part-of-gap-kazanov", "derived.russian-part-of-gap"].map((id) =>
      pickDerived(name, tables, id)
    );
    const inputs = [...new Set([gap, ...shares].flatMap((derived) => derived.inputs))];
    return [
      arithmeticRow(gap, "expected US demand less US production"),
      ...byValue(shares.map((share) => arithmeticRow(share, "part of it that Russian output would fill"))),
      ...byValue(inputs.map((id) => statementRow(pickFigure(name, tables, id), tables))),
      statementRow(pickFigure(name, tables, "izvestia.us-demand-horizon"), tables)
    ];
  },
  words(rows) {
    const { gap, fillings, demand, production, horizon } = parts(rows);
    const shares = fillings.map(({ share }) => statementValue(name, share));
    const [part, otherPart] = new Set(shares.map(partInWords));
    const title = `All Russian output would fill about ${part} of the gap between two US numbers`;
    holds(name, title, Boolean(part) && otherPart === undefined);
    return {
      title,
      subtitle: `Rare earths, tonnes a year: US demand expected in ${numberWord(statementValue(name, horizon))} years less US production, and Russian output`,
      notes: [
        `A conditional reading: ${quantityInProse(production, t)} are production and ${quantityInProse(demand, t)} are demand, ${demand.speaker} says. They make a gap of ${quantityInProse(gap, t, gap)} only if production stays as it is and all of it serves US demand; the article says neither.`,
        "Russia uses rare earths itself; that none of its output would go elsewhere is part of the condition. Shares are this notebook’s arithmetic."
      ],
      description:
        `Between US production and expected demand lie ${quantityInProse(gap, t, gap)} a year, if the two unlike numbers are set against each other. ` +
        `Russia’s output, ${fillings.map(({ output }) => quantityText(output, t)).join(" or ")} tonnes by source, would fill about ${part} of it.`
    };
  },
  columns: statementColumns((row) => (row.unit === "%" ? percent : row.unit === "yr" ? years : t)),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

interface Filling {
  share: StatementRow;
  output: StatementRow;
}

function parts(rows: readonly StatementRow[]) {
  const first = (what: string, test: (row: StatementRow) => boolean) => firstOf(name, what, rows.filter(test));
  const isOutput = (row: StatementRow) => row.role === "statement" && row.metric === "production";
  const gap = first("gap between the American numbers", ({ metric }) => metric === "difference");
  const ofGap = (row: StatementRow) => gap.evidence.includes(statementId(row));
  const fillings = rows
    .filter(({ metric }) => metric === "share-of-difference")
    .map(
      (share): Filling => ({
        share,
        output: first(
          `output behind "${statementId(share)}"`,
          (row) => isOutput(row) && !ofGap(row) && share.evidence.includes(statementId(row))
        )
      })
    );
  return {
    gap,
    fillings,
    demand: first("American demand", (row) => row.metric === "demand" && ofGap(row)),
    production: first("American production", (row) => isOutput(row) && ofGap(row)),
    horizon: first("horizon of American demand", ({ metric }) => metric === "horizon")
  };
}

function blocks(rows: readonly StatementRow[]): LaneBlock[] {
  const { gap, fillings, demand } = parts(rows);
  const outputs = fillings.map(({ output }) => statementValue(name, output));
  const whole = statementLane(gap, t, " a year");
  const gapLane: Lane = {
    ...whole,
    name: "US demand less production",
    detail: `${demand.speaker}’s numbers, ${demand.where}`,
    bar: [
      { to: whole.at, colour: "var(--us-tint)" },
      { to: Math.max(...outputs), colour: "var(--russia-tint)" },
      { to: Math.min(...outputs), colour: "var(--russia)" }
    ]
  };
  const lanes = fillings.map(({ output, share }) => ({
    ...statementLane(output, t, " a year"),
    remark: `= ${quantityWithUnit(share, percent, { digits: share.digits })} of the gap`
  }));
  const ticks = ticksTo(whole.at);
  return [{ lanes: [gapLane, ...lanes], ticks, tickText: tickTexts(ticks, t.sign) }];
}
