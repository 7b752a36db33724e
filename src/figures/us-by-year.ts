import type * as Plot from "@observablehq/plot";
import {
  displayUnits,
  type Figure,
  firstOf,
  halo,
  labels,
  pixelPlot,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  type Size,
  type SurveyRow,
  seriesLine,
  seriesPoint,
  statementColumns,
  statementValue,
  surveyRow,
  svgNode,
  ticksTo,
  unless,
  type YearPanel,
  yearAxes,
  yearPanel
} from "../notebook/index.ts";
import { usSeries } from "./us-series.ts";

/** A year of one of the four series in one edition, or the part of what is used that net imports cover. */
export interface UsYearRow extends SurveyRow {
  panel: "mined" | "imported" | "exported" | "used" | "reliance";
}

const name = "us-by-year";
const { kt, percent } = displayUnits;

/** The series of each panel by metric and basis, and the panel's heading. */
const panels = [
  { panel: "mined", metric: "production", basis: "mineral-concentrates", title: "Mined", counts: "concentrates" },
  {
    panel: "exported",
    metric: "exports",
    basis: "ores-and-compounds",
    title: "Exported",
    counts: "ores and compounds"
  },
  { panel: "imported", metric: "imports", basis: "compounds", title: "Imported", counts: "compounds" },
  {
    panel: "used",
    metric: "apparent-consumption",
    basis: "compounds-and-metals",
    title: "Apparent consumption",
    counts: "compounds and metals"
  }
] as const;

/** Panels in a row, and the height in px of a panel's heading and of its plot. */
const layout: Readonly<Record<Size, { columns: number; heading: number; plot: number }>> = {
  sm: { columns: 1, heading: 40, plot: 96 },
  md: { columns: 2, heading: 44, plot: 110 },
  lg: { columns: 2, heading: 44, plot: 120 }
};
const yearsHeight = 24;
const gap = { x: 44, y: 14 };

/** What America mines, exports, imports and uses by the US Geological Survey: four panels on one scale. */
export const usByYear: Figure<UsYearRow> = {
  name,

  select(tables) {
    const seriesOf = (panel: UsYearRow["panel"], metric: string, basis: string) =>
      usSeries(tables, metric, basis)
        .map((figure): UsYearRow => ({ ...surveyRow(figure, tables), panel }))
        .sort((a, b) => a.year - b.year || a.edition.localeCompare(b.edition));
    return [
      ...panels.flatMap(({ panel, metric, basis }) => seriesOf(panel, metric, basis)),
      ...seriesOf("reliance", "net-import-reliance", "compounds-and-metals")
        .filter(({ current }) => current)
        .slice(-1)
    ];
  },

  words(rows) {
    const last = newest(rows);
    const amount = (row: UsYearRow) => quantityText(row, kt);
    const { year } = last.mined;
    return {
      title: `In ${year} America mined ${quantityInProse(last.mined, kt)} and used ${amount(last.used)}; net imports covered ${quantityWithUnit(last.reliance, percent)} of what it used`,
      subtitle: `United States, rare earths, thousand tonnes of oxide a year, by the ${last.mined.speaker}; “used” is its apparent consumption`,
      howToRead: "Grey squares are what an earlier edition gave; no line joins two editions.",
      notes: [
        "Apparent consumption counts compounds and metals, not ore: what American plants make of them, plus imports, less exports. So a country can mine more than it uses and still import. Exports of concentrates and of compounds are not told apart, so it cannot be rebuilt from these. Magnets and devices that come in are outside it.",
        `${Object.values(last).every((row) => row.estimated) ? `The numbers for ${year} are estimates; one` : "One"} year’s step is no trend.`
      ],
      description: `Four panels on one scale, by the ${last.mined.speaker}, ${rows[0]?.year} to ${year}. In ${year} concentrates mined were ${amount(last.mined)} thousand tonnes, exports of ores and compounds ${amount(last.exported)}, imports of compounds ${amount(last.imported)}, apparent consumption ${amount(last.used)}. Net imports covered ${quantityWithUnit(last.reliance, percent)} of what was used.`
    };
  },

  doubts(rows) {
    const { mined, imported, used, reliance } = newest(rows);
    return [
      ...unless(statementValue(name, mined) > statementValue(name, used), "America no longer mines more than it uses", [
        mined,
        used
      ]),
      ...unless(
        statementValue(name, reliance) > 50,
        "net imports no longer cover more than half of what America uses",
        [reliance]
      ),
      ...unless(
        [mined, imported, used, reliance].every(({ year }) => year === mined.year),
        "the series no longer end in the same year",
        [mined, imported, used, reliance]
      )
    ];
  },

  columns: statementColumns<UsYearRow>(({ panel }) => (panel === "reliance" ? percent : kt)).map((column) =>
    column.label === "Period" ? { ...column, text: ({ year }) => String(year), value: ({ year }) => year } : column
  ),

  height(size) {
    const { columns, heading, plot } = layout[size];
    const count = panels.length / columns;
    return count * (heading + plot + yearsHeight) + (count - 1) * gap.y;
  },

  draw(rows, canvas) {
    const { size, width } = canvas;
    const { columns, heading, plot } = layout[size];
    const wide = (width - (columns - 1) * gap.x) / columns;
    const series = rows.filter(({ panel }) => panel !== "reliance");
    const { reliance } = newest(rows);
    const years = series.map(({ year }) => year);
    const span: [number, number] = [Math.min(...years), Math.max(...years)];
    const ticks = ticksTo(Math.max(...series.map((row) => statementValue(name, row))) / kt.factor);
    return pixelPlot(
      canvas,
      this.height(size, rows),
      panels.map(({ panel, title, counts }, index) => {
        const left = (index % columns) * (wide + gap.x);
        const top = Math.floor(index / columns) * (heading + plot + yearsHeight + gap.y) + heading;
        const place = yearPanel({
          left,
          right: left + wide,
          top,
          bottom: top + plot,
          span,
          years: Array.from({ length: span[1] - span[0] + 1 }, (_, year) => span[0] + year),
          ticks
        });
        return panelMarks(
          place,
          rows.filter((row) => row.panel === panel),
          {
            title,
            counts,
            y: top - heading + 14,
            remark: panel === "used" ? `${quantityWithUnit(reliance, percent)} net imports` : ""
          }
        );
      })
    );
  }
};

