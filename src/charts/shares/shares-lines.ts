import * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import { countryColour } from "../marks/country-colour.ts";
import { markAt } from "../words/format.ts";
import { isRussia, reservesAt, type SharesRow } from "./country-shares.ts";
import { type PlacedShares, pitch } from "./shares-layout.ts";

/** A dotted hairline under each country, and the line that joins its two marks. */
export function sharesLines(
  placed: readonly PlacedShares[],
  x: (share: number) => number,
  { width }: Canvas
): Plot.Markish {
  const pairs = placed.flatMap(({ row, y }) => {
    const from = reservesAt(row);
    return from === null ? [] : [{ x1: x(from), x2: x(markAt(row.outputShare) ?? 0), y, row }];
  });
  return [
    Plot.link(placed.slice(1), {
      x1: 0,
      x2: width,
      y: ({ y }: PlacedShares) => y - pitch / 2,
      stroke: "var(--rule)",
      strokeDasharray: "1 3"
    }),
    Plot.link(pairs, {
      x1: "x1",
      x2: "x2",
      y: "y",
      stroke: ({ row }: { row: SharesRow }) => countryColour(row.country).mark,
      strokeWidth: ({ row }: { row: SharesRow }) => (isRussia(row) ? 3 : 2)
    })
  ];
}
