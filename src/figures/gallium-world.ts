import {
  amountHeading,
  displayUnits,
  type Figure,
  firstOf,
  listed,
  noBreakSpace,
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

/** What a row is in the drawing: what could be made, the world's output or a country's, and other counts of the world's. */
export interface GalliumWorldRow extends StatementRow {
  part: "possible" | "world" | "country" | "other-edition" | "other-year";
  place: string;
}

const name = "gallium-world";
const { t } = displayUnits;

/** Rows of squares, the pitch, room above a field for its heading, and from the left to the world's field or heading. */
interface Layout {
  rows: number;
  heading: number;
  second: number;
}
const layouts: Readonly<Record<Size, Layout>> = {
  sm: { rows: 18, heading: 84, second: 0 },
  md: { rows: 18, heading: 106, second: 200 },
  lg: { rows: 15, heading: 92, second: 230 }
};
const smallRows = 3;
const stackGap = 22;
/** The greatest pitch of a size; at its narrower widths the squares are smaller. */
const pitches: Readonly<Record<Size, number>> = { sm: 7, md: 10, lg: 10 };

/** What one plant could make beside what the world makes, a square a tonne. */
export const galliumWorld: Figure<GalliumWorldRow> = {
  name,

  /** The newest year of the newest edition whose countries add up to its world, so that every square is someone's. */
  select(tables) {
    const possible = pickFigure(name, tables, "rex-kommersant.gallium-possible");
    const cells = tables.figures.rows.filter(
      ({ material, metric, basis, value }) =>
        material === "gallium" && metric === "production" && basis === "primary-gallium" && value !== null
    );
    const worlds = cells.filter(({ subject }) => subject === "world").sort((a, b) => byNewest(key(a), key(b)));
    const countriesOf = ({ series, period }: (typeof cells)[number]) =>
      cells.filter((cell) => cell.subject !== "world" && cell.series === series && cell.period === period);
    const sum = (rows: readonly { value: number | null }[]) =>
      rows.reduce((total, { value }) => total + (value ?? 0), 0);
    const world = firstOf(
      name,
      "world output whose countries add up",
      worlds.filter((row) => row.current && sum(countriesOf(row)) === row.value)
    );
    const countries = countriesOf(world)
      .filter(({ value }) => value !== 0)
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const others = worlds.filter(({ id, period, series }) =>
      id === world.id
        ? false
        : period === world.period || (series === world.series && period !== null && period > (world.period ?? ""))
    );
    return [
      { ...statementRow(possible, tables), part: "possible", place: possible.subject },
      { ...surveyRow(world, tables), part: "world", place: world.subject },
      ...countries.map(
        (cell): GalliumWorldRow => ({ ...surveyRow(cell, tables), part: "country", place: cell.subject })
      ),
      ...others.map(
        (cell): GalliumWorldRow => ({
          ...surveyRow(cell, tables),
          part: cell.period === world.period ? "other-edition" : "other-year",
          place: cell.subject
        })
      )
    ];
  },

  words(rows) {
    const { possible, world, china, countries } = parts(rows);
    const [whole, could] = [world, possible].map((row) => statementValue(name, row));
    const year = world.period;
    return {
      title: `Even ${quantityText(possible, t)} tonnes of gallium would be a sliver beside China’s ${quantityText(china, t)}`,
      subtitle: `Primary gallium, tonnes a year; world output in ${year} by the ${world.speaker}, ${world.where}; each square is one tonne`,
      howToRead:
        "Red squares are Russia’s output by the survey’s estimate, in both fields, outlined ones the rise to what could be made; the tint is China, grey every other country.",
      notes: [
        `The ${quantityText(possible, t)} tonnes are what a plant could make ${possible.condition}; the survey’s numbers are output. Its rows for ${estimatedOf(countries)} are estimates.`,
        ...rows
          .filter(({ part }) => part === "other-edition")
          .map((row) => `World output in the same year was ${quantityInProse(row, t)} in the ${row.where}.`),
        ...rows
          .filter(({ part }) => part === "other-year")
          .map(
            (row) =>
              `For ${row.period} the survey estimates ${quantityInProse(row, t)}, a rounded number that its rows do not add up to.`
          )
      ],
      description: `${plainNumber(could ?? 0)} squares stand for the tonnes of gallium that ${possible.speaker} is reported to say could be made ${possible.condition}, beside ${plainNumber(whole ?? 0)} for the world’s output in ${year}: ${countries.map(amountOf).join(", ")}, by the ${world.speaker}.`
    };
  },

  doubts(rows) {
    const { possible, world, china, russia } = parts(rows);
    const value = (row: StatementRow) => statementValue(name, row);
    return [
      ...unless(10 * value(possible) < value(china), "what could be made is more than a tenth of China’s output"),
      ...unless(value(china) > 0.9 * value(world), "China makes less than nine tenths of the world’s gallium"),
      ...unless(value(russia) < value(possible), "Russia makes as much as the plant could")
    ];
  },

  columns: statementColumns(() => t).map((column) =>
    column.label === "What" ? { ...column, text: (row: GalliumWorldRow) => `${row.measure}, ${row.subject}` } : column
  ),

  height(size, rows) {
    return fields(size, rows).world.bottom + 1;
  },

  draw(rows, canvas) {
    const { possible, world, russia, china, countries } = parts(rows);
    const { size, width } = canvas;
    const places = fields(size, rows, width);
    const look = (part: string, colour: string) => ({ id: `${name}-${Math.round(width)}-${part}`, colour });
    const count = (row: StatementRow) => squaresFor(statementValue(name, row), 1);
    const whole = count(world);
    const toOthers = whole - count(china);
    const heading = (row: GalliumWorldRow, left: number, top: number, remark: string | null, room: number) =>
      amountHeading(
        {
          amount: quantityWithUnit(row, t),
          rows: [row],
          label: (row: GalliumWorldRow) => `${statementLabel(row, t, " a year")}, ${row.subject}`,
          side: "start",
          x: left,
          share: room / width,
          remark,
          top
        },
        canvas
      );
    const { second } = layouts[size];
    return pixelPlot(canvas, this.height(size, rows), [
      squaresMark(places.possible, 0, count(russia), look("made", "var(--red)")),
      squaresMark(places.possible, count(russia), count(possible), {
        ...look("possible", "var(--red)"),
        outlined: true
      }),
      squaresMark(places.world, 0, count(russia), look("russia", "var(--red)")),
      squaresMark(places.world, count(russia), toOthers, look("others", "var(--grey)")),
      squaresMark(places.world, toOthers, whole, look("china", "var(--ochre-tint)")),
      heading(possible, 0, 0, possible.condition, second === 0 ? width : second - 16),
      heading(
        world,
        second,
        second === 0 ? places.possible.bottom + stackGap : 0,
        `${world.period}: ${listed(countries.map(amountOf))}`,
        width - second
      )
    ]);
  }
};

/** Newest edition first, in it the newest year. */
const key = ({ edition, period }: { edition: string | null; period: string | null }) => `${edition} ${period}`;
const byNewest = (a: string, b: string): number => (a < b ? 1 : -1);

const amountOf = (row: GalliumWorldRow): string => `${row.subject}${noBreakSpace}${quantityText(row, t)}`;

const estimatedOf = (countries: readonly GalliumWorldRow[]): string =>
  listed(countries.filter(({ basis }) => basis.includes("estimated")).map(({ subject }) => subject));

function parts(rows: readonly GalliumWorldRow[]) {
  const of = (part: GalliumWorldRow["part"]) => rowOfPart(name, rows, part);
  const countries = rows.filter(({ part }) => part === "country");
  const country = (id: string) =>
    firstOf(
      name,
      `gallium output of ${id}`,
      countries.filter(({ place }) => place === id)
    );
  return {
    possible: of("possible"),
    world: of("world"),
    countries,
    china: country("china"),
    russia: country("russia")
  };
}

/** The two fields of squares, of one pitch: beside each other, or on a phone under each other. */
function fields(size: Size, rows: readonly GalliumWorldRow[], width = Number.POSITIVE_INFINITY) {
  const { possible, world } = parts(rows);
  const { rows: high, heading, second } = layouts[size];
  const most = pitches[size];
  const pitch = Math.min(most, Math.floor((width - second) / Math.ceil(statementValue(name, world) / high)));
  const field = (row: StatementRow, left: number, bottom: number, tall: number): SquareField => ({
    left,
    bottom,
    rows: tall,
    columns: Math.ceil(statementValue(name, row) / tall),
    pitch
  });
  if (second > 0) {
    const bottom = heading + high * pitch;
    return { possible: field(possible, 0, bottom, high), world: field(world, second, bottom, high) };
  }
  const firstBottom = heading + smallRows * pitch;
  return {
    possible: field(possible, 0, firstBottom, smallRows),
    world: field(world, 0, firstBottom + stackGap + heading + high * pitch, high)
  };
}
