import * as Plot from "@observablehq/plot";
import {
  arithmeticRow,
  displayUnits,
  evidenceHref,
  type Figure,
  fifthYears,
  markLabel,
  numberWord,
  oneValue,
  pickDerived,
  pickFigure,
  pixelPlot,
  plainNumber,
  quantityText,
  quantityWithUnit,
  rowOfPart,
  type Size,
  type StatementRow,
  statementColumns,
  statementId,
  statementLabel,
  statementRow,
  statementValue,
  stroke,
  symbolMarks,
  ticksTo,
  uncapitalised,
  unless,
  yearAxes,
  yearPanel
} from "../notebook/index.ts";

const { kt, percent, years } = displayUnits;

/** A derived number as a label of its own, which opens the sum: "= 31.2 kt". */
interface ArithmeticLabel {
  row: StatementRow;
  x: number;
  y: number;
  text: string;
}

/** Draws derived numbers as text that links to their sums; the equals sign stands where a symbol would. */
function arithmeticLabels(rows: readonly ArithmeticLabel[], anchor: "start" | "end" = "start"): Plot.Markish {
  return Plot.text([...rows], {
    x: "x",
    y: "y",
    text: ({ text }: ArithmeticLabel) => `= ${text}`,
    textAnchor: anchor,
    lineAnchor: "bottom",
    fontSize: 14,
    fontWeight: 600,
    fill: "var(--ink)",
    stroke: "var(--paper)",
    strokeWidth: 4,
    href: ({ row }: ArithmeticLabel) => evidenceHref(statementId(row)),
    ariaLabel: ({ text }: ArithmeticLabel) => `${text}, this notebook’s arithmetic`
  });
}

const names: readonly (readonly [number, string])[] = [
  [25, "a quarter"],
  [100 / 3, "a third"],
  [50, "half"],
  [200 / 3, "two thirds"],
  [75, "three quarters"]
];

/** A share of a hundred in words where it is a plain fraction, else as a percentage: "two thirds", "58%". */
export function fractionWords(percent: number): string {
  const named = names.find(([share]) => Math.abs(percent - share) < 0.1);
  return named?.[1] ?? `${plainNumber(percent, 2)}%`;
}

/** What a row is in the drawing: where the span starts or ends, how long it is, or arithmetic on it. */
interface IfBothRow extends StatementRow {
  part: "from" | "to" | "horizon" | "increase" | "growth";
  year: number;
}

const name = "if-both-were-demand";

const top = 58;
const plot: Readonly<Record<Size, number>> = { sm: 210, md: 230, lg: 250 };
const yearsHeight = 24;

export const ifBothWereDemand: Figure<IfBothRow> = {
  name,

  select(tables) {
    const increase = pickDerived(name, tables, "derived.us-increase");
    const growth = pickDerived(name, tables, "derived.us-growth-per-year");
    const [from, to, horizon] = growth.inputs.map((id) => pickFigure(name, tables, id));
    if (!from || !to || !horizon) throw new Error(`figure "${name}" needs three inputs of "${growth.id}"`);
    const last = Number(to.period?.slice(0, 4));
    const first = last - oneValue(name, horizon);
    return [
      { ...statementRow(from, tables), part: "from", year: first },
      { ...statementRow(to, tables), part: "to", year: last },
      { ...statementRow(horizon, tables), part: "horizon", year: last },
      { ...arithmeticRow(increase, "increase"), part: "increase", year: last },
      { ...arithmeticRow(growth, "growth a year"), part: "growth", year: last }
    ];
  },

  words(rows) {
    const { from, to, horizon, increase, growth } = parts(rows);
    const [start, end] = [from, to].map((row) => quantityText({ ...row, comparator: "=" }, kt));
    const span = numberWord(statementValue(name, horizon));
    const more = inWords(increase);
    const yearly = quantityWithUnit(growth, percent, growth);
    return {
      title: `If both were demand, it would rise by ${more} in ${span} years`,
      subtitle: `A conditional reading: the article’s ${start} is production and its ${end} demand. United States, rare earths, thousand tonnes a year`,
      notes: [
        `Steady growth of ${yearly} a year would lead from the one number to the other.`,
        "The dashed line is this notebook’s. The article draws none, and gives no present demand."
      ],
      description: `A dashed line leads from ${quantityText(from, kt)} thousand tonnes in ${from.year} to ${quantityText(to, kt)} thousand in ${to.year}, ${more} more or ${yearly} a year. It holds only if both were demand: in the article, the first is US production and the second US demand in ${span} years.`
    };
  },

  doubts(rows) {
    const { from, to } = parts(rows);
    return [
      ...unless(from.metric === "production", "the first number is no production, so nothing is conditional", [from]),
      ...unless(to.metric === "demand", "the second number is no demand", [to]),
      ...unless(statementValue(name, to) > statementValue(name, from), "the second number is not the larger one", [
        from,
        to
      ])
    ];
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
    const span = size === "sm" ? "" : ` over ${numberWord(statementValue(name, horizon))} years`;
    const sums = [
      { row: increase, text: `${inWords(increase)} more` },
      { row: growth, text: `${quantityWithUnit(growth, percent, growth)} a year${span}` }
    ].map((sum, index) => ({ ...sum, x: end.x + 8, y: start.y - 14 + index * 19 }));
    const said = `${to.speaker}, ${to.where}`;
    return pixelPlot(canvas, this.height(size, rows), [
      yearAxes(panel, kt.sign),
      stroke([start, end], { strokeWidth: 2, strokeDasharray: "3 3", stroke: "var(--ink2)" }),
      markLabel({
        x: start.x - 15,
        y: start.y + 20,
        value: quantityWithUnit(from, kt),
        details: ["which is production", said],
        side: "right",
        width: 200
      }),
      markLabel({
        x: end.x + 15 + 8,
        y: end.y - 62,
        value: quantityWithUnit(to, kt),
        details: [`demand “${uncapitalised(horizon.printed ?? "")}”`, said],
        side: "left",
        width: 260
      }),
      symbolMarks([from, to], {
        x: (row) => at(row).x,
        y: (row) => at(row).y,
        symbol: ({ symbol }) => symbol,
        evidence: statementId,
        label: (row) => `${statementLabel(row, kt, " a year")}, ${row.measure}`
      }),
      arithmeticLabels(sums, "end")
    ]);
  }
};

/** "about two thirds": the word before the number stays. */
const inWords = (row: IfBothRow) =>
  quantityText(row, percent, row).replace(/[\d.,]+$/, fractionWords(statementValue(name, row)));

function parts(rows: readonly IfBothRow[]) {
  const of = (part: IfBothRow["part"]) => rowOfPart(name, rows, part);
  return { from: of("from"), to: of("to"), horizon: of("horizon"), increase: of("increase"), growth: of("growth") };
}
