import {
  amountHeading,
  arithmeticRow,
  bracketMark,
  capitalised,
  displayUnits,
  type Figure,
  holds,
  hundredths,
  numberWord,
  pickDerived,
  pickFigure,
  pixelPlot,
  plainNumber,
  quantityText,
  quantityWithUnit,
  ratioBracket,
  rowOfPart,
  type Size,
  type SquareField,
  type StatementRow,
  squareAt,
  squaresFor,
  squaresMark,
  statementColumns,
  statementLabel,
  statementRow,
  statementValue,
  svgNode,
  thumbnailText,
  unless
} from "../notebook/index.ts";

/** What a row is in the drawing: what is made, what could be made, or how many times the one the other is. */
export interface GalliumSquaresRow extends StatementRow {
  part: "made" | "possible" | "multiple";
  subject: string;
}

const name = "gallium-squares";
const { t, one } = displayUnits;

/** Room above the squares for the labels, in how many rows the squares stand, and their greatest pitch. */
const layout: Readonly<Record<Size, { top: number; rows: number; pitch: number }>> = {
  sm: { top: 126, rows: 3, pitch: 26 },
  md: { top: 108, rows: 2, pitch: 33 },
  lg: { top: 94, rows: 2, pitch: 41 }
};

export const galliumSquares: Figure<GalliumSquaresRow> = {
  name,

  select(tables) {
    const multiple = pickDerived(name, tables, "derived.gallium-multiple");
    const [possible = "", made = ""] = multiple.inputs;
    const subject = pickFigure(name, tables, made).subject_name;
    return [
      { ...statementRow(pickFigure(name, tables, made), tables), part: "made", subject },
      { ...statementRow(pickFigure(name, tables, possible), tables), part: "possible", subject },
      { ...arithmeticRow(multiple, "possible output ÷ output"), part: "multiple", subject }
    ];
  },

  words(rows) {
    const { made, possible, multiple } = parts(rows);
    const [from, to] = [quantityText(made, t), quantityText(possible, t)];
    const times = plainNumber(statementValue(name, multiple), multiple.digits);
    return {
      title: `${capitalised(quantityWords(made))} tonnes of gallium are made a year; ${to} could be`,
      subtitle: `Gallium, ${made.subject}, tonnes a year; each square is one tonne`,
      howToRead: "Filled squares are output, outlined squares the rise to what could be made.",
      notes: [
        "Gallium is no rare earth and enters no rare-earth total.",
        `The larger figure is what the plant could make ${possible.condition}${possible.period ? `, by ${possible.period}` : "; no year is given"}.`
      ],
      description: `${capitalised(from)} filled squares stand for the tonnes of gallium that ${made.speaker} says are made a year, ${to} squares in all for what ${possible.speaker} is reported to say could be made ${possible.condition}. That is about ${times} times as much; what could be made is not what is made.`
    };
  },

  doubts(rows) {
    const { possible, squares } = parts(rows);
    return [
      ...unless(squares.made < squares.possible, "no more could be made than is made"),
      ...unless(possible.condition !== null, "what could be made stands on no condition")
    ];
  },

  columns: statementColumns(({ part }) => (part === "multiple" ? one : t)),

  height: (size) => layout[size].top + layout[size].rows * layout[size].pitch,

  draw(rows, canvas) {
    const { made, possible, multiple, squares } = parts(rows);
    const { top, rows: high, pitch: widest } = layout[canvas.size];
    const columns = Math.ceil(squares.possible / high);
    const pitch = Math.min(widest, Math.floor(canvas.width / columns));
    const field: SquareField = { left: 0, bottom: top + high * pitch, rows: high, columns, pitch };
    const right = columns * pitch;
    const look = (part: string) => ({ id: `${name}-${Math.round(canvas.width)}-${part}`, colour: "var(--red)" });
    const from = Math.ceil(squares.made / high) * pitch;
    const heading = (row: GalliumSquaresRow) => ({
      amount: `${quantityWithUnit(row, t)} a year`,
      rows: [row],
      label: (row: GalliumSquaresRow) => statementLabel(row, t, " a year")
    });
    return pixelPlot(canvas, this.height(canvas.size, rows), [
      squaresMark(field, 0, squares.made, look("made")),
      squaresMark(field, squares.made, squares.possible, { ...look("possible"), outlined: true }),
      amountHeading({ ...heading(made), side: "start", x: 0, share: 0.42 }, canvas),
      amountHeading({ ...heading(possible), side: "end", x: right, share: 0.56, remark: possible.condition }, canvas),
      bracketMark(
        {
          ...ratioBracket(name, [made, possible], { ratio: multiple, unit: t, dashed: true, reason: "" }),
          from,
          to: right
        },
        top - 16,
        "down"
      )
    ]);
  },

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

/** "about seven": the number in words where it is a small one. */
const quantityWords = (row: StatementRow) =>
  quantityText(row, t).replace(/\d+$/, (digits) => numberWord(Number(digits)));

function parts(rows: readonly GalliumSquaresRow[]) {
  const of = (part: GalliumSquaresRow["part"]) => rowOfPart(name, rows, part);
  const [made, possible, multiple] = [of("made"), of("possible"), of("multiple")];
  const count = (row: StatementRow) => squaresFor(statementValue(name, row), 1);
  return { made, possible, multiple, squares: { made: count(made), possible: count(possible) } };
}
