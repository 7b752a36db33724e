import type * as Plot from "@observablehq/plot";
import { halo } from "../marks/halo.ts";
import { labels } from "../marks/pixel-plot.ts";
import { seriesLine, seriesPoint } from "../marks/series-line.ts";
import type { YearPanel } from "../marks/year-panel.ts";
import { displayUnits, quantityText } from "../words/format.ts";
import { numberPlace } from "./number-place.ts";
import type { UsNumberRow } from "./us-numbers.ts";

const { kt } = displayUnits;
const seriesText = { fontSize: 13.5, fontWeight: 600, fill: "var(--us)", ...halo } as const;
const editionText = { fontSize: 12.5, fill: "var(--ink3)", ...halo } as const;

/**
 * A survey's series: a line an edition, above it its name and newest edition, its last value at its end. `firstEdition` is
 * how far below its first point the earlier edition is named.
 */
export function surveySeries(
  chart: string,
  panel: YearPanel,
  rows: readonly UsNumberRow[],
  { title, counts = "", firstEdition }: { title: string; counts?: string; firstEdition: number }
): Plot.Markish {
  const points = rows.map((row) => seriesPoint(row, kt, numberPlace(chart, panel, row)));
  const [first, last] = [points[0], points.at(-1)];
  const [firstRow, lastRow] = [rows[0], rows.at(-1)];
  if (!first || !last || !firstRow || !lastRow) return null;
  const top = Math.min(...points.map(({ y }) => y));
  const value = `${quantityText(lastRow, kt)} in ${lastRow.year}${lastRow.estimated ? ", estimated" : ""}`;
  const earlier = { x: first.x - 4, y: first.y + firstEdition, text: firstRow.edition };
  return [
    labels(
      [
        { x: first.x, y: top - 18, text: counts + lastRow.edition },
        ...(firstRow.edition === lastRow.edition ? [] : [earlier])
      ],
      editionText
    ),
    seriesLine(points, "var(--us)"),
    labels(
      [
        { x: first.x, y: top - 34, text: title },
        { x: last.x + 9, y: last.y + 2, text: value }
      ],
      seriesText
    )
  ];
}
