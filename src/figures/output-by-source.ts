import {
  byValue,
  capitalised,
  displayUnits,
  drawLanes,
  type Figure,
  firstOf,
  type LaneBlock,
  lanesHeight,
  listed,
  noBreakSpace,
  numberWord,
  plainNumber,
  type QuantityRow,
  type StatementRow,
  saidFigures,
  statementColumns,
  statementLane,
  statementRow,
  surveyRow,
  type Tables,
  ticksTo,
  tickTexts,
  unless
} from "../notebook/index.ts";
import { byPeriod } from "./periods.ts";

/** What a row is: a publication's tonnage, or an official release's. */
export interface OutputRow extends StatementRow {
  part: "said" | "official";
}

const name = "output-by-source";
const { t } = displayUnits;

/** Russia's output by everyone who counts it: the publications, and each official release for its newest year. */
export const outputBySource: Figure<OutputRow> = {
  name,

  select(tables) {
    const said = saidFigures(tables).filter(
      ({ subject, material, metric, status }) =>
        subject === "russia" &&
        material === "rare-earths" &&
        metric === "production" &&
        status !== "target" &&
        status !== "forecast"
    );
    const rows = byValue(said.map((figure) => statementRow(figure, tables)));
    return [...rows.map((row): OutputRow => ({ ...row, part: "said" })), ...official(tables)];
  },

  words(rows) {
    const { said, releases, counts, unnumbered } = parts(rows);
    const silent = unnumbered.map(({ speaker, printed }) => `${speaker} (“${printed}”)`);
    const tonnes = (some: readonly OutputRow[], word: string) =>
      [...new Set(ends(some))].map((end) => plainNumber(end)).join(` ${word} `);
    return {
      title: `Whoever counts, Russia produces ${tonnes(counts, "to")}${noBreakSpace}${t.name} a year`,
      subtitle: `Rare-earth output of Russia by source, ${t.name} a year: official releases in oxide${said.every(({ form }) => form === null) ? ", the publications without saying whether oxide or metal" : ""}`,
      notes: [
        "Each official release stands for its newest year. Grey marks are numbers that a later edition has superseded.",
        "The Russian State Report counts what is contained in loparite ore, the only ore from which rare earths are recovered.",
        ...(silent.length > 0 ? [`Not drawn, because they name no number: ${listed(silent)}.`] : [])
      ],
      description: `${capitalised(numberWord(said.length))} publications put Russian output at ${tonnes(said, "or")} tonnes a year; ${numberWord(releases.length)} official releases, each for another year, at ${tonnes(releases, "to")}. Unlike the reserve, output hardly depends on who counts.`
    };
  },

  doubts(rows) {
    const { releases, counts } = parts(rows);
    const [low, high] = ends(counts);
    return [
      ...unless(
        high <= 1.1 * low,
        `${plainNumber(low)} and ${plainNumber(high)} are more than a tenth apart, the most for “whoever counts”`,
        counts.toReversed().filter((row) => [low, high].some((end) => ends([row]).includes(end)))
      ),
      ...unless(
        new Set(releases.map(({ period }) => period)).size === releases.length,
        "two releases are for one year",
        releases.filter((row) => releases.some((other) => other !== row && other.period === row.period)),
        "description"
      )
    ];
  },

  columns: statementColumns(() => t),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

/** Each release's number for its newest year, oldest release first. The one ore that is worked stands for Russia. */
function official(tables: Tables): OutputRow[] {
  const newest = new Map<string, QuantityRow>();
  for (const cell of tables.figures.rows) {
    const { series, material, metric, basis, subject } = cell;
    const isMined = metric === "production" && basis === "mine-production" && subject === "russia";
    const isLoparite = metric === "contained-in-ore" && basis === "loparite-ore";
    if (series === null || material !== "rare-earths" || !(isMined || isLoparite)) continue;
    const other = newest.get(series);
    if (!other || byPeriod(other, cell) < 0) newest.set(series, cell);
  }
  return [...newest.values()].sort(byPeriod).map((cell) => {
    const { current, ...row } = surveyRow(cell, tables);
    return { ...row, part: "official", ...(current ? {} : { symbol: "grey-square" }) };
  });
}

/** The lowest and the highest value of some rows. */
const ends = (rows: readonly StatementRow[]): [number, number] => {
  const values = rows.flatMap(({ low, value, high }) => [low, value, high].filter((end) => end !== null));
  return [Math.min(...values), Math.max(...values)];
};

function parts(rows: readonly OutputRow[]) {
  const of = (part: OutputRow["part"]) => rows.filter((row) => row.part === part);
  const isCount = ({ role }: OutputRow): boolean => role === "statement";
  firstOf(name, "tonnage of Russian output", of("said").filter(isCount));
  firstOf(name, "official count of Russian output", of("official"));
  return {
    said: of("said").filter(isCount),
    releases: of("official"),
    counts: rows.filter(isCount),
    unnumbered: of("said").filter((row) => !isCount(row))
  };
}

function blocks(rows: readonly OutputRow[]): LaneBlock[] {
  const lanes = parts(rows).counts.map((row) => {
    const lane = statementLane(row, t, " a year");
    if (row.part === "said") return row.own ? { ...lane, detail: `${lane.detail}, ${row.published}` } : lane;
    return { ...lane, detail: `${row.where}, for ${row.period}`, label: `${lane.label}, for ${row.period}` };
  });
  const ticks = ticksTo(Math.max(...lanes.map(({ at }) => at)));
  return [{ lanes, ticks, tickText: tickTexts(ticks, t.sign) }];
}
