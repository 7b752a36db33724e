import {
  amountHeading,
  arithmeticRow,
  displayUnits,
  type Figure,
  pickDerived,
  pickFigure,
  pixelPlot,
  plainNumber,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  rowOfPart,
  type Size,
  type SquareField,
  type StatementRow,
  squaresFor,
  squaresMark,
  statementColumns,
  statementLabel,
  statementRow,
  statementValue,
  surveyRow,
  unless
} from "../notebook/index.ts";

/** What a row is in the drawing: what one plant makes and could make, what the world or China could and did, and what lay idle. */
export interface GalliumCapacityRow extends StatementRow {
  part: "made" | "possible" | "capacity" | "output" | "china-capacity" | "idle" | "part-of-idle";
}

const name = "gallium-capacity";
const { t, percent } = displayUnits;
const cells = {
  capacity: "usgs-mcs@latest.gallium-capacity.world.latest",
  output: "usgs-mcs@latest.gallium-production.world.latest",
  "china-capacity": "usgs-mcs@latest.gallium-capacity.china.latest"
} as const;

/** Rows of squares, their greatest pitch, room above a field for its heading, and from the left to the world's field. */
interface Layout {
  rows: number;
  pitch: number;
  heading: number;
  second: number;
}
const layouts: Readonly<Record<Size, Layout>> = {
  sm: { rows: 32, pitch: 6, heading: 84, second: 0 },
  md: { rows: 26, pitch: 7, heading: 106, second: 200 },
  lg: { rows: 24, pitch: 8, heading: 92, second: 230 }
};
const smallRows = 3;
const stackGap = 22;

/** What one plant makes and could make beside what the world's plants could and do make, a square a tonne. */
export const galliumCapacity: Figure<GalliumCapacityRow> = {
  name,

  select(tables) {
    const cell = (part: keyof typeof cells): GalliumCapacityRow => ({
      ...surveyRow(pickFigure(name, tables, cells[part]), tables),
      part
    });
    const derived = (id: string) => pickDerived(name, tables, id);
    return [
      { ...statementRow(pickFigure(name, tables, "rex-kommersant.gallium-output"), tables), part: "made" },
      { ...statementRow(pickFigure(name, tables, "rex-kommersant.gallium-possible"), tables), part: "possible" },
      cell("capacity"),
      cell("output"),
      cell("china-capacity"),
      { ...arithmeticRow(derived("derived.gallium-idle"), "capacity less output"), part: "idle" },
      {
        ...arithmeticRow(derived("derived.gallium-possible-part-of-idle"), "possible output ÷ idle capacity"),
        part: "part-of-idle"
      }
    ];
  },

  words(rows) {
    const { made, possible, capacity, output, chinaCapacity, idle, times } = parts(rows);
    return {
      title: `About ${quantityInProse(idle, t)} of gallium capacity stand idle, ${times} times the ${quantityText(possible, t)} that Pikalevo is said to be able to make`,
      subtitle: `Primary gallium, tonnes a year; the world in ${capacity.period} by the ${capacity.speaker}, ${capacity.where}; each square is one tonne`,
      howToRead:
        "Filled squares are what is made, outlined ones what could be: at Pikalevo in red, in the whole world in grey.",
      notes: [
        `Estimates, rounded by the survey: the idle part is the difference of two round numbers. Of the capacity ${quantityText(chinaCapacity, t)} are China’s. Pikalevo could make its ${quantityText(possible, t)} ${possible.condition}.`
      ],
      description:
        `${plainNumber(statementValue(name, possible))} squares stand for what ${possible.speaker} is reported to say could be made ${possible.condition}; ${quantityText(made, t)} of them, filled, are made. Beside them ${quantityText(capacity, t)} for the world’s capacity, ${quantityText(output, t)} filled for its output, about ${quantityText(idle, t)} idle. ` +
        `${quantityText(chinaCapacity, t)} of the capacity are China’s.`
    };
  },

  doubts(rows) {
    const { made, possible, capacity, output, chinaCapacity, idle } = parts(rows);
    const value = (row: StatementRow) => statementValue(name, row);
    return [
      ...unless(
        value(idle) === value(capacity) - value(output),
        "the idle part is not what the drawing leaves unfilled",
        [idle]
      ),
      ...unless(value(idle) > 10 * value(possible), "a tenth of what stands idle is no more than what could be made", [
        possible,
        idle
      ]),
      ...unless(value(chinaCapacity) > value(capacity) / 2, "China has less than half of the capacity", [
        chinaCapacity,
        capacity
      ]),
      ...unless(value(made) < value(possible), "the plant already makes what is said to be possible", [made, possible]),
      ...unless(possible.condition !== null, "what could be made stands on no condition", [possible])
    ];
  },

  columns: statementColumns<GalliumCapacityRow>(({ part }) => (part === "part-of-idle" ? percent : t)).map((column) =>
    column.label === "What"
      ? { ...column, text: ({ measure, subject }) => [measure, subject].filter(Boolean).join(", ") }
      : column
  ),

  height: (size, rows) => fields(size, rows).world.bottom + 1,

  draw(rows, canvas) {
    const { made, possible, capacity, output, idle } = parts(rows);
    const { size, width } = canvas;
    const { second } = layouts[size];
    const places = fields(size, rows, width);
    const look = (part: string, colour: string) => ({ id: `${name}-${Math.round(width)}-${part}`, colour });
    const count = (row: StatementRow) => squaresFor(statementValue(name, row), 1);
    const heading = (row: GalliumCapacityRow, left: number, top: number, remark: string | null, room: number) =>
      amountHeading(
        {
          amount: `${quantityWithUnit(row, t)} a year`,
          rows: [row],
          label: (statement) => statementLabel(statement, t, " a year"),
          side: "start",
          x: left,
          share: room / width,
          remark,
          top
        },
        canvas
      );
    return pixelPlot(canvas, this.height(size, rows), [
      squaresMark(places.possible, 0, count(made), look("made", "var(--red)")),
      squaresMark(places.possible, count(made), count(possible), { ...look("possible", "var(--red)"), outlined: true }),
      squaresMark(places.world, 0, count(output), look("output", "var(--grey)")),
      squaresMark(places.world, count(output), count(capacity), { ...look("idle", "var(--grey)"), outlined: true }),
      heading(possible, 0, 0, possible.condition, second === 0 ? width : second - 16),
      heading(
        capacity,
        second,
        second === 0 ? places.possible.bottom + stackGap : 0,
        `capacity, ${capacity.period}: ${quantityText(output, t)} in use, about ${quantityText(idle, t)} idle`,
        width - second
      )
    ]);
  }
};

