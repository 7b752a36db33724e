import * as Plot from "@observablehq/plot";
import {
  base,
  capitalised,
  type DisplayUnit,
  type Figure,
  pickFigure,
  quantityText,
  type StatementRow,
  statementColumns,
  statementLabel,
  statementRow,
  statementValue,
  symbolMarks,
  tidySvg,
  unless
} from "../../../../src/notebook/index.ts";

/** What pages and addresses call the figure: the name of this file. */
const name = "figure";

/** The records that are drawn, a bar each. A figure may just as well filter a table: `tables.figures.rows.filter(…)`. */
const drawn: readonly string[] = ["gazette.riders-first-year", "gazette.riders-planned", "gazette.riders-now"];

/** The unit that amounts are written in: amounts in the tables are in the smallest one, and divided by `factor`. */
const unit: DisplayUnit = { factor: 1, sign: "riders", name: "riders" };

const lane = 52;

/** What several records say of one quantity, the largest first. */
export const figure: Figure<StatementRow> = {
  name,

  /** The rows of drawing, table and downloads. Each names the records that it rests on, which readers can open. */
  select(tables) {
    const rows = drawn.map((id) => statementRow(pickFigure(name, tables, id), tables));
    return rows.sort((a, b) => statementValue(name, b) - statementValue(name, a));
  },

  /** What the figure says. Every number in it comes from the rows, so it stays true when the ledger changes. */
  words(rows) {
    const { most, least } = ends(rows);
    const [first] = rows;
    const what = `${capitalised(first?.measure ?? "")} of ${first?.subject ?? ""}`;
    return {
      title: `${what}: ${rows.length} numbers, from ${least} to ${most}`,
      subtitle: `${capitalised(unit.name)}, as each source has it`,
      notes: ["The numbers are drawn as printed. Where they count unlike things, say so here."],
      description: `Bars, the largest first: ${rows.map((row) => statementLabel(row, unit)).join("; ")}.`
    };
  },

  /** Why the title would no longer hold: `npm run check` asks, and reports what is returned here. */
  doubts(rows) {
    const { most, least } = ends(rows);
    return unless(most !== least, "the sources no longer differ", rows);
  },

  /** The table under the drawing, which is also the CSV. */
  columns: statementColumns(() => unit),

  /** The height in pixels; the drawing in the browser takes exactly this room. */
  height: (_size, rows) => rows.length * lane + 4,

  /** The drawing, at the width that the canvas has. The same code draws at build time and in the browser. */
  draw(rows, canvas) {
    const bars = rows.map((row, place) => ({ row, place, amount: statementValue(name, row) }));
    const options: Plot.PlotOptions = {
      margin: 0,
      marginLeft: 1,
      marginRight: 12,
      x: { domain: [0, Math.max(...bars.map(({ amount }) => amount))] },
      y: { domain: [rows.length, 0] },
      marks: [
        Plot.rect(bars, {
          x1: 0,
          x2: "amount",
          y1: ({ place }) => place + 0.5,
          y2: ({ place }) => place + 0.82,
          fill: "var(--rule2)"
        }),
        Plot.text(bars, {
          x: 0,
          y: ({ place }) => place + 0.28,
          text: ({ row }) => `${row.speaker}: ${amountOf(row)}`,
          textAnchor: "start",
          fontSize: 14.5,
          fontWeight: 600,
          fill: "var(--ink)"
        }),
        // A symbol for each kind of source, which opens the record's evidence.
        symbolMarks(bars, {
          x: ({ amount }) => amount,
          y: ({ place }) => place + 0.66,
          symbol: ({ row }) => row.symbol,
          evidence: ({ row }) => row.evidence[0] ?? "",
          label: ({ row }) => statementLabel(row, unit)
        })
      ]
    };
    return tidySvg(Plot.plot(base(canvas, this.height(canvas.size, rows), options)));
  }
};

const amountOf = (row: StatementRow): string => quantityText(row, unit, { signs: true, digits: row.digits });

function ends(rows: readonly StatementRow[]): { most: string; least: string } {
  const amounts = rows.map(amountOf);
  return { most: amounts[0] ?? "", least: amounts.at(-1) ?? "" };
}
