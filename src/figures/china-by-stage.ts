import {
  arithmeticRow,
  byValue,
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
  pickFigure,
  plainNumber,
  type QuantityRow,
  quantityInProse,
  quantityWithUnit,
  type StatementRow,
  secondHandRow,
  statementColumns,
  statementLane,
  unless
} from "../notebook/index.ts";
import { periodOf, whenOf } from "./periods.ts";

/** A statement of China's share, with the stage that its source names. */
export interface ChinaByStageRow extends StatementRow {
  stage: "mine" | "refining" | "magnets" | "not-named";
  /** What it is a share of, where that is less than all rare earths. */
  part: string;
  /** The year that a share is for, else the month in which it was said. */
  when: string;
  secondHand: boolean;
  /** An article's authors, whose names stand in the second line. */
  byAuthors: boolean;
}

const name = "china-by-stage";
const { percent } = displayUnits;
const ticks = [0, 100];

const stageOf: Readonly<Record<string, ChinaByStageRow["stage"]>> = {
  "share-of-output": "mine",
  "share-of-refining": "refining",
  "share-of-magnet-output": "magnets",
  "share-of-market": "not-named"
};

/** Rare earths, whole or in part, and what is made of them: of other metals China has other shares. */
const materials = ["rare-earths", "magnet-rare-earths", "magnets"];

const stages: Readonly<Record<ChinaByStageRow["stage"], { heading: string; of: string }>> = {
  mine: { heading: "Mine output", of: "mine output" },
  refining: { heading: "≠ Separation and refining", of: "separation and refining" },
  magnets: { heading: "≠ Magnets", of: "magnet output" },
  "not-named": { heading: "≠ Stage not named", of: "the market" }
};

/** China's share at each stage from ore to magnet, each statement at the stage that its source names. */
export const chinaByStage: Figure<ChinaByStageRow> = {
  name,

  select(tables) {
    const survey = pickDerived(name, tables, "derived.survey-output-share-china");
    const [output = ""] = survey.inputs;
    const mined = pickFigure(name, tables, output);
    const said = tables.figures.rows.filter(
      ({ subject, metric, material, status, current }) =>
        subject === "china" && metric in stageOf && materials.includes(material ?? "") && status !== "target" && current
    );
    return [
      {
        ...arithmeticRow(survey, "share of world output"),
        period: mined.period,
        stage: "mine",
        part: "",
        when: periodOf(mined),
        secondHand: false,
        byAuthors: false
      },
      ...byValue(said.map((figure) => ({ ...secondHandRow(figure, tables), ...placed(figure) })))
    ];
  },

  words(rows) {
    const { survey, mine, later, unnamed } = parts(rows);
    const share = quantityWithUnit(survey, percent, survey);
    const ends = rows.flatMap(({ low, value, high }) => [low, value, high].filter((end) => end !== null));
    const shares = (some: readonly ChinaByStageRow[]) => listed(some.map((row) => quantityInProse(row, percent)));
    return {
      title: `“China’s share” is put at anything from ${plainNumber(Math.min(...ends), 2)} to ${plainNumber(Math.max(...ends), 2)}%, and it is not a share of one thing`,
      subtitle: "China’s share of the world’s rare earths by stage and source, %, each source’s year beside it",
      howToRead: "Each stage has an axis of its own. The sign ≠ says that shares of different stages are not compared.",
      notes: [
        "Where no stage is named, nobody can say which axis a share belongs on. An arrow keeps “up to” and “at least”. Magnet rare earths are only those that magnets are made of.",
        `The division of the survey’s tonnes, for ${survey.period}, is this notebook’s. What the International Energy Agency and officials say was seen second-hand.`
      ],
      description: `China’s share by stage. At the mine ${share} by the US survey; others say ${shares(mine)}. Of separation and refining, then magnets: ${shares(later)}. Stage not named: ${shares(unnamed)}. The shares differ because the stages do; ${numberWord(Object.keys(stages).length)} axes are drawn, and nothing joins them.`
    };
  },

  doubts: (rows) =>
    unless(
      new Set(rows.map(({ stage }) => stage)).size > 1,
      "all shares are of one stage, so that they are of one thing",
      rows
    ),

  columns: [
    { label: "Stage", align: "start", text: ({ stage }) => stages[stage].heading.replace("≠ ", "") },
    ...statementColumns<ChinaByStageRow>(() => percent)
  ],

  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

function placed(figure: QuantityRow) {
  const { metric, material, reading, voice, speaker, publisher } = figure;
  return {
    stage: stageOf[metric] ?? "not-named",
    part: material === "magnet-rare-earths" ? "magnet rare earths" : "",
    when: whenOf(figure),
    secondHand: reading !== "text",
    byAuthors: reading === "text" && voice === "authorial" && speaker !== publisher
  };
}

function parts(rows: readonly ChinaByStageRow[]) {
  const at = (stage: ChinaByStageRow["stage"]) =>
    rows.filter((row) => row.role !== "arithmetic" && row.stage === stage);
  const arithmetic = rows.filter(({ role }) => role === "arithmetic");
  const later = [...at("refining"), ...at("magnets")];
  firstOf(name, "share of a stage after the mine", later);
  return {
    survey: firstOf(name, "share of mine output", arithmetic),
    mine: at("mine"),
    later,
    unnamed: at("not-named")
  };
}

function laneOf(row: ChinaByStageRow): Lane {
  const lane = statementLane(row, percent, ` of ${stages[row.stage].of}`);
  if (row.role === "arithmetic")
    return {
      ...lane,
      name: "US Geological Survey",
      detail: `${row.period}, its tonnes divided`,
      label: `${quantityInProse(row, percent, row)} of mine output, this notebook’s division`,
      text: quantityWithUnit(row, percent, row)
    };
  if (row.byAuthors) return { ...lane, name: `Authors ${row.where}`, detail: row.speaker };
  if (!row.secondHand) return lane;
  const detail = [row.part, row.when, "second-hand"].filter(Boolean).join(", ");
  return { ...lane, detail, label: `${quantityInProse(row, percent)} of ${stages[row.stage].of}, ${row.speaker}` };
}

function blocks(rows: readonly ChinaByStageRow[]): LaneBlock[] {
  return Object.entries(stages).flatMap(([stage, { heading }]) => {
    const lanes = rows.filter((row) => row.stage === stage).map(laneOf);
    return lanes.length === 0
      ? []
      : [{ heading, lanes, ticks, tickText: (tick) => `${tick}${tick === 100 ? "%" : ""}` }];
  });
}
