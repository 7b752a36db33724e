import * as Plot from "@observablehq/plot";
import {
  amountHeading,
  arithmeticRow,
  bracketMark,
  type Canvas,
  displayUnits,
  type Figure,
  fitSquares,
  labels,
  listed,
  noBreakSpace,
  pickDerived,
  pickFigure,
  pixelPlot,
  plainNumber,
  type QuantityRow,
  quantityInProse,
  quantityText,
  ratioBracket,
  rowOfPart,
  type Size,
  type SquareField,
  type StatementRow,
  saidFigures,
  squareSide,
  squaresFor,
  squaresMark,
  statementColumns,
  statementId,
  statementLabel,
  statementRow,
  statementValue,
  stroke,
  surveyRow,
  symbolMarks,
  type Tables,
  unless
} from "../notebook/index.ts";

/** What a row is in the drawing: the square, the smaller reserve, the larger one, or arithmetic on them. */
export interface OneSquareRow extends StatementRow {
  part: "square" | "smaller" | "relayed" | "larger" | "ratio" | "field";
}

const name = "one-square";
const { Mt, t, one } = displayUnits;

/** Room above the field for the labels, and the field's own height. */
const layout: Readonly<Record<Size, { top: number; field: number }>> = {
  sm: { top: 130, field: 385 },
  md: { top: 94, field: 270 },
  lg: { top: 94, field: 348 }
};
const captionHeight = 50;

export const oneSquare: Figure<OneSquareRow> = {
  name,

  select(tables) {
    const ratio = pickDerived(name, tables, "derived.reserve-ratio");
    const squares = pickDerived(name, tables, "derived.squares-of-output");
    const [larger = "", smaller = ""] = ratio.inputs;
    const [, output = ""] = squares.inputs;
    return [
      { ...said(pickFigure(name, tables, output), tables), part: "square" },
      ...countAndRelays(tables, smaller),
      ...sameReserve(tables, larger),
      { ...arithmeticRow(ratio, "larger reserve ÷ smaller reserve"), part: "ratio" },
      { ...arithmeticRow(squares, "larger reserve ÷ one square"), digits: 6, part: "field" }
    ];
  },

  words(rows) {
    const { square, smaller, larger, field, counted } = parts(rows);
    const output = quantityInProse(square, t);
    const calls = larger.map(({ basis, where, own, speaker }) => `${basis} ${own ? `by ${speaker}` : where}`);
    return {
      title: `One year of Russian output is one square in a field of ${roundly(field)}`,
      subtitle: `Rare-earth reserves of Russia by source; each square is ${output}`,
      notes: [
        `The two counts rest on different definitions and are not averaged. The larger is ${listed(calls)}; the smaller is ${smaller.basis}.`,
        ...rows.filter(({ part }) => part === "relayed").map(({ where }) => `The smaller count also stands ${where}.`),
        "The field compares tonnages. It is no forecast of years of supply: what mining and refining lose is left out.",
        ...(rows.some(({ form }) => form) ? [] : ["No text says whether its tonnes are of oxide or of metal."])
      ],
      description: `A reserve of ${quantityInProse(larger[0], Mt)} (${larger.map(({ speaker }) => speaker).join("; ")}) makes ${plainNumber(field)} squares of ${output}, one year of Russian output. The ${quantityInProse(smaller, Mt)} of the ${smaller.speaker} fill ${plainNumber(counted)} of them. The two counts define a reserve differently.`
    };
  },

  doubts(rows) {
    const { field, counted, larger, smaller } = parts(rows);
    return [
      ...unless(
        larger.every(({ basis }) => basis !== smaller.basis),
        "both counts are said to be of one kind",
        [smaller, ...larger]
      ),
      ...unless(1 < counted, "the smaller reserve is no more than a year of output", [smaller]),
      ...unless(counted < field, "the reserve drawn as the smaller one is not the smaller", [smaller, ...larger])
    ];
  },

  columns: statementColumns(({ part }: OneSquareRow) =>
    part === "smaller" || part === "relayed" || part === "larger" ? Mt : part === "square" ? t : one
  ),

  height: (size) => layout[size].top + layout[size].field + captionHeight,

  draw(rows, canvas) {
    const { square, smaller, larger, ratio, field, counted } = parts(rows);
    const { top, field: height } = layout[canvas.size];
    const squares: SquareField = { left: 0, bottom: top + height, ...fitSquares(field, canvas.width, height) };
    const right = squares.columns * squares.pitch;
    const edge = Math.ceil(counted / squares.rows) * squares.pitch;
    const look = (part: string, colour: string) => ({ id: `${name}-${Math.round(canvas.width)}-${part}`, colour });
    return pixelPlot(canvas, this.height(canvas.size, rows), [
      squaresMark(squares, counted, field, look("larger", "var(--red-tint)")),
      squaresMark(squares, 1, counted, look("smaller", "var(--red)")),
      heading([smaller], "start", 0, canvas),
      heading(larger, "end", right, canvas),
      bracketMark(
        {
          ...ratioBracket(name, [smaller, larger[0]], {
            ratio,
            unit: Mt,
            dashed: true,
            reason: "different definitions"
          }),
          from: edge,
          to: right
        },
        top - 16,
        "down"
      ),
      caption(square, squares, canvas)
    ]);
  }
};

