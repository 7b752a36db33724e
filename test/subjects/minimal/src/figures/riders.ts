import * as Plot from "@observablehq/plot";
import {
  base,
  type DisplayUnit,
  type Figure,
  pickFigure,
  plainNumber,
  type StatementRow,
  statementColumns,
  statementLabel,
  statementRow,
  statementValue,
  symbolMarks,
  tidySvg,
  unless
} from "../../../../../src/notebook/index.ts";

const name = "riders";
const riders: DisplayUnit = { factor: 1, sign: "riders", name: "riders" };
const lane = 52;

/** What the line carries, in its first year and now, and what the city had planned for. */
export const ridersOfLine: Figure<StatementRow> = {
  name,
  select: (tables) =>
    ["gazette.riders-first-year", "gazette.riders-planned", "gazette.riders-now"].map((id) =>
      statementRow(pickFigure(name, tables, id), tables)
    ),
  words(rows) {
    const { first, planned, now } = parts(rows);
    return {
      title: `The line carries ${plainNumber(now - planned)} riders a day more than planned`,
      subtitle: "Riders of Line 4 on an ordinary day, by the company; the plan as the paper recalls it",
      notes: ["The article gives no year for the plan, and does not say how riders are counted."],
      description: `Three bars: ${plainNumber(first)} riders a day in the first year, ${plainNumber(planned)} planned, ${plainNumber(now)} now.`
    };
  },
  doubts(rows) {
    const { planned, now } = parts(rows);
    return unless(now > planned, "the line carries no more than planned", rows);
  },
  columns: statementColumns(() => riders),
  height: (_size, rows) => rows.length * lane + 4,
  draw(rows, canvas) {
    const bars = rows.map((row, place) => ({
      row,
      place,
      amount: statementValue(name, row),
      text: `${row.period ?? "Planned"}: ${plainNumber(statementValue(name, row))}`
    }));
    const options = {
      margin: 0,
      marginLeft: 1,
      marginRight: 12,
      x: { domain: [0, Math.max(...bars.map(({ amount }) => amount))] },
      y: { domain: [rows.length, 0] },
      marks: [
        Plot.rect(bars, {
          x1: 0,
          x2: "amount",
          y1: (d) => d.place + 0.5,
          y2: (d) => d.place + 0.82,
          fill: "var(--rule2)"
        }),
        Plot.ruleX(bars, { x: 0, y1: (d) => d.place + 0.47, y2: (d) => d.place + 0.85, stroke: "var(--ink)" }),
        Plot.text(bars, {
          x: 0,
          y: (d) => d.place + 0.28,
          text: "text",
          textAnchor: "start",
          fontSize: 14.5,
          fontWeight: 600,
          fill: "var(--ink)"
        }),
        symbolMarks(bars, {
          x: ({ amount }) => amount,
          y: ({ place }) => place + 0.66,
          symbol: ({ row }) => row.symbol,
          evidence: ({ row }) => row.evidence[0] ?? "",
          label: ({ row }) => statementLabel(row, riders, " a day")
        })
      ]
    };
    return tidySvg(Plot.plot(base(canvas, this.height(canvas.size, rows), options)));
  }
};

function parts(rows: readonly StatementRow[]) {
  const [first = 0, planned = 0, now = 0] = rows.map((row) => statementValue(name, row));
  return { first, planned, now };
}