function parts(rows: readonly GalliumCapacityRow[]) {
  const of = (part: GalliumCapacityRow["part"]) => rowOfPart(name, rows, part);
  const partOfIdle = of("part-of-idle");
  return {
    made: of("made"),
    possible: of("possible"),
    capacity: of("capacity"),
    output: of("output"),
    chinaCapacity: of("china-capacity"),
    idle: { ...of("idle"), comparator: "=" as const },
    /** How many times what could be made goes into what stands idle. */
    times: `about ${plainNumber(100 / statementValue(name, partOfIdle), 2)}`
  };
}

/** The two fields of squares, of one pitch: beside each other, or on a phone under each other. */
function fields(size: Size, rows: readonly GalliumCapacityRow[], width = Number.POSITIVE_INFINITY) {
  const { possible, capacity } = parts(rows);
  const { rows: high, heading, second, pitch: most } = layouts[size];
  const pitch = Math.min(most, Math.floor((width - second) / Math.ceil(statementValue(name, capacity) / high)));
  const field = (row: StatementRow, left: number, bottom: number, tall: number): SquareField => ({
    left,
    bottom,
    rows: tall,
    columns: Math.ceil(statementValue(name, row) / tall),
    pitch
  });
  if (second > 0) {
    const bottom = heading + high * pitch;
    return { possible: field(possible, 0, bottom, high), world: field(capacity, second, bottom, high) };
  }
  const firstBottom = heading + smallRows * pitch;
  return {
    possible: field(possible, 0, firstBottom, smallRows),
    world: field(capacity, 0, firstBottom + stackGap + heading + high * pitch, high)
  };
}
