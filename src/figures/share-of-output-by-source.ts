import {
  arithmeticRow,
  byValue,
  capitalised,
  displayUnits,
  drawLanes,
  type Figure,
  firstOf,
  type Lane,
  type LaneBlock,
  lanesHeight,
  listed,
  numberWord,
  pickDerived,
  plainNumber,
  quantityInProse,
  type StatementRow,
  saidFigures,
  statementColumns,
  statementLane,
  statementRow,
  statementValue,
  ticksTo,
  tickTexts,
  unless
} from "../notebook/index.ts";

/** What a row is: a publication's share, or the one that follows from an edition of the survey. */
export interface ShareRow extends StatementRow {
  part: "said" | "survey";
}

const name = "share-of-output-by-source";
const { percent } = displayUnits;

/** Russia's share of the world's output, as the publications print it and as it follows from the survey's editions. */
export const shareOfOutputBySource: Figure<ShareRow> = {
  name,

  select(tables) {
    const said = saidFigures(tables).filter(
      ({ subject, material, metric, status }) =>
        subject === "russia" && material === "rare-earths" && metric === "share-of-output" && status !== "target"
    );
    const shares = ["derived.survey-output-share-russia-2020", "derived.survey-output-share-russia"].map((id) => {
      const derived = pickDerived(name, tables, id);
      const year = tables.figures.rows.find((figure) => figure.id === derived.inputs[0])?.period ?? null;
      return { ...arithmeticRow(derived, "share of world output"), period: year };
    });
    return [
      ...byValue(said.map((figure) => statementRow(figure, tables))).map((row): ShareRow => ({ ...row, part: "said" })),
      ...shares.map((row): ShareRow => ({ ...row, part: "survey" }))
    ];
  },

  words(rows) {
    const { said, before, now } = parts(rows);
    const share = (row: ShareRow) => quantityInProse(row, percent, row);
    return {
      title: `Russia’s share of world output is ${share(now)}; the ${plainNumber(ceiling(said))}% of the publications was true of ${before.period}`,
      subtitle: "Share of Russia in the world’s output of rare earths, %, by source",
      notes: [
        "An arrow keeps “up to” and “less than”: the share may lie anywhere below its mark.",
        "The last two are this notebook’s arithmetic, marked before rounding: mine output of Russia by that of the world, both by the US Geological Survey. The world’s total is rounded."
      ],
      description: `${capitalised(numberWord(said.length))} statements in the publications put Russia’s share of world output at ${listed(said.map(share))}. By the US Geological Survey it was ${share(before)} in ${before.period} and ${share(now)} in ${now.period}: the world came to mine more, Russia did not.`
    };
  },

  doubts(rows) {
    const { said, before, now } = parts(rows);
    const [past, today] = [before, now].map((row) => statementValue(name, row));
    const most = ceiling(said);
    return [
      ...unless((today ?? most) < most, "the survey’s newest share is no longer below what the publications print"),
      ...unless(Math.round(past ?? 0) === most, "the earlier share no longer rounds to what the publications print")
    ];
  },

  columns: statementColumns(() => percent),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

/** The highest share that any of the statements allows. */
const ceiling = (said: readonly ShareRow[]): number =>
  Math.max(...said.map(({ high }) => high ?? Number.POSITIVE_INFINITY));

function parts(rows: readonly ShareRow[]) {
  const said = rows.filter(({ part }) => part === "said");
  const survey = rows.filter(({ part }) => part === "survey");
  firstOf(name, "share of world output", said);
  return {
    said,
    before: firstOf(name, "earlier share by the survey", survey),
    now: firstOf(name, "share by the survey", survey.slice(1))
  };
}

function blocks(rows: readonly ShareRow[]): LaneBlock[] {
  const lanes = rows.map((row): Lane => {
    const lane = statementLane(row, percent, " of the world’s output");
    if (row.part === "survey")
      return { ...lane, name: "US Geological Survey", detail: `arithmetic, for ${row.period}` };
    return row.own ? { ...lane, detail: `${lane.detail}, ${row.published}` } : lane;
  });
  const ticks = ticksTo(Math.max(...lanes.map(({ at }) => at)));
  return [{ lanes, ticks, tickText: tickTexts(ticks, percent.sign) }];
}
