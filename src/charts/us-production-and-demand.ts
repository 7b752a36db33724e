import type * as Plot from "@observablehq/plot";
import type { Tables } from "../tables/tables.ts";
import { attributionLines } from "./attribution-lines.ts";
import type { Chart, Size } from "./chart.ts";
import {
  capitalised,
  displayUnits,
  numberWord,
  quantityInProse,
  quantityText,
  quantityWithUnit,
  uncapitalised
} from "./format.ts";
import { markLabel } from "./mark-label.ts";
import { holds, pickFigure } from "./pick.ts";
import { labels, pixelPlot, stroke } from "./pixel-plot.ts";
import { rowOfPart } from "./row-of-part.ts";
import { type StatementRow, statementColumns, statementLabel, statementRow } from "./statement-row.ts";
import { statementId, statementValue } from "./statement-value.ts";
import { symbolMarks, symbolStyle } from "./symbols.ts";
import { textWidth } from "./text-width.ts";
import { ticksTo } from "./ticks.ts";
import { fifthYears, type YearPanel, yearAxes, yearPanel } from "./year-panel.ts";

/** A number of the expert's, and the year at which it is drawn. */
export interface UsNumberRow extends StatementRow {
  part: "production" | "oxides" | "demand" | "horizon";
  year: number;
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
    numberRow(tables, "izvestia.us-demand-horizon", "horizon")
  ],

  words(rows) {
    const { production, oxides, demand, horizon } = parts(rows);
    holds(
      name,
      "one is production, the other demand",
      production.metric === "production" && demand.metric === "demand"
    );
    const [made, wanted] = [production, demand].map((row) => quantityText({ ...row, comparator: "=" }, kt));
    const span = numberWord(statementValue(name, horizon));
    return {
      title: `No line joins ${made} to ${wanted}: one is production, the other demand`,
      subtitle: "United States, rare earths, thousand tonnes a year, by one expert in one article",
      notes: [
        "The article gives no present demand, so how far demand would grow cannot be read from it.",
        `${capitalised(quantityInProse(oxides, kt))} made as oxides are a part of the ${made}, not an addition.`,
        ...(production.period_inferred
          ? [`The article names no year for the ${made}; it is drawn at ${production.year}, the year of the article.`]
          : [])
      ],
      description: `Two panels that nothing joins. The first shows US production: ${quantityInProse(production, kt)} a year, of which ${quantityInProse(oxides, kt)} are made as oxides. The second shows US demand ${span} years on: ${quantityInProse(demand, kt)}. ${production.speaker} gives all three ${production.where}, and no present demand.`
    };
  },

  columns: statementColumns(({ part }) => (part === "horizon" ? years : kt)),

  height: (size) => {
    const panel = heading + plot[size] + yearsHeight;
    return size === "sm" ? 2 * panel + gap.sm : panel;
  },

  draw(rows, canvas) {
    const { production, oxides, demand, horizon } = parts(rows);
    const { size, width } = canvas;
    const isStacked = size === "sm";
    const wide = isStacked ? width : (width - gap[size]) / 2;
    const high = heading + plot[size] + yearsHeight;
    const place = (left: number, top: number) =>
      yearPanel({
        left,
        right: left + wide,
        top: top + heading,
        bottom: top + heading + plot[size],
        span: [production.year - 1, demand.year + 1],
        years: fifthYears(production.year, demand.year),
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
      panelMarks(today, production.metric, "said of the present"),
      panelMarks(later, demand.metric, `“${uncapitalised(horizon.printed ?? "")}”`),
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
        after: "made as oxides",
        details: [],
        side: "right",
        width: room
      }),
      markLabel({
        ...at(later, demand),
        x: later.x(demand.year - horizonLine),
        value: quantityWithUnit(demand, kt),
        details: details(demand),
        side: "left",
        width: room
      }),
      labels([{ x: later.left + 34, y: later.y(20) - 12, text: "The article gives no present demand" }], {
        fontSize: 13,
        fill: "var(--ink2)"
      }),
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
  const ends = (figure.period ?? figure.published).split("/");
  return { ...statementRow(figure, tables), part, year: Number((ends.at(-1) ?? "").slice(0, 4)) };
}

function parts(rows: readonly UsNumberRow[]) {
  const of = (part: UsNumberRow["part"]) => rowOfPart(name, rows, part);
  return { production: of("production"), oxides: of("oxides"), demand: of("demand"), horizon: of("horizon") };
}

const at = (panel: YearPanel, row: UsNumberRow) => ({
  x: panel.x(row.year),
  y: panel.y(statementValue(name, row) / kt.factor)
});

const raised = ({ x, y }: { x: number; y: number }) => ({ x, y: y - 7 });

/** A panel's axes and its heading: what it counts, and what the article says of the time. */
function panelMarks(panel: YearPanel, metric: string, time: string): Plot.Markish {
  const title = capitalised(metric);
  const y = panel.top - heading + 14;
  return [
    yearAxes(panel, kt.sign),
    labels([{ x: panel.left, y, text: title }], { fontSize: 14.5, fontWeight: 600, fill: "var(--ink)" }),
    labels([{ x: panel.left + textWidth(title, 14.5, 600) + 8, y, text: time }], { fontSize: 13, fill: "var(--ink2)" })
  ];
}
