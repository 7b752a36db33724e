import type * as Plot from "@observablehq/plot";
import type { Tables } from "../tables/tables.ts";
import { attributionLines } from "./attribution-lines.ts";
import type { Chart, Size } from "./chart.ts";
import {
  capitalised,
  displayUnits,
  listed,
  numberWord,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  uncapitalised
} from "./format.ts";
import { markLabel } from "./mark-label.ts";
import { firstOf, pickFigure } from "./pick.ts";
import { labels, pixelPlot, stroke } from "./pixel-plot.ts";
import { remarkedText } from "./remarked-text.ts";
import { rowOfPart } from "./row-of-part.ts";
import { seriesLine } from "./series-line.ts";
import { type StatementRow, statementColumns, statementLabel, statementRow } from "./statement-row.ts";
import { statementId, statementValue } from "./statement-value.ts";
import { surveyRow } from "./survey-row.ts";
import { symbolMarks, symbolStyle } from "./symbols.ts";
import { wrapText } from "./text-width.ts";
import { ticksTo } from "./ticks.ts";
import { unless } from "./unless.ts";
import { fifthYears, type YearPanel, yearAxes, yearPanel } from "./year-panel.ts";

/** A number of the expert's, or a year of a survey's series, and the year at which it is drawn. */
export interface UsNumberRow extends StatementRow {
  part: "production" | "oxides" | "demand" | "horizon" | "mined" | "used";
  year: number;
  /** Of a series only. */
  edition: string;
  estimated: boolean;
}

const name = "us-production-and-demand";
const { kt, years } = displayUnits;

/** Heights in px: a panel's heading, its plot and its years; the room between two panels. */
const heading = 50;
const yearsHeight = 24;
const plot: Readonly<Record<Size, number>> = { sm: 190, md: 220, lg: 240 };
/** Years to each side of a mark that its line for a horizon takes. */
const horizonLine = 0.9;
const gap: Readonly<Record<Size, number>> = { sm: 54, md: 56, lg: 76 };

