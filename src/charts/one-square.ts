import type { Tables } from "../tables/tables.ts";
import type { Canvas, Chart, Size } from "./chart.ts";
import { capitalised, displayUnits, listed, numberWord, plainNumber, quantityInProse, ratioText } from "./format.ts";
import { holds, oneValue, pickDerived, pickFigure } from "./pick.ts";
import { labels, pixelPlot, stroke } from "./pixel-plot.ts";
import { fitSquares, type SquareField, squareAt, squareSide, squaresFor, squaresMark } from "./square-field.ts";
import { arithmetic, type Statement, statement, statementColumns, statementName } from "./statement.ts";
import { symbolMarks } from "./symbols.ts";

/** What a row is in the drawing: the square, the smaller reserve, the larger one, or arithmetic on them. */
export interface OneSquareRow extends Statement {
  part: "square" | "smaller" | "larger" | "ratio" | "squares";
}

const name = "one-square";
const { Mt, t, times, one } = displayUnits;

export const oneSquare: Chart<OneSquareRow> = {
  name,

  select(tables) {
    const ratio = pickDerived(name, tables, "derived.reserve-ratio");
    const squares = pickDerived(name, tables, "derived.squares-of-output");
    const [, smaller = ""] = ratio.inputs;
    const [, output = ""] = squares.inputs;
    return [
      { ...statement(pickFigure(name, tables, output), tables, t), part: "square" },
      { ...statement(pickFigure(name, tables, smaller), tables, Mt), part: "smaller" },
      ...sameReserve(tables, ratio.inputs[0] ?? ""),
      { ...arithmetic(ratio, "larger reserve ÷ smaller reserve", times), part: "ratio" },
      { ...arithmetic(squares, "squares in the field", one), digits: 7, part: "squares" }
    ];
  },

  words(rows) {
    const { square, smaller, larger, ratio, field, counted } = parts(rows);
    holds(
      name,
      "the smaller reserve is a part of the field, the square a part of both",
      1 < counted && counted < field
    );
    const amount = quantityInProse(larger[0], Mt);
    const output = quantityInProse(square, t);
    return {
      title: `One year of Russian output is one square in a field of ${plainNumber(field)}`,
      subtitle: `Rare-earth reserves of Russia by source; each square is ${output}`,
      notes: [
        `The two reserves rest on different definitions and are not averaged: the larger is ${listed(
          larger.map(({ basis, outlet }) => `${basis} in ${outlet}`)
        )}; the smaller is ${smaller.basis}.`,
        "The field compares tonnages. It is no forecast of years of supply: what mining and refining would lose is left out.",
        ...(rows.some(({ form }) => form) ? [] : ["No text says whether its tonnes are of oxide or of metal."])
      ],
      description: `${amount} of reserves, as ${listed(larger.map(({ speaker, where }) => `${speaker} says ${where}`))}, make ${plainNumber(
        field
      )} squares of ${output}, a year of Russian output. The ${quantityInProse(smaller, Mt)} of the ${smaller.speaker} fill ${plainNumber(
        counted
      )} of them: ${numberWord(ratio)} times fewer, by another definition of reserve.`
    };
  },

  columns: statementColumns,

  height: (size) => heights[size].top + heights[size].field + captionHeight[size],

  draw(rows, canvas) {
    const { square, smaller, larger, ratio, field, counted } = parts(rows);
    const { top, field: tall } = heights[canvas.size];
    const squares: SquareField = { left: 0, bottom: top + tall, ...fitSquares(field, canvas.width, tall) };
    const right = squares.columns * squares.pitch;
    const edge = Math.ceil(counted / squares.rows) * squares.pitch;
    const look = (part: string, colour: string) => ({ id: `${name}-${canvas.size}-${part}`, colour });
    return pixelPlot(canvas, this.height(canvas.size, rows), [
      squaresMark(squares, counted, field, look("claimed", "var(--russia-tint)")),
      squaresMark(squares, 1, counted, look("counted", "var(--russia)")),
      ...heading(smaller, larger, right, canvas),
      ...bracket(edge, right, top, ratioText(ratio)),
      ...caption(square, squares, canvas)
    ]);
  }
};

const heights: Readonly<Record<Size, { top: number; field: number }>> = {
  sm: { top: 132, field: 385 },
  md: { top: 92, field: 470 },
  lg: { top: 92, field: 348 }
};
const captionHeight: Readonly<Record<Size, number>> = { sm: 52, md: 40, lg: 40 };

/** Every reserve of the same country and material that is the same number, whoever prints it. */
function sameReserve(tables: Tables, id: string): OneSquareRow[] {
  const reserve = pickFigure(name, tables, id);
  return tables.figures.rows
    .filter(
      ({ metric, subject, material }) =>
        metric === reserve.metric && subject === reserve.subject && material === reserve.material
    )
    .filter(({ value, comparator }) => value === reserve.value && comparator === reserve.comparator)
    .map((figure) => ({ ...statement(figure, tables, Mt), part: "larger" }));
}
