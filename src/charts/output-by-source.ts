import type { Chart } from "./chart.ts";
import {
  capitalised,
  type DisplayUnit,
  displayUnits,
  noBreakSpace,
  numberWord,
  plainNumber,
  quantityInProse
} from "./format.ts";
import type { Lane, LaneBlock } from "./lane-layout.ts";
import { drawLanes, lanesHeight } from "./lanes.ts";
import { firstOf, holds, pickDerived, saidFigures } from "./pick.ts";
import { byValue, statementLane } from "./statement-lane.ts";
import { arithmeticRow, type StatementRow, statementColumns, statementRow } from "./statement-row.ts";
import { statementValue } from "./statement-value.ts";
import { ticksTo, tickTexts } from "./ticks.ts";

const name = "output-by-source";
const { t, percent } = displayUnits;

/** What each publication says of Russia's output: tonnages, and under them shares of the world's output. */
export const outputBySource: Chart<StatementRow> = {
  name,
  select(tables) {
    const said = saidFigures(tables).filter(
      ({ subject, material, status }) => subject === "russia" && material === "rare-earths" && status !== "target"
    );
    const statements = (metric: string) =>
      byValue(said.filter((row) => row.metric === metric).map((figure) => statementRow(figure, tables)));
    const whole = pickDerived(name, tables, "derived.world-output-implied");
    return [
      ...statements("production"),
      ...statements("share-of-output"),
      arithmeticRow(whole, "world output that follows")
    ];
  },
  words(rows) {
    const { tonnages, shares, whole } = parts(rows);
    const values = tonnages.map((row) => statementValue(name, row));
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    const range = rangeText(lowest, highest);
    const ceiling = Math.max(...shares.map(({ high }) => high ?? Number.POSITIVE_INFINITY));
    const most = `at most ${plainNumber(ceiling)}%`;
    const title = `Russia is said to produce ${range}, ${most} of world output`;
    holds(name, title, Number.isFinite(ceiling) && tonnages.every(({ comparator }) => comparator === "="));
    holds(name, "output hardly depends on who counts", highest <= 1.1 * lowest);
    const formKnown = tonnages.some(({ form }) => form !== null);
    return {
      title,
      subtitle: `Rare-earth output of Russia by source: ${t.name} a year${formKnown ? "" : ", oxide or metal not stated"}; share of the world’s output, %`,
      notes: [
        "An arrow keeps “up to” and “less than”: the share may lie anywhere below its mark.",
        `One publication prints a tonnage and a share side by side. Together they make world output ${quantityInProse(whole, t, whole)} a year; that is rough, because the share is a whole per cent.`
      ],
      description:
        `${capitalised(numberWord(tonnages.length))} sources put Russian output at ${range} a year. ${capitalised(numberWord(shares.length))} statements put its share of the world’s ` +
        `output at ${shares.map((row) => quantityInProse(row, percent)).join(", ")}. Unlike the reserve, output hardly depends on who counts.`
    };
  },
  columns: statementColumns((row) => (row.unit === "%" ? percent : t)),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

function rangeText(low: number, high: number): string {
  const ends = low === high ? [low] : [low, high];
  return `${ends.map((end) => plainNumber(end)).join(" to ")}${noBreakSpace}${t.name}`;
}

function parts(rows: readonly StatementRow[]) {
  const of = (metric: string) => rows.filter((row) => row.role === "statement" && row.metric === metric);
  const [tonnages, shares] = [of("production"), of("share-of-output")];
  firstOf(name, "tonnage of Russian output", tonnages);
  firstOf(name, "share of world output", shares);
  return {
    tonnages,
    shares,
    whole: firstOf(
      name,
      "world output that follows",
      rows.filter(({ role }) => role === "arithmetic")
    )
  };
}

/** One outlet speaks for itself in two articles; the date tells them apart. */
const withDate = ({ own, published }: StatementRow, lane: Lane): Lane =>
  own ? { ...lane, detail: `${lane.detail}, ${published}` } : lane;

function blocks(rows: readonly StatementRow[]): LaneBlock[] {
  const { tonnages, shares } = parts(rows);
  const block = (heading: string, statements: StatementRow[], unit: DisplayUnit, per: string): LaneBlock => {
    const lanes = statements.map((row) => withDate(row, statementLane(row, unit, per)));
    const ticks = ticksTo(Math.max(...lanes.map(({ at }) => at)));
    return { heading, lanes, ticks, tickText: tickTexts(ticks, unit.sign) };
  };
  return [
    block("Output a year", tonnages, t, " a year"),
    block("Share of the world’s output", shares, percent, " of the world’s output")
  ];
}
