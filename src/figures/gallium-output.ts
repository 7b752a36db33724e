import {
  arithmeticRow,
  displayUnits,
  drawLanes,
  type Figure,
  holds,
  hundredths,
  type Lane,
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
  squareAt,
  squaresFor,
  statementColumns,
  statementLane,
  statementRow,
  statementValue,
  surveyRow,
  svgNode,
  thumbnailText,
  ticksTo,
  tickTexts,
  timesInWords,
  unless
} from "../notebook/index.ts";

/** What a row is: said of the plant, estimated of all Russia by the survey, or how many times the one is the other. */
export interface GalliumOutputRow extends StatementRow {
  part: "made" | "possible" | "output" | "capacity" | "multiple";
}

const name = "gallium-output";
const { t, one } = displayUnits;
const ratio = "derived.gallium-possible-against-capacity";
const said = { made: "rex-kommersant.gallium-output", possible: "rex-kommersant.gallium-possible" };
const surveyed = {
  output: "usgs-mcs@latest.gallium-production.russia.latest",
  capacity: "usgs-mcs@latest.gallium-capacity.russia.latest"
};

/** Gallium that one plant is said to make and could make, between what the survey estimates that Russia makes and could. */
export const galliumOutput: Figure<GalliumOutputRow> = {
  name,

  select(tables) {
    const figure = (id: string) => pickFigure(name, tables, id);
    return [
      { ...surveyRow(figure(surveyed.output), tables), part: "output" },
      { ...statementRow(figure(said.made), tables), part: "made" },
      { ...surveyRow(figure(surveyed.capacity), tables), part: "capacity" },
      { ...statementRow(figure(said.possible), tables), part: "possible" },
      { ...arithmeticRow(pickDerived(name, tables, ratio), "possible output ÷ capacity"), part: "multiple" }
    ];
  },

  words(rows) {
    const { made, possible, output, capacity, multiple } = parts(rows);
    const times = timesInWords(statementValue(name, multiple));
    return {
      title: `The ${quantityInProse(possible, t)} said to be possible are ${times} what the US survey thinks that Russia could make`,
      subtitle: `Gallium, tonnes a year: the ${made.subject}, by the publication; all of Russia, by the ${capacity.speaker}`,
      notes: [
        `The larger number holds ${possible.condition}${possible.period === null ? "; no date is named for it" : `, for ${possible.period}`}. Output and capacity are two things, and the survey’s numbers are estimates.`
      ],
      description:
        `${made.speaker} puts gallium output at the ${made.subject} at ${quantityInProse(made, t)} a year; the survey estimates ${quantityText(output, t)} for Russia, and a capacity of ${quantityText(capacity, t)}. ` +
        `${possible.speaker} is reported to speak of ${quantityText(possible, t)}, ${times} that capacity, ${possible.condition}.`
    };
  },

  doubts(rows) {
    const { made, possible, output, capacity, squares } = parts(rows);
    return [
      ...unless(possible.condition !== null, "the larger figure stands on no condition", [possible]),
      ...unless(
        squares.possible > 2 * statementValue(name, capacity),
        "what is possible is no longer twice the survey’s capacity",
        [possible, capacity]
      ),
      ...unless(squares.made < squares.possible, "what is possible is no more than what is made", [possible, made]),
      ...unless(statementValue(name, output) <= statementValue(name, capacity), "Russia makes more than it could", [
        output,
        capacity
      ]),
      ...unless(made.subject === possible.subject, "the figures are of two plants", [made, possible])
    ];
  },

  columns: statementColumns(({ part }) => (part === "multiple" ? one : t)),
  height: (size, rows) => lanesHeight(size, blocks(rows)),
  draw: (rows, canvas) => drawLanes(blocks(rows), canvas),

  /** A square a tonne: filled what is made, outlined what could be. */
  thumbnail(rows, document) {
    const { made, possible, squares } = parts(rows);
    holds(name, "a part of the squares filled", squares.made < squares.possible);
    const high = 3;
    const field = { left: 0, bottom: 41, rows: high, columns: Math.ceil(squares.possible / high), pitch: 9.6 };
    const side = 7.5;
    const line = 1.2;
    const outlines = (from: number, to: number, inset: number): string =>
      Array.from({ length: to - from }, (_, place) => squareAt(field, from + place))
        .map(({ x, y }) => [hundredths(x + inset), hundredths(y - inset), side - 2 * inset])
        .map(([x, y, length]) => `M${x} ${y}h${length}v-${length}h-${length}z`)
        .join("");
    const text = `${quantityText(made, t)} → ${quantityWithUnit(possible, t)}`;
    return [
      svgNode(document, "path", { d: outlines(0, squares.made, 0), fill: "var(--red)" }),
      svgNode(document, "path", {
        d: outlines(squares.made, squares.possible, line / 2),
        fill: "none",
        stroke: "var(--red)",
        "stroke-width": line
      }),
      thumbnailText(document, text, { x: field.columns * field.pitch + 6, y: 32 })
    ];
  }
};

function parts(rows: readonly GalliumOutputRow[]) {
  const of = (part: GalliumOutputRow["part"]) => rowOfPart(name, rows, part);
  const [made, possible] = [of("made"), of("possible")];
  const count = (row: StatementRow) => squaresFor(statementValue(name, row), 1);
  return {
    made,
    possible,
    output: of("output"),
    capacity: of("capacity"),
    multiple: of("multiple"),
    squares: { made: count(made), possible: count(possible) }
  };
}

function blocks(rows: readonly GalliumOutputRow[]): LaneBlock[] {
  const { made, possible, output, capacity, multiple } = parts(rows);
  const lane = (row: GalliumOutputRow, remark: string): Lane => ({ ...statementLane(row, t, " a year"), remark });
  const lanes = [
    lane(output, `output of ${output.subject}, ${output.period}`),
    lane(made, "output of the plant"),
    lane(capacity, `capacity of ${capacity.subject}, ${capacity.period}`),
    lane(possible, "possible")
  ];
  const ticks = ticksTo(Math.max(...lanes.map(({ at }) => at)));
  const bracket = ratioBracket(name, [capacity, possible], {
    ratio: multiple,
    unit: t,
    dashed: true,
    reason: "what one plant could make on a condition against the capacity of the whole country"
  });
  return [{ lanes, ticks, tickText: tickTexts(ticks, t.sign), bracket }];
}
