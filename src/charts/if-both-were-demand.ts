import * as Plot from "@observablehq/plot";
import { evidenceHref } from "./base.ts";
import type { Chart, Size } from "./chart.ts";
import { capitalised, displayUnits, numberWord, plainNumber, quantityText, quantityWithUnit } from "./format.ts";
import { fractionWords } from "./fraction-words.ts";
import { markLabel } from "./mark-label.ts";
import { holds, pickDerived, pickFigure } from "./pick.ts";
import { pixelPlot, stroke } from "./pixel-plot.ts";
import { arithmeticRow, type StatementRow, statementColumns, statementLabel, statementRow } from "./statement-row.ts";
import { statementId, statementValue } from "./statement-value.ts";
import { symbolMarks } from "./symbols.ts";
import { ticksTo } from "./ticks.ts";
import { fifthYears, yearAxes, yearPanel } from "./year-panel.ts";

/** What a row is in the drawing: where the span starts or ends, how long it is, or arithmetic on it. */
export interface IfBothRow extends StatementRow {
  part: "from" | "to" | "horizon" | "increase" | "growth";
  year: number;
}

const name = "if-both-were-demand";
const { kt, percent, years } = displayUnits;

const top = 62;
const plot: Readonly<Record<Size, number>> = { sm: 210, md: 230, lg: 250 };
const yearsHeight = 24;

export const ifBothWereDemand: Chart<IfBothRow> = {
  name,

  select(tables) {
    const increase = pickDerived(name, tables, "derived.us-increase");
    const growth = pickDerived(name, tables, "derived.us-growth-per-year");
    const [from, to, horizon] = growth.inputs.map((id) => pickFigure(name, tables, id));
    if (!from || !to || !horizon) throw new Error(`chart "${name}" needs three inputs of "${growth.id}"`);
    const last = Number(to.period?.slice(0, 4));
    const first = last - (horizon.value ?? 0);
    return [
      { ...statementRow(from, tables), part: "from", year: first },
      { ...statementRow(to, tables), part: "to", year: last },
      { ...statementRow(horizon, tables), part: "horizon", year: last },
      { ...arithmeticRow(name, increase, tables, "increase"), part: "increase", year: last },
      { ...arithmeticRow(name, growth, tables, "growth a year"), part: "growth", year: last }
    ];
  },

  words(rows) {
    const { from, to, horizon, increase, growth } = parts(rows);
    const [start, end] = [from, to].map((row) => quantityText({ ...row, comparator: "=" }, kt));
    holds(name, `the ${start} is production, the ${end} demand`, from.metric === "production" && to.metric === "demand");
    const span = numberWord(statementValue(name, horizon));
    const more = fractionWords(statementValue(name, increase));
    const yearly = `${plainNumber(statementValue(name, growth), growth.digits)}%`;
    return {
      title: `If both were demand, it would rise by ${more} in ${span} years`,
      subtitle: `A conditional reading: the article’s ${start} is production and its ${end} demand. United States, rare earths, thousand tonnes a year`,
      notes: [
        `Both numbers are “about”, so the arithmetic on them is too: ${yearly} is the steady growth a year that would lead from the one to the other.`,
        "The dashed line is this notebook’s. The article draws none, and gives no present demand."
      ],
      description: `A dashed line leads from ${quantityText(from, kt)} thousand tonnes in ${from.year} to ${quantityText(to, kt)} thousand in ${to.year}, ${more} more or ${yearly} a year. It holds only if both were demand: in the article, the first is US production and the second US demand in ${span} years.`
    };
  },

  columns: statementColumns(({ part }) =>
    part === "horizon" ? years : part === "increase" || part === "growth" ? percent : kt
  ),

  height: (size) => top + plot[size] + yearsHeight,

  draw(rows, canvas) {
    const { from, to, horizon, increase, growth } = parts(rows);
    const { size, width } = canvas;
    const panel = yearPanel({
      left: 0,
      right: width,
      top,
      bottom: top + plot[size],
      span: [from.year - 1, to.year + 1],
      years: fifthYears(from.year, to.year),
      ticks: ticksTo(statementValue(name, to) / kt.factor)
    });
    const at = (row: IfBothRow) => ({ x: panel.x(row.year), y: panel.y(statementValue(name, row) / kt.factor) });
    const [start, end] = [at(from), at(to)];
    const sums = [
      { row: increase, text: `= ${fractionWords(statementValue(name, increase))} more` },
      { row: growth, text: `= ${plainNumber(statementValue(name, growth), growth.digits)}% a year over ${horizonText(horizon)}` }
    ].map((sum, index) => ({ ...sum, x: (start.x + end.x) / 2 + 12, y: (start.y + end.y) / 2 + 30 + index * 19 }));
    return pixelPlot(canvas, this.height(size, rows), [
      yearAxes(panel, kt.sign),
      stroke([start, end], { strokeWidth: 2, strokeDasharray: "3 3", stroke: "var(--ink2)" }),
      markLabel({ x: start.x - 15, y: start.y + 20, value: quantityWithUnit(from, kt), details: ["which is production"], side: "right", width: 200 }),
      markLabel({ x: end.x + 15 + 8, y: end.y - 36, value: quantityWithUnit(to, kt), details: [`demand “${horizon.printed}”`], side: "left", width: 260 }),
      Plot.text(sums, {
        x: "x",
        y: "y",
        text: "text",
        textAnchor: "start",
        lineAnchor: "bottom",
        fontSize: 14,
        fontWeight: 600,
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 4,
        href: ({ row }) => evidenceHref(statementId(row)),
        ariaLabel: ({ text }) => `${text}, this notebook’s arithmetic`
      }),
      symbolMarks([from, to], {
        x: (row) => at(row).x,
        y: (row) => at(row).y,
        kind: ({ kind }) => kind,
        evidence: statementId,
        label: (row) => `${statementLabel(row, kt, " a year")}, ${row.measure}`
      })
    ]);
  }
};

const horizonText = (row: IfBothRow) => `${numberWord(statementValue(name, row))} years`;

function parts(rows: readonly IfBothRow[]) {
  const of = (part: IfBothRow["part"]) => {
    const row = rows.find((row) => row.part === part);
    if (!row) throw new Error(`chart "${name}" got no row for "${part}"`);
    return row;
  };
  return { from: of("from"), to: of("to"), horizon: of("horizon"), increase: of("increase"), growth: of("growth") };
}
