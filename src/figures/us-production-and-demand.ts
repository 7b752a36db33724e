import type * as Plot from "@observablehq/plot";
import {
  attributionLines,
  type Canvas,
  capitalised,
  displayUnits,
  editionSpans,
  type Figure,
  fifthYears,
  firstOf,
  halo,
  hundredths,
  labels,
  listed,
  markLabel,
  numberWord,
  pickFigure,
  pixelPlot,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  remarkedText,
  rowOfPart,
  type Size,
  type StatementRow,
  seriesLine,
  seriesPoint,
  statementColumns,
  statementId,
  statementLabel,
  statementRow,
  statementValue,
  stroke,
  surveyRow,
  svgNode,
  symbolMarks,
  symbolStyle,
  type Tables,
  thumbnailText,
  ticksTo,
  uncapitalised,
  unless,
  wrapText,
  type YearPanel,
  yearAxes,
  yearPanel,
  yearSpan
} from "../notebook/index.ts";
import { usSeries } from "./us-series.ts";

const { kt, years } = displayUnits;

/** A number of the expert's, or a year of a survey's series, and the year at which it is drawn. */
interface UsNumberRow extends StatementRow {
  part: "production" | "oxides" | "demand" | "horizon" | "mined" | "used";
  year: number;
  /** Of a series only. */
  edition: string;
  estimated: boolean;
}

/** The expert's numbers, then what the survey counts as mined and as used, year by year. */
function usNumbers(tables: Tables): UsNumberRow[] {
  return [
    numberRow(tables, "izvestia.us-production", "production"),
    numberRow(tables, "izvestia.us-production-oxides", "oxides"),
    numberRow(tables, "izvestia.us-demand-next-decade", "demand"),
    numberRow(tables, "izvestia.us-demand-horizon", "horizon"),
    ...seriesRows(tables, "mined", "production", "mineral-concentrates"),
    ...seriesRows(tables, "used", "apparent-consumption", "compounds-and-metals")
  ];
}

