import fc from "fast-check";
import { expect, it } from "vitest";
import { pixelPlot } from "../../../src/notebook/kit/plot.ts";
import {
  fitSquares,
  squareAt,
  squaresFor,
  squaresMark,
  squaresOutline
} from "../../../src/notebook/kit/square-field.ts";
import { canvas } from "./canvas.ts";

/** The area of closed rectangles of the form `M x y v h h w v …Z`, without regard to signs. */
const area = (path: string): number =>
  [...path.matchAll(/M[-\d.e]+ [-\d.e]+v(-?[\d.e-]+)h([\d.e-]+)v[\d.e-]+Z/g)].reduce(
    (sum, [, tall, wide]) => sum + Math.abs(Number(tall) * Number(wide)),
    0
  );

it("counts a part of a square as a square", () => {
  expect(squaresFor(28.5e6, 2600)).toBe(10_962);
  expect(squaresFor(41, 1)).toBe(41);
  expect(squaresFor(0.3, 0.1)).toBe(3);
});

it("fits the squares into the space with the widest pitch", () => {
  expect(fitSquares(10_962, 1134, 348)).toEqual({ rows: 58, columns: 189, pitch: 6 });
  expect(fitSquares(10_962, 350, 385)).toEqual({ rows: 110, columns: 100, pitch: 3.5 });
});

it("outlines as many squares as asked, wherever they start", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 500 }),
      (rows, from, count) => {
        const field = { left: 0, bottom: 100, rows, columns: 1000, pitch: 2 };
        expect(area(squaresOutline(field, from, from + count))).toBe(count * 4);
      }
    )
  );
});

it("fills columns from the left, each from the bottom up", () => {
  const field = { left: 10, bottom: 100, rows: 3, columns: 4, pitch: 5 };
  expect([0, 2, 3].map((place) => squareAt(field, place))).toEqual([
    { x: 10, y: 100 },
    { x: 10, y: 90 },
    { x: 15, y: 100 }
  ]);
  expect(squaresOutline(field, 0, 7)).toBe("M10 100v-15h10v15ZM20 100v-5h5v5Z");
});

it("draws large squares a whole number of px wide, so that none is blurred, and small ones as they come", () => {
  const width = (pitch: number, outlined = false) => {
    const field = { left: 0, bottom: 100, rows: 3, columns: 4, pitch };
    const mark = squaresMark(field, 0, 7, { id: "squares", colour: "var(--red)", outlined });
    return pixelPlot(canvas("sm"), 100, [mark]).querySelector("pattern > rect")?.getAttribute("width");
  };
  expect(width(5)).toBe("3.9");
  expect(width(14)).toBe("11");
  expect(width(14, true)).toBe("9.5");
});