/** A statement with its outlet, a cell of a table with its edition. */
const said = (figure: QuantityRow, tables: Tables): StatementRow =>
  figure.series === null ? statementRow(figure, tables) : surveyRow(figure, tables);

/** A reserve as its own counter prints it, and every statement that relays that count. */
function countAndRelays(tables: Tables, id: string): OneSquareRow[] {
  const count = pickFigure(name, tables, id);
  const same = (["speaker", "metric", "subject", "material", "value", "unit"] as const).map(
    (field) => [field, count[field]] as const
  );
  const relays = saidFigures(tables).filter(
    (figure) => figure !== count && same.every(([field, value]) => figure[field] === value)
  );
  return [
    { ...said(count, tables), part: "smaller" },
    ...relays.map((figure): OneSquareRow => ({ ...said(figure, tables), part: "relayed" }))
  ];
}

/** A reserve, and every statement that prints the same one, of the same country and material. */
function sameReserve(tables: Tables, id: string): OneSquareRow[] {
  const reserve = pickFigure(name, tables, id);
  const same = (["metric", "subject", "material", "value", "comparator"] as const).map(
    (field) => [field, reserve[field]] as const
  );
  const others = saidFigures(tables).filter((figure) => same.every(([field, value]) => figure[field] === value));
  return (others.includes(reserve) ? others : [reserve, ...others]).map((figure) => ({
    ...statementRow(figure, tables),
    part: "larger"
  }));
}

/** The rows by their part, and how many squares the two reserves take. */
function parts(rows: readonly OneSquareRow[]) {
  const of = (part: OneSquareRow["part"]) => rowOfPart(name, rows, part);
  const [square, smaller, first, ratio] = [of("square"), of("smaller"), of("larger"), of("ratio")];
  const rest = rows.filter((row) => row.part === "larger" && row !== first);
  const tonnes = statementValue(name, square);
  return {
    square,
    smaller,
    larger: [first, ...rest] as [OneSquareRow, ...OneSquareRow[]],
    ratio,
    field: squaresFor(statementValue(name, first), tonnes),
    counted: squaresFor(statementValue(name, smaller), tonnes)
  };
}

/** A count with no more digits than the reserve and the output that it comes from: "about 11,000". */
const roundly = (count: number): string =>
  `${Number(count.toPrecision(2)) === count ? "" : "about "}${plainNumber(count, 2)}`;

/** A reserve over its end of the field, with everyone who states it. */
function heading(
  rows: readonly [OneSquareRow, ...OneSquareRow[]],
  side: "start" | "end",
  x: number,
  canvas: Canvas
): Plot.Markish {
  const unit = canvas.size === "sm" ? "million t" : Mt.name;
  const amount = `${quantityText(rows[0], Mt)}${noBreakSpace}${unit}`;
  const label = (row: OneSquareRow) => statementLabel(row, Mt);
  return amountHeading({ amount, rows, label, side, x, share: side === "start" ? 0.42 : 0.56 }, canvas);
}

/** The first square in ink, ringed, and what it stands for. */
function caption(row: OneSquareRow, { bottom, pitch }: SquareField, { size }: Canvas): Plot.Markish {
  const centre = { x: pitch / 2, y: bottom - pitch / 2 };
  const half = (pitch * squareSide) / 2;
  const text = size === "sm" ? 12.5 : 13;
  return [
    Plot.rect([centre], {
      x1: centre.x - half,
      x2: centre.x + half,
      y1: centre.y - half,
      y2: centre.y + half,
      fill: "var(--ink)"
    }),
    Plot.dot([centre], { x: "x", y: "y", r: 8, stroke: "var(--ink)", strokeWidth: 1.4 }),
    stroke([
      { x: centre.x, y: centre.y + 8 },
      { x: centre.x, y: bottom + 44 }
    ]),
    labels([{ x: 13, y: bottom + 26, text: `One square: ${quantityInProse(row, t)}, a year of Russian output` }], {
      fontSize: text,
      fontWeight: 600,
      fill: "var(--ink)"
    }),
    labels([{ x: 30, y: bottom + 44, text: `${row.speaker}, ${row.where}` }], { fontSize: text, fill: "var(--ink2)" }),
    symbolMarks([row], {
      x: () => 19,
      y: () => bottom + 39.5,
      symbol: ({ symbol }) => symbol,
      evidence: statementId,
      label: (square) => statementLabel(square, t, " a year"),
      scale: 0.9
    })
  ];
}