/** The rows by their parts. */
function partsOfUsNumbers(rows: readonly UsNumberRow[]) {
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

function numberRow(tables: Tables, id: string, part: UsNumberRow["part"]): UsNumberRow {
  const figure = pickFigure(name, tables, id);
  const time = figure.period ?? figure.published ?? "";
  const year = Number(time.slice(time.indexOf("/") + 1).slice(0, 4));
  return { ...statementRow(figure, tables), part, year, edition: "", estimated: false };
}

/** What the survey's yearbooks give now for each year; the part of a year is that of its newest edition. */
function seriesRows(tables: Tables, part: UsNumberRow["part"], metric: string, basis: string): UsNumberRow[] {
  const cells = usSeries(tables, metric, basis).filter(({ current }) => current);
  return cells.map((figure) => ({ ...surveyRow(figure, tables), part })).sort((a, b) => a.year - b.year);
}

/** Where a number stands in its panel, in px. */
const numberPlace = (panel: YearPanel, row: UsNumberRow) => ({
  x: panel.x(row.year),
  y: panel.y(statementValue(name, row) / kt.factor)
});

/** Stands to the right of what was used, under its last number. */
function noPresentDemand(panel: YearPanel, used: readonly UsNumberRow[]): Plot.Markish {
  const last = used.at(-1);
  const x = last ? panel.x(last.year) + 9 : panel.x(panel.years[0] ?? 0);
  const y = last ? numberPlace(panel, last).y + 26 : panel.y(20) - 12;
  const lines = wrapText("The article gives no present demand", panel.right - x, 13);
  return labels(
    lines.map((text, index) => ({ x, y: y + index * 17, text })),
    { fontSize: 13, fill: "var(--ink2)", ...halo }
  );
}

/** Heights in px: a panel's heading, its plot and its years; the room between two panels. */
const panelHeading = 50;
const yearsHeight = 24;
const plot: Readonly<Record<Size, number>> = { sm: 190, md: 220, lg: 240 };
const gap: Readonly<Record<Size, number>> = { sm: 54, md: 56, lg: 76 };

/** The height of a figure with a panel for production and one for demand: side by side, on a phone under each other. */
function panelsHeight(size: Size): number {
  const panel = panelHeight(size);
  return size === "sm" ? 2 * panel + gap.sm : panel;
}

const panelHeight = (size: Size): number => panelHeading + plot[size] + yearsHeight;

/** The two panels on one scale, and the point between them; the amount is in tonnes. */
function numberPanels({ size, width }: Canvas, first: number, last: number, most: number) {
  const isStacked = size === "sm";
  const wide = isStacked ? width : (width - gap[size]) / 2;
  const high = panelHeight(size);
  const place = (left: number, top: number): YearPanel =>
    yearPanel({
      left,
      right: left + wide,
      top: top + panelHeading,
      bottom: top + panelHeading + plot[size],
      span: [first, last + 1],
      years: fifthYears(first, last),
      ticks: ticksTo(most / kt.factor)
    });
  const today = place(0, 0);
  return {
    today,
    later: isStacked ? place(0, high + gap.sm) : place(wide + gap[size], 0),
    middle: {
      x: width / 2,
      y: (isStacked ? high + gap.sm / 2 : (today.top + today.bottom) / 2) + 10
    },
    room: wide - 90
  };
}

/** A panel's axes and its heading: what it counts, and what the article says of the time. */
function panelMarks(panel: YearPanel, metric: string, time: string): Plot.Markish {
  const y = panel.top - panelHeading + 14;
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

/** Which edition gives which years of the series: no line joins two of them. */
function editionsNote(rows: readonly UsNumberRow[]): string {
  const spans = editionSpans([...rows].sort((a, b) => (a.edition < b.edition ? -1 : 1)));
  return `The survey’s numbers: ${listed(spans)}${spans.length > 1 ? "; no line joins two editions" : ""}.`;
}

/** Which years of the two series the survey estimates. */
function estimatesNote(series: readonly (readonly UsNumberRow[])[]): string {
  const spans = series.flatMap((rows) => {
    const estimated = rows.filter((row) => row.estimated);
    const [first] = estimated;
    return first ? [`${first.measure} ${yearSpan(estimated)}`] : [];
  });
  return spans.length > 0 ? `Estimates: ${listed(spans)}.` : "";
}

const seriesText = { fontSize: 13.5, fontWeight: 600, fill: "var(--blue)", ...halo } as const;
const editionText = { fontSize: 12.5, fill: "var(--ink3)", ...halo } as const;

/**
 * A survey's series: a line an edition, above it its name and newest edition, its last value at its end. `firstEdition` is
 * how far below its first point the earlier edition is named.
 */
function surveySeries(
  panel: YearPanel,
  rows: readonly UsNumberRow[],
  { title, counts = "", firstEdition }: { title: string; counts?: string; firstEdition: number }
): Plot.Markish {
  const points = rows.map((row) => seriesPoint(row, kt, numberPlace(panel, row)));
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
    seriesLine(points, "var(--blue)"),
    labels(
      [
        { x: first.x, y: top - 34, text: title },
        { x: last.x + 9, y: last.y + 2, text: value }
      ],
      seriesText
    )
  ];
}

const name = "us-production-and-demand";

/** Years to each side of a mark that its line for a horizon takes. */
const horizonLine = 0.9;

/** What one expert says America makes and will need, each among the survey's numbers of its own kind: nothing joins the two. */
export const usProductionAndDemand: Figure<UsNumberRow> = {
  name,

  select: (tables) => usNumbers(tables),

  words(rows) {
    const { production, oxides, demand, horizon, mined, used } = partsOfUsNumbers(rows);
    const [made, wanted] = [production, demand].map((row) => quantityText({ ...row, comparator: "=" }, kt));
    const span = numberWord(statementValue(name, horizon));
    const survey = firstOf(name, "survey’s series", mined).speaker;
    const lastMined = firstOf(name, "last year of what was mined", mined.slice(-1));
    const lastUsed = firstOf(name, "last year of what was used", used.slice(-1));
    const inLast = (row: UsNumberRow) => `${quantityInProse(row, kt)} in ${row.year}`;
    return {
      title: `${made} is production and ${wanted} is demand: two quantities, not one that grows`,
      subtitle: `United States, rare earths, thousand tonnes a year: one expert’s numbers in one article, and the series of the ${survey}, in oxide`,
      notes: [
        "How far demand would grow cannot be read from the article.",
        `${capitalised(quantityInProse(oxides, kt))} made as oxides are a part of the ${made}, not an addition.`,
        ...(production.period_inferred
          ? [`The article names no year for the ${made}; it is drawn at ${production.year}, the year of the article.`]
          : []),
        "Apparent consumption is production plus imports less exports of compounds and metals. Magnets inside imported goods are left out, so it is not the demand that an expert may have in mind.",
        [editionsNote([...mined, ...used]), estimatesNote([mined, used])].filter(Boolean).join(" ")
      ],
      description: `Two panels that nothing joins. US production: about ${made} thousand tonnes by ${production.speaker}; mineral concentrates by the ${survey}, ${inLast(lastMined)}. US demand ${span} years on, by the same expert: about ${wanted} thousand; the survey’s apparent consumption, ${inLast(lastUsed)}. The article gives no present demand.`
    };
  },

  doubts(rows) {
    const { production, demand, mined, used } = partsOfUsNumbers(rows);
    const series = [...mined, ...used];
    return [
      ...unless(production.metric === "production", `the first number is ${production.measure}, not production`, [
        production
      ]),
      ...unless(demand.metric === "demand", `the second number is ${demand.measure}, not demand`, [demand]),
      ...unless(new Set(series.map(({ speaker }) => speaker)).size < 2, "the two series are not of one survey", series),
      ...unless(
        series.every(({ form }) => form === "oxide"),
        "a series is not given in oxide",
        series.filter(({ form }) => form !== "oxide")
      )
    ];
  },

  columns: statementColumns(({ part }) => (part === "horizon" ? years : kt)),

  height: panelsHeight,

  draw(rows, canvas) {
    const { production, oxides, demand, horizon, mined, used } = partsOfUsNumbers(rows);
    const firstYear = Math.min(production.year - 1, ...[...mined, ...used].map(({ year }) => year));
    const most = Math.max(...[production, demand].map((row) => statementValue(name, row)));
    const { today, later, middle, room } = numberPanels(canvas, firstYear, demand.year, most);
    const details = (row: UsNumberRow) => attributionLines(row, room, 13);
    return pixelPlot(canvas, panelsHeight(canvas.size), [
      panelMarks(today, production.metric, "what comes out of the ground"),
      panelMarks(later, demand.metric, "what is used or wanted"),
      labels([{ ...middle, text: "≠" }], { anchor: "middle", fontSize: 30, fill: "var(--ink2)" }),
      stroke(
        [-1, 1].map((years) => ({ x: later.x(demand.year + years * horizonLine), y: at(later, demand).y })),
        { stroke: symbolStyle(demand.symbol).colour, strokeWidth: 1.5 }
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
      surveySeries(today, mined, { title: "Mineral concentrates, USGS", firstEdition: 18 }),
      surveySeries(later, used, {
        title: "Apparent consumption, USGS",
        counts: "compounds and metals, ",
        firstEdition: -22
      }),
      noPresentDemand(later, used),
      symbolMarks(
        [production, oxides, demand].map((row) => ({ row, ...at(row === demand ? later : today, row) })),
        {
          x: ({ x }) => x,
          y: ({ y }) => y,
          symbol: ({ row }) => row.symbol,
          evidence: ({ row }) => statementId(row),
          label: ({ row }) => `${statementLabel(row, kt, " a year")}, ${row.measure}`
        }
      )
    ]);
  },

  /** Both numbers on one scale, each over its own base line, nothing that joins them. */
  thumbnail(rows, document) {
    const { production, demand } = partsOfUsNumbers(rows);
    const most = Math.max(...[production, demand].map((row) => statementValue(name, row)));
    const panels = [production, demand].flatMap((row, place) => {
      const left = place * 136;
      const x = left + (place === 0 ? 60 : 76);
      const y = hundredths(34 - (26 * statementValue(name, row)) / most);
      return [
        svgNode(document, "path", { d: `M${left} 34.5h100M${x} 34V${y}`, stroke: "var(--rule2)" }),
        svgNode(document, "use", { href: `#k-${row.kind}`, x: x - 8, y: hundredths(y - 8), width: 16, height: 16 }),
        thumbnailText(document, place === 0 ? "output" : "demand", { x, y: 50, anchor: "middle" })
      ];
    });
    return [...panels, thumbnailText(document, "≠", { x: 118, y: 28, anchor: "middle", size: 17, fill: "var(--ink)" })];
  }
};

const at = (panel: YearPanel, row: UsNumberRow) => numberPlace(panel, row);

const raised = ({ x, y }: { x: number; y: number }) => ({ x, y: y - 7 });