/** A panel's axes, heading, line, and the grey squares of superseded editions. */
function panelMarks(
  panel: YearPanel,
  rows: readonly UsYearRow[],
  { title, counts, y, remark }: { title: string; counts: string; y: number; remark: string }
): Plot.Markish {
  const at = (row: UsYearRow) => ({
    x: panel.x(row.year),
    y: panel.y(statementValue(name, row) / kt.factor)
  });
  const current = rows.filter((row) => row.current);
  const points = current.map((row) => seriesPoint(row, kt, at(row)));
  const superseded = rows.filter(
    (row) => !row.current && current.every(({ year, value }) => year !== row.year || value !== row.value)
  );
  const last = firstOf(name, `year of “${title}”`, current.slice(-1));
  const end = at(last);
  const falls = points.slice(-2, -1).some(({ y }) => y < end.y - 12);
  const bold = { fontSize: 14, fontWeight: 600, ...halo } as const;
  return [
    yearAxes(panel, kt.sign),
    labels([{ x: panel.left, y, text: `${title}, ${counts}` }], { ...bold, fill: "var(--ink)" }),
    greySquares(superseded.map(at)),
    seriesLine(points, "var(--blue)", {
      opens: points.filter((_, index) => index === 0 || index === points.length - 1)
    }),
    labels(
      [
        {
          x: falls ? end.x - 10 : end.x,
          y: falls ? end.y + 9 : end.y - 8,
          text: [quantityText(last, kt), remark].filter(Boolean).join(", ")
        }
      ],
      {
        ...bold,
        anchor: "end",
        fill: "var(--blue)"
      }
    )
  ];
}

const side = 6.6;

/** Superseded values, small and grey; the table of the figure holds them all. */
const greySquares =
  (places: readonly { x: number; y: number }[]): Plot.Markish =>
  (_index, _scales, _values, _dimensions, { document }) =>
    svgNode(document, "path", {
      fill: "var(--ink3)",
      d: places
        .map(({ x, y }) => `M${(x - side / 2).toFixed(1)} ${(y - side / 2).toFixed(1)}h${side}v${side}h-${side}z`)
        .join("")
    });

/** The newest year of each series. */
function newest(rows: readonly UsYearRow[]): Record<UsYearRow["panel"], UsYearRow> {
  const last = (panel: UsYearRow["panel"]) =>
    firstOf(name, `year of what is ${panel}`, rows.filter((row) => row.panel === panel && row.current).slice(-1));
  return {
    mined: last("mined"),
    imported: last("imported"),
    exported: last("exported"),
    used: last("used"),
    reliance: last("reliance")
  };
}
