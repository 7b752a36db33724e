import type * as Plot from "@observablehq/plot";
import type { Canvas } from "../chart.ts";
import { countryColour } from "../marks/country-colour.ts";
import { labels } from "../marks/pixel-plot.ts";
import { isRussia, type SharesRow } from "./country-shares.ts";
import { columnShare } from "./share-text.ts";
import { type PlacedShares, sharesLayout } from "./shares-layout.ts";

/** Each country's name, and its two shares in columns at the right. */
export function sharesColumns(placed: readonly PlacedShares[], { size, width }: Canvas): Plot.Markish {
  const { reserves } = sharesLayout[size];
  const weight = (row: SharesRow) =>
    isRussia(row) ? 700 : countryColour(row.country).mark === "var(--other)" ? 400 : 600;
  return placed.map(({ row, y }) => {
    const { country, reserveShare } = row;
    const shown = size === "sm" && country === "united-states" ? "US" : row.name;
    const text = { fontSize: 14, fontWeight: weight(row), fill: countryColour(country).text };
    return [
      labels([{ x: 0, y: y + 5, text: shown }], text),
      labels(
        [
          ...(reserveShare ? [{ x: width - reserves, y: y + 5, text: columnShare(reserveShare) }] : []),
          { x: width, y: y + 5, text: columnShare(row.outputShare) }
        ],
        { ...text, anchor: "end" }
      ),
      reserveShare
        ? null
        : labels([{ x: width - reserves, y: y + 5, text: "not given" }], {
            anchor: "end",
            fontSize: 12.5,
            fill: "var(--ink3)"
          })
    ];
  });
}