export const usProductionAndDemand: Chart<UsNumberRow> = {
  name,

  select: (tables) => [
    numberRow(tables, "izvestia.us-production", "production"),
    numberRow(tables, "izvestia.us-production-oxides", "oxides"),
    numberRow(tables, "izvestia.us-demand-next-decade", "demand"),
    numberRow(tables, "izvestia.us-demand-horizon", "horizon"),
    ...seriesRows(tables, "mined", ["production", "mineral-concentrates"]),
    ...seriesRows(tables, "used", ["apparent-consumption", "compounds-and-metals"])
  ],

  words(rows) {
    const { production, oxides, demand, horizon, mined, used } = parts(rows);
    const [made, wanted] = [production, demand].map((row) => quantityText({ ...row, comparator: "=" }, kt));
    const span = numberWord(statementValue(name, horizon));
    const survey = firstOf(name, "survey’s series", mined).speaker;
    const [lastMined, lastUsed] = [mined, used].map((series) =>
      firstOf(name, "last year of a series", series.slice(-1))
    );
    const inLast = (row?: UsNumberRow) => (row ? `${quantityText(row, kt)} in ${row.year}` : "");
    return {
      title: `No line joins ${made} to ${wanted}: one is production, the other demand`,
      subtitle: `United States, rare earths, thousand tonnes a year: one expert’s numbers in one article, and the series of the ${survey}, in oxide`,
      notes: [
        "The article gives no present demand, so how far demand would grow cannot be read from it.",
        `${capitalised(quantityInProse(oxides, kt))} made as oxides are a part of the ${made}, not an addition.`,
        ...(production.period_inferred
          ? [`The article names no year for the ${made}; it is drawn at ${production.year}, the year of the article.`]
          : []),
        "Apparent consumption is production plus imports less exports of compounds and metals. Magnets inside imported goods are left out, so it is not the demand that an expert may have in mind.",
        [editionsText([...mined, ...used]), estimatesText([mined, used])].filter(Boolean).join(" ")
      ],
      description: `Two panels that nothing joins. US production: about ${made} thousand tonnes by ${production.speaker}; mineral concentrates by the ${survey}, ${inLast(lastMined)}. US demand ${span} years on, by the same expert: about ${wanted}; the survey’s apparent consumption, ${inLast(lastUsed)}. The article gives no present demand.`
    };
  },

  doubts(rows) {
    const { production, demand, mined, used } = parts(rows);
    const series = [...mined, ...used];
    return [
      ...unless(production.metric === "production", `the first number is ${production.measure}, not production`),
      ...unless(demand.metric === "demand", `the second number is ${demand.measure}, not demand`),
      ...unless(new Set(series.map(({ speaker }) => speaker)).size < 2, "the two series are not of one survey"),
      ...unless(
        series.every(({ form }) => form === "oxide"),
        "a series is not given in oxide"
      )
    ];
  },

  columns: statementColumns(({ part }) => (part === "horizon" ? years : kt)),

  height: (size) => {
    const panel = heading + plot[size] + yearsHeight;
    return size === "sm" ? 2 * panel + gap.sm : panel;
  },

  draw(rows, canvas) {
    const { production, oxides, demand, horizon, mined, used } = parts(rows);
    const { size, width } = canvas;
    const isStacked = size === "sm";
    const wide = isStacked ? width : (width - gap[size]) / 2;
    const high = heading + plot[size] + yearsHeight;
    const firstYear = Math.min(production.year - 1, ...[...mined, ...used].map(({ year }) => year));
    const place = (left: number, top: number) =>
      yearPanel({
        left,
        right: left + wide,
        top: top + heading,
        bottom: top + heading + plot[size],
        span: [firstYear, demand.year + 1],
        years: fifthYears(firstYear, demand.year),
        ticks: ticksTo(Math.max(...[production, demand].map((row) => statementValue(name, row))) / kt.factor)
      });
    const today = place(0, 0);
    const later = isStacked ? place(0, high + gap.sm) : place(wide + gap[size], 0);
    const middle = isStacked
      ? { x: width / 2, y: high + gap.sm / 2 + 10 }
      : { x: width / 2, y: (today.top + today.bottom) / 2 + 10 };
    const room = wide - 90;
    const details = (row: UsNumberRow) => attributionLines(row, room, 13);
    return pixelPlot(canvas, this.height(size, rows), [
      panelMarks(today, production.metric, "what comes out of the ground"),
      panelMarks(later, demand.metric, "what is used or wanted"),
      labels([{ ...middle, text: "≠" }], { anchor: "middle", fontSize: 30, fill: "var(--ink2)" }),
      stroke(
        [-1, 1].map((years) => ({ x: later.x(demand.year + years * horizonLine), y: at(later, demand).y })),
        { stroke: symbolStyle(demand.kind).colour, strokeWidth: 1.5 }
      ),
      markLabel({
        ...at(today, production),
        value: quantityWithUnit(production, kt),
        details: details(production),
        side: "right",
        width: room
      }),
      markLabel({
        ...raised(at(today, oxides)),
        value: quantityWithUnit(oxides, kt),
        after: "as oxides",
        details: [],
        side: "right",
        width: room
      }),
      markLabel({
        ...at(later, demand),
        x: later.x(demand.year - horizonLine),
        value: quantityWithUnit(demand, kt),
        details: [...details(demand), `“${uncapitalised(horizon.printed ?? "")}”`],
        side: "left",
        width: room
      }),
      seriesMarks(today, mined, { title: "Mineral concentrates, USGS", firstEdition: 18 }),
      seriesMarks(later, used, {
        title: "Apparent consumption, USGS",
        counts: "compounds and metals, ",
        firstEdition: -22
      }),
      labels(noPresentDemand(later, used), { fontSize: 13, fill: "var(--ink2)", ...halo }),
      symbolMarks(
        [production, oxides, demand].map((row) => ({ row, ...at(row === demand ? later : today, row) })),
        {
          x: ({ x }) => x,
          y: ({ y }) => y,
          kind: ({ row }) => row.kind,
          evidence: ({ row }) => statementId(row),
          label: ({ row }) => `${statementLabel(row, kt, " a year")}, ${row.measure}`
        }
      )
    ]);
  }
};

function numberRow(tables: Tables, id: string, part: UsNumberRow["part"]): UsNumberRow {
  const figure = pickFigure(name, tables, id);
  const ends = (figure.period ?? figure.published ?? "").split("/");
  const year = Number((ends.at(-1) ?? "").slice(0, 4));
  return { ...statementRow(figure, tables), part, year, edition: "", estimated: false };
}

