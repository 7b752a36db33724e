import type * as Plot from "@observablehq/plot";
import { svgNode } from "./plot.ts";

/** A field of equal squares, filled by columns from the left, each column from the bottom up. */
export interface SquareField {
  left: number;
  /** Where the lowest squares stand. */
  bottom: number;
  rows: number;
  columns: number;
  pitch: number;
}

/** How many squares of one amount another amount takes; the last may stand for a part. */
export const squaresFor = (amount: number, square: number): number => Math.ceil(Number((amount / square).toFixed(6)));

/** The field of `count` squares with the widest pitch that a width and a height allow. */
export function fitSquares(count: number, width: number, height: number): Omit<SquareField, "left" | "bottom"> {
  const fits = Array.from({ length: count }, (_, index) => {
    const rows = index + 1;
    const columns = Math.ceil(count / rows);
    return { rows, columns, pitch: Math.floor(Math.min(width / columns, height / rows) * 100) / 100 };
  });
  return fits.reduce((best, field) => (field.pitch > best.pitch ? field : best));
}

/** The corner of a square that is nearest to the field's own corner, bottom left. */
export function squareAt(field: SquareField, place: number): { x: number; y: number } {
  const { left, bottom, rows, pitch } = field;
  return { x: left + Math.floor(place / rows) * pitch, y: bottom - (place % rows) * pitch };
}

/** The outline of the squares from one place to before another: whole columns and the parts of columns at both ends. */
export function squaresOutline(field: SquareField, from: number, to: number): string {
  const { rows, pitch } = field;
  const parts: string[] = [];
  for (let start = from; start < to; ) {
    const top = start % rows;
    const end =
      top === 0 && to - start >= rows ? start + Math.floor((to - start) / rows) * rows : nextEnd(start, to, rows);
    const { x, y } = squareAt(field, start);
    const tall = Math.min(end - start, rows - top) * pitch;
    const wide = Math.ceil((end - start) / rows) * pitch;
    parts.push(`M${x} ${y}v${-tall}h${wide}v${tall}Z`);
    start = end;
  }
  return parts.join("");
}

const nextEnd = (start: number, to: number, rows: number): number => Math.min(to, start - (start % rows) + rows);

/** How the squares of one part of a field look: filled, or only outlined. */
export interface SquareLook {
  id: string;
  colour: string;
  outlined?: boolean;
}

/** The share of the pitch that a square's side takes. */
export const squareSide = 0.78;

/**
 * A part of a field as one shape filled with a pattern, so that ten thousand squares weigh what one does. The id must be
 * the figure's own and the width's: patterns are found by id on the whole page.
 */
export function squaresMark(field: SquareField, from: number, to: number, look: SquareLook): Plot.RenderFunction {
  return (_index, _scales, _values, _dimensions, context) => {
    const { document } = context;
    const { left, bottom, rows, pitch } = field;
    const side = pitch < 10 ? pitch * squareSide : Math.round(pitch * squareSide);
    const line = look.outlined ? 1.5 : 0;
    const square = svgNode(document, "rect", {
      x: round((pitch - side + line) / 2),
      y: round((pitch - side + line) / 2),
      width: round(side - line),
      height: round(side - line),
      ...(look.outlined ? { fill: "none", stroke: look.colour, "stroke-width": line } : { fill: look.colour })
    });
    const pattern = svgNode(document, "pattern", {
      id: look.id,
      patternUnits: "userSpaceOnUse",
      x: left,
      y: round(bottom - rows * pitch),
      width: pitch,
      height: pitch
    });
    pattern.append(square);
    const shape = svgNode(document, "path", { d: squaresOutline(field, from, to), fill: `url(#${look.id})` });
    const group = svgNode(document, "g", { "aria-hidden": "true" });
    group.append(pattern, shape);
    return group as SVGElement;
  };
}

const round = (length: number): number => Math.round(length * 100) / 100;
