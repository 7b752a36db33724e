import {
  arithmeticRow,
  byValue,
  displayUnits,
  drawLanes,
  type Figure,
  firstOf,
  type LaneBlock,
  lanesHeight,
  noBreakSpace,
  pickDerived,
  pickFigure,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  type StatementRow,
  statementColumns,
  statementId,
  statementLane,
  statementRow,
  statementValue,
  ticksTo,
  tickTexts,
  unless
} from "../notebook/index.ts";

const name = "reserve-life";
const { Mt, t, years } = displayUnits;

/** How many years' output the Russian reserve is, on the smallest count and on the larger one. */
export const reserveLife: Figure<StatementRow> = {
  name,
  select(tables) {
    const lives = ["derived.reserve-life-survey", "derived.reserve-life-ministry"].map((id) =>
      pickDerived(name, tables, id)
    );
    const inputs = [...new Set(lives.flatMap((life) => life.inputs))];
    return [
      ...byValue(lives.map((life) => arithmeticRow(life, "years that the reserve would last"))),
      ...inputs.map((id) => statementRow(pickFigure(name, tables, id), tables))
    ];
  },
  words(rows) {
    const [short, long] = lifetimes(rows);
    const span = (life: Lifetime) => quantityInProse(life.row, years, life.row);
    const sum = ({ reserve, output }: Lifetime) =>
      `${quantityInProse(reserve, Mt)} (${reserve.speaker}) divided by ${quantityInProse(output, t)} a year (${output.speaker})`;
    return {
      title: `The reserve would last ${quantityText(short.row, years, short.row)} or ${span(long)}, depending on who counts it`,
      subtitle: "Rare-earth reserves of Russia divided by a year’s output, years, by who counts the reserve",
      notes: [
        "Arithmetic, not a forecast: losses in mining and refining are left out, and so are growth and price.",
        `The smaller number is ${sum(short)}, the larger ${sum(long)}.`
      ],
      description:
        `On the count of the ${short.reserve.speaker} the reserve is ${span(short)} of output, on that of ${long.reserve.speaker} ${span(long)}. ` +
        "The counts of the reserve differ; the outputs hardly do. Losses are left out."
    };
  },
  doubts(rows) {
    const [short, long] = lifetimes(rows);
    return unless(
      statementValue(name, long.row) > 2 * statementValue(name, short.row),
      "the longer span is not twice the shorter one, so it hardly depends on who counts"
    );
  },
  columns: statementColumns((row) => (row.unit === "yr" ? years : row.unit === "t" ? Mt : t)),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

interface Lifetime {
  row: StatementRow;
  reserve: StatementRow;
  output: StatementRow;
}

function lifetimes(rows: readonly StatementRow[]): [Lifetime, Lifetime] {
  const of = (row: StatementRow): Lifetime => {
    const input = (metric: string) =>
      firstOf(
        name,
        `${metric} that goes into "${statementId(row)}"`,
        rows.filter((other) => other.metric === metric && row.evidence.includes(statementId(other)))
      );
    return { row, reserve: input("reserves"), output: input("production") };
  };
  const [short, long] = rows.filter(({ role }) => role === "arithmetic").map(of);
  if (!short || !long) throw new Error(`figure "${name}" needs two spans of years, on two counts of the reserve`);
  return [short, long];
}

function blocks(rows: readonly StatementRow[]): LaneBlock[] {
  const lives = lifetimes(rows);
  const lanes = lives.map(({ row, reserve, output }) => {
    const lane = statementLane(row, years);
    const sum = `${quantityText(reserve, Mt)}${noBreakSpace}million${noBreakSpace}t ÷ ${quantityWithUnit(output, t)} a year`;
    return {
      ...lane,
      name: reserve.speaker,
      detail: sum,
      label: `${quantityInProse(row, years, row)}: ${sum}, this notebook’s arithmetic`,
      bar: [{ to: lane.at, colour: "var(--red)" }]
    };
  });
  const ticks = ticksTo(Math.max(...lanes.map(({ at }) => at)));
  return [{ lanes, ticks, tickText: tickTexts(ticks, years.sign) }];
}
