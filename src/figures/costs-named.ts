import * as Plot from "@observablehq/plot";
import {
  capitalised,
  type DisplayUnit,
  displayUnits,
  entryHeight,
  entryMarks,
  type Figure,
  firstOf,
  labels,
  listed,
  numberWord,
  pickFigure,
  pixelPlot,
  quantityInProse,
  quantityText,
  type Size,
  type StatementEntry,
  type StatementRow,
  secondHandRow,
  statementColumns,
  statementId,
  statementLabel
} from "../notebook/index.ts";

/** A statement of what it costs, in money or in years. */
export interface CostRow extends StatementRow {
  says: string;
}

const name = "costs-named";
const { percent, years } = displayUnits;
const dollars: DisplayUnit = { factor: 1e9, sign: "billion US$", name: "billion US dollars" };

const statements = [
  "russia-post.cost-of-location",
  "further-statements.investment-2020",
  "rex-reuters.effort-money",
  "rex-reuters.effort-duration",
  "sputnik.china-research-spending",
  "sputnik.china-years"
];

const bar = { top: 26, height: 24 };
/** The cost of a project elsewhere, to which the rise is added. */
const elsewhere = 100;
const entriesTop = 96;
const columns: Readonly<Record<Size, { count: number; width: number }>> = {
  sm: { count: 1, width: 280 },
  md: { count: 2, width: 250 },
  lg: { count: 3, width: 250 }
};

/** What the sources say of cost: one rise in per cent, one sum of money, and words. */
export const costsNamed: Figure<CostRow> = {
  name,

  select: (tables) =>
    statements.map((id) => {
      const figure = pickFigure(name, tables, id);
      return { ...secondHandRow(figure, tables), says: figure.says };
    }),

  words(rows) {
    const { rise, numbered, worded } = parts(rows);
    const range = quantityText(rise, percent);
    const others = numbered.filter((row) => row !== rise);
    return {
      title: `Far-off sites are said to raise the cost of a project by ${range}%`,
      subtitle: "What is said of cost, in money and in years, for a Russian chain and for the Chinese one, by source",
      howToRead: `The bar sets the same project elsewhere at ${elsewhere}. The pale part is the span of the printed interval.`,
      notes: [
        `The authors do not spell out what ${range}% is measured against, and name no source; no official comparison of cost was found.`,
        `${capitalised(numberWord(worded.length))} of the ${numberWord(rows.length)} statements give no number; their words are in quotation marks.`
      ],
      description: `${rise.speaker} put the rise in cost at ${range}%. ${listed(others.map((row) => `${row.speaker} says ${quantityInProse(row, unitOf(row))}`))}. ${capitalised(numberWord(worded.length))} more statements have words only: ${listed(worded.map(({ printed }) => `“${printed}”`))}. None gives what a plant would cost.`
    };
  },

  doubts(rows) {
    const { rise } = parts(rows);
    return rise.low !== null && rise.high !== null ? [] : ["The rise in cost is no longer an interval."];
  },

  columns: statementColumns(unitOf),

  height: (size, rows) => arranged(rows, size).height,

  draw(rows, canvas) {
    const { rise } = parts(rows);
    const { size, width } = canvas;
    const [low, high] = [elsewhere + Number(rise.low), elsewhere + Number(rise.high)];
    const x = (cost: number) => ((width - 16) * cost) / high;
    const pieces = [
      { from: 0, to: elsewhere, fill: "var(--rule2)" },
      { from: elsewhere, to: low, fill: "var(--red)" },
      { from: low, to: high, fill: "var(--red-tint)" }
    ];
    const below = bar.top + bar.height + 17;
    const { entries, height } = arranged(rows, size);
    return pixelPlot(canvas, height, [
      Plot.rect(pieces, {
        x1: ({ from }) => x(from),
        x2: ({ to }) => x(to),
        y1: bar.top,
        y2: bar.top + bar.height,
        insetRight: 1,
        fill: "fill"
      }),
      labels([{ x: 0, y: bar.top - 8, text: "the same project elsewhere" }], { fontSize: 12.5, fill: "var(--ink2)" }),
      labels([{ x: x(high), y: bar.top - 8, text: `${quantityText(rise, percent)}% more` }], {
        fontSize: 14,
        fontWeight: 600,
        anchor: "end",
        fill: "var(--ink)"
      }),
      labels(
        [elsewhere, low, high].map((cost) => ({ x: x(cost), y: below, text: String(cost) })),
        { fontSize: 12.5, anchor: "middle", fill: "var(--ink3)" }
      ),
      entryMarks(
        entries.map((entry) => ({ ...entry, x: (entry.column * width) / columns[size].count })),
        columns[size].width
      )
    ]);
  }
};

function unitOf({ unit }: StatementRow): DisplayUnit {
  if (unit === "%") return percent;
  return unit === "yr" ? years : dollars;
}

function entryOf(row: CostRow): StatementEntry {
  const printed = `“${row.printed}”`;
  const isWord = row.role === "without-number";
  return {
    evidence: statementId(row),
    symbol: row.symbol,
    label: isWord ? [printed, row.speaker, row.where].join(", ") : statementLabel(row, unitOf(row)),
    amount: isWord ? printed : quantityInProse(row, unitOf(row)),
    details: [row.says, `${row.speaker}, ${row.where}`]
  };
}

/** Entries in rows of a grid; what must fit, fits at the narrowest width of a size. */
function arranged(rows: readonly CostRow[], size: Size) {
  const { count, width } = columns[size];
  const entries = rows.map(entryOf);
  const heights = entries.map((entry) => entryHeight(entry, width));
  const heightOfLine = (line: number) => Math.max(...heights.slice(line * count, (line + 1) * count));
  const tops: number[] = [entriesTop];
  for (let line = 0; line * count < entries.length; line++) tops.push(Number(tops[line]) + heightOfLine(line));
  return {
    entries: entries.map((entry, index) => ({
      ...entry,
      column: index % count,
      y: tops[Math.floor(index / count)] ?? entriesTop
    })),
    height: tops.at(-1) ?? entriesTop
  };
}

function parts(rows: readonly CostRow[]) {
  const numbered = rows.filter(({ role }) => role !== "without-number");
  const rise = firstOf(
    name,
    "rise in cost",
    numbered.filter(({ metric }) => metric === "cost-increase")
  );
  return { rise, numbered, worded: rows.filter(({ role }) => role === "without-number") };
}
