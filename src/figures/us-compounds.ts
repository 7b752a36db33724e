import {
  arithmeticRow,
  byValue,
  displayUnits,
  drawLanes,
  type Figure,
  holds,
  type LaneBlock,
  lanesHeight,
  pickDerived,
  pickFigure,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  ratioBracket,
  rowOfPart,
  type StatementRow,
  statementColumns,
  statementId,
  statementLabel,
  statementLane,
  statementRow,
  statementValue,
  surveyRow,
  ticksTo,
  tickTexts,
  unless
} from "../notebook/index.ts";

/** What a row is in the drawing; the wider count and the year after are said in the notes and not drawn. */
export interface UsCompoundsRow extends StatementRow {
  part: "expert" | "first" | "revised" | "multiple" | "wider" | "next";
}

const name = "us-compounds";
const { kt, one } = displayUnits;
/** An estimate is near a number that it misses by no more than this part. */
const near = 0.2;

/** What America makes of the mined material at home: an expert's number against one statistic in two editions. */
export const usCompounds: Figure<UsCompoundsRow> = {
  name,

  select(tables) {
    const multiple = pickDerived(name, tables, "derived.us-compounds-against-expert");
    const [revisedId = "", expertId = ""] = multiple.inputs;
    const revised = pickFigure(name, tables, revisedId);
    const others = tables.figures.rows.filter(
      ({ publisher, subject, metric, material }) =>
        publisher === revised.publisher &&
        subject === revised.subject &&
        metric === revised.metric &&
        material === revised.material
    );
    const rows: UsCompoundsRow[] = [
      { ...statementRow(pickFigure(name, tables, expertId), tables), part: "expert" },
      { ...surveyRow(revised, tables), part: "revised" },
      { ...arithmeticRow(multiple, "revised estimate ÷ expert’s number"), part: "multiple" }
    ];
    for (const figure of others) {
      const sameBasis = figure.basis === revised.basis;
      const part =
        figure.period === revised.period
          ? sameBasis
            ? !figure.current && "first"
            : "wider"
          : sameBasis && figure.current && Number(figure.period) === Number(revised.period) + 1 && "next";
      if (part) rows.push({ ...surveyRow(figure, tables), part });
    }
    return rows;
  },

  words(rows) {
    const { expert, first, revised, multiple, wider, next } = parts(rows);
    const number = quantityText({ ...expert, comparator: "=" }, kt);
    holds(
      name,
      "both editions estimate it",
      [first, revised].every(({ basis }) => basis.includes("estimated"))
    );
    holds(name, "it is the year before the article", Number(expert.period?.slice(0, 4)) - 1 === Number(revised.period));
    const amount = (row: StatementRow) => quantityWithUnit(row, kt);
    return {
      title: `The expert’s ${number} lies near the first USGS estimate, not the revised one`,
      subtitle: `United States, ${revised.period}: rare-earth compounds and metals, thousand tonnes of oxide; the expert speaks of oxides`,
      notes: [
        `The survey’s line counts compounds and metals, which is somewhat wider than oxides; it is an estimate in both editions. The article names no year: ${revised.period} is the last full year before it.`,
        "The grey mark is superseded and no end of the bracket.",
        ...wider.map(
          (row) =>
            `A footnote in the ${row.where} gives ${amount(row)} for all compounds; it counts more and is not drawn.`
        ),
        ...next.map((row) => `For ${row.period} the survey’s ${row.where} has ${amount(row)}, an estimate.`)
      ],
      description:
        `${expert.speaker} says that ${quantityInProse(expert, kt)} are made as oxides in America. For ${revised.period} the ${revised.speaker} ` +
        `gave ${quantityInProse(first, kt)} in its ${first.where} and ${quantityInProse(revised, kt)} in its ${revised.where}, ${quantityText(multiple, one, multiple)} times the expert’s number.`
    };
  },

  doubts(rows) {
    const { expert, first, revised } = parts(rows);
    const said = statementValue(name, expert);
    const misses = (row: StatementRow) => {
      const estimate = statementValue(name, row);
      return Math.abs(estimate - said) / Math.min(estimate, said);
    };
    return [
      ...unless(revised.speaker === "US Geological Survey", "the estimates are not those of the US Geological Survey"),
      ...unless(expert.kind === "expert", "the number is no expert’s"),
      ...unless(misses(first) <= near, "the first estimate is not near the expert’s number"),
      ...unless(misses(revised) > 1, "the revised estimate is not twice as far from it or more")
    ];
  },

  columns: statementColumns(({ part }) => (part === "multiple" ? one : kt)),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas)
};

function parts(rows: readonly UsCompoundsRow[]) {
  const of = (part: UsCompoundsRow["part"]) => rowOfPart(name, rows, part);
  const all = (part: UsCompoundsRow["part"]) => rows.filter((row) => row.part === part);
  return {
    expert: of("expert"),
    first: of("first"),
    revised: of("revised"),
    multiple: of("multiple"),
    wider: all("wider"),
    next: all("next")
  };
}

function blocks(rows: readonly UsCompoundsRow[]): LaneBlock[] {
  const { expert, first, revised, multiple } = parts(rows);
  const lanes = byValue([expert, revised]).map((row) => {
    const lane = statementLane(row, kt, " a year");
    if (row !== revised) return { ...lane, detail: `${lane.detail}, as oxides` };
    const earlier = {
      at: statementValue(name, first) / kt.factor,
      text: `${quantityText(first, kt)} in the ${first.where}`,
      evidence: statementId(first),
      label: `${statementLabel(first, kt, " a year")}, superseded`
    };
    return { ...lane, detail: `${lane.detail}, revised`, earlier: [earlier] };
  });
  const ticks = ticksTo(Math.max(...lanes.map(({ at }) => at)));
  const bracket = ratioBracket(name, [expert, revised], {
    ratio: multiple,
    unit: kt,
    dashed: true,
    reason: "oxides, as the expert says, against compounds and metals: not quite the same quantity"
  });
  return [{ lanes, ticks, tickText: tickTexts(ticks, kt.sign), bracket }];
}