/** What the survey's yearbooks give now for each year; the part of a year is that of its newest edition. */
function seriesRows(
  tables: Tables,
  part: UsNumberRow["part"],
  [metric, basis]: readonly [string, string]
): UsNumberRow[] {
  const cells = tables.figures.rows.filter(
    (row) =>
      row.current &&
      row.source.startsWith("usgs-mcs-") &&
      row.subject === "united-states" &&
      row.material === "rare-earths" &&
      row.metric === metric &&
      row.basis === basis
  );
  return cells.map((figure) => ({ ...surveyRow(figure, tables), part })).sort((a, b) => a.year - b.year);
}

function parts(rows: readonly UsNumberRow[]) {
  const of = (part: UsNumberRow["part"]) => rowOfPart(name, rows, part);
  const all = (part: UsNumberRow["part"]) => rows.filter((row) => row.part === part);
  return {
    production: of("production"),
    oxides: of("oxides"),
    demand: of("demand"),
    horizon: of("horizon"),
    mined: all("mined"),
    used: all("used")
  };
}

/** "2020 is from the 2025 edition, 2021 to 2025 from the 2026 edition; the line breaks between them." */
function editionsText(rows: readonly UsNumberRow[]): string {
  const editions = [...new Set(rows.map(({ edition }) => edition))].sort();
  const spans = editions.map(
    (edition) => `${yearsText(rows.filter((row) => row.edition === edition))} from the ${edition}`
  );
  return `The survey’s numbers: ${listed(spans)}${editions.length > 1 ? "; no line joins two editions" : ""}.`;
}

/** Which years of the two series the survey estimates. */
function estimatesText(series: readonly (readonly UsNumberRow[])[]): string {
  const spans = series.flatMap((rows) => {
    const estimated = rows.filter((row) => row.estimated);
    const [first] = estimated;
    return first ? [`${first.measure} ${yearsText(estimated)}`] : [];
  });
  return spans.length > 0 ? `Estimates: ${listed(spans)}.` : "";
}

function yearsText(rows: readonly UsNumberRow[]): string {
  const years = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first} to ${last}`;
}

const halo = { stroke: "var(--paper)", strokeWidth: 4 } as const;
const seriesText = { fontSize: 13.5, fontWeight: 600, fill: "var(--us)", ...halo } as const;
const editionText = { fontSize: 12.5, fill: "var(--ink3)", ...halo } as const;

/**
 * A survey's series: a line an edition, above it its name and newest edition, its last value at its end. `firstEdition` is how far below its first point the earlier edition is named.
 */
function seriesMarks(
  panel: YearPanel,
  rows: readonly UsNumberRow[],
  { title, counts = "", firstEdition }: { title: string; counts?: string; firstEdition: number }
): Plot.Markish {
  const points = rows.map((row) => ({
    ...at(panel, row),
    run: row.edition,
    evidence: statementId(row),
    label: `${statementLabel(row, kt)}, ${row.year}`
  }));
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

/** Stands to the right of what was used, under its last number. */
function noPresentDemand(panel: YearPanel, used: readonly UsNumberRow[]) {
  const last = used.at(-1);
  const x = last ? panel.x(last.year) + 9 : panel.x(panel.years[0] ?? 0);
  const y = last ? at(panel, last).y + 26 : panel.y(20) - 12;
  return wrapText("The article gives no present demand", panel.right - x, 13).map((text, index) => ({
    x,
    y: y + index * 17,
    text
  }));
}

const at = (panel: YearPanel, row: UsNumberRow) => ({
  x: panel.x(row.year),
  y: panel.y(statementValue(name, row) / kt.factor)
});

const raised = ({ x, y }: { x: number; y: number }) => ({ x, y: y - 7 });

/** A panel's axes and its heading: what it counts, and what the article says of the time. */
function panelMarks(panel: YearPanel, metric: string, time: string): Plot.Markish {
  const y = panel.top - heading + 14;
  return [
    yearAxes(panel, kt.sign),
    remarkedText({
      x: panel.left,
      y,
      text: capitalised(metric),
      fontSize: 14.5,
      remark: time,
      remarkSize: 13,
      fill: "var(--ink2)"
    })
  ];
}
