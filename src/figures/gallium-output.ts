import {
  arithmeticRow,
  byValue,
  displayUnits,
  drawLanes,
  type Figure,
  firstOf,
  type LaneBlock,
  lanesHeight,
  pickDerived,
  quantityInProse,
  quantityText,
  ratioBracket,
  type StatementRow,
  saidFigures,
  statementColumns,
  statementLane,
  statementRow,
  statementValue,
  ticksTo,
  tickTexts,
  timesInWords,
  unless
} from "../notebook/index.ts";

const name = "gallium-output";
const { t, one } = displayUnits;

/** Gallium that Russia is said to make, against what it could make. */
export const galliumOutput: Figure<StatementRow> = {
  name,
  select(tables) {
    const figures = saidFigures(tables).filter(
      ({ material, metric }) => material === "gallium" && (metric === "production" || metric === "capacity")
    );
    const multiple = pickDerived(name, tables, "derived.gallium-multiple");
    return [
      ...byValue(figures.map((figure) => statementRow(figure, tables))),
      arithmeticRow(multiple, "ratio of possible output to output")
    ];
  },
  words(rows) {
    const { made, possible, multiple } = parts(rows);
    const times = timesInWords(statementValue(name, multiple));
    return {
      title: `Gallium output could rise from ${quantityInProse(made, t)} to ${quantityText(possible, t)} ${possible.condition}`,
      subtitle: `Gallium at the ${made.subject} in Russia, tonnes a year, by source`,
      notes: [
        "Gallium is a by-product of alumina and no rare earth; in this notebook it never enters a rare-earth total.",
        `The two numbers are unlike: ${made.measure} and ${possible.measure}. ${possible.period === null ? "No date is named for the larger one." : `The larger one is for ${possible.period}.`}`
      ],
      description:
        `${made.speaker} puts gallium output at ${quantityInProse(made, t)} a year. ${possible.speaker}, ${possible.where}, speaks of ` +
        `${quantityInProse(possible, t)}, ${times} as much, ${possible.condition}. One is output, the other possible output.`
    };
  },
  doubts(rows) {
    const { made, possible } = parts(rows);
    return [
      ...unless(possible.condition !== null, "the larger figure stands on no condition"),
      ...unless(
        statementValue(name, possible) > statementValue(name, made),
        "what is possible is no more than what is made"
      ),
      ...unless(made.subject === possible.subject, "the figures are of two plants")
    ];
  },
  columns: statementColumns((row) => (row.role === "arithmetic" ? one : t)),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

function parts(rows: readonly StatementRow[]) {
  const of = (metric: string) =>
    firstOf(
      name,
      `figure of gallium with metric "${metric}"`,
      rows.filter((row) => row.metric === metric)
    );
  return { made: of("production"), possible: of("capacity"), multiple: of("ratio") };
}

function blocks(rows: readonly StatementRow[]): LaneBlock[] {
  const { made, possible, multiple } = parts(rows);
  const lanes = rows.filter(({ role }) => role === "statement").map((row) => statementLane(row, t, " a year"));
  const ticks = ticksTo(Math.max(...lanes.map(({ at }) => at)));
  const bracket = ratioBracket(name, [made, possible], {
    ratio: multiple,
    unit: t,
    dashed: true,
    reason: `${made.measure} against ${possible.measure}, ${possible.condition}`
  });
  return [{ lanes, ticks, tickText: tickTexts(ticks, t.sign), bracket }];
}
