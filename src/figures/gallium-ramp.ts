import * as Plot from "@observablehq/plot";
import {
  base,
  displayUnits,
  type Figure,
  type FigureRow,
  growthPerYear,
  noBreakSpace,
  pickFigure,
  plainNumber,
  quantityInProse,
  quantityWithUnit,
  type StatementRow,
  sortNumber,
  statementRow,
  statementValue,
  ticksTo,
  tidySvg,
  unless,
  yAxis
} from "../notebook/index.ts";

/** A pace at which the step could be taken: the years are this notebook's assumption, the growth is its arithmetic. */
export interface RampRow extends FigureRow {
  years: number;
  /** Growth in % a year that leads from output to possible output in these years. */
  growth: number;
  made: StatementRow;
  possible: StatementRow;
}

const name = "gallium-ramp";
const { t } = displayUnits;

/** The publications give no time for the step; these three stand for a hurried, a brisk and a slow one. */
const assumedYears = [3, 5, 10];

const growthText = ({ growth }: Pick<RampRow, "growth">): string => `${plainNumber(growth, 2)}%`;

/** How steeply gallium output would have to climb, by how many years the step takes. */
export const galliumRamp: Figure<RampRow> = {
  name,
  select(tables) {
    const made = statementRow(pickFigure(name, tables, "rex-kommersant.gallium-output"), tables);
    const possible = statementRow(pickFigure(name, tables, "rex-kommersant.gallium-possible"), tables);
    const multiple = statementValue(name, possible) / statementValue(name, made);
    return assumedYears.map((years) => ({
      evidence: [...made.evidence, ...possible.evidence],
      years,
      growth: growthPerYear(1, multiple, years),
      made,
      possible
    }));
  },
  words(rows) {
    const { fastest, slowest, made, possible } = parts(rows);
    return {
      title: `The step to ${quantityInProse(possible, t)} takes ${growthText(slowest)} a year over ${slowest.years} years, ${growthText(fastest)} over ${fastest.years}`,
      subtitle:
        "Gallium output of Russia, tonnes a year, if it grew by the same percentage every year; years are assumed",
      notes: [
        "No publication says when, or whether, the step is to be taken. The years are assumptions of this notebook, the growth is its arithmetic.",
        `The larger number holds ${possible.condition ?? "only on a condition"}.`
      ],
      description: `From ${quantityInProse(made, t)} a year to ${quantityInProse(possible, t)}: ${rows.map((row) => `${growthText(row)} a year over ${row.years} years`).join(", ")}. The years are assumed; no publication gives any.`
    };
  },
  doubts(rows) {
    const { made, possible } = parts(rows);
    return unless(
      statementValue(name, possible) > statementValue(name, made),
      "the step leads to no more than is made"
    );
  },
  columns: [
    { label: "Years assumed", align: "end", text: ({ years }) => String(years), value: ({ years }) => years },
    {
      label: "From",
      align: "end",
      text: ({ made }) => quantityInProse(made, t),
      value: ({ made }) => sortNumber(made)
    },
    {
      label: "To",
      align: "end",
      text: ({ possible }) => quantityInProse(possible, t),
      value: ({ possible }) => sortNumber(possible)
    },
    { label: "Growth a year", align: "end", text: growthText, value: ({ growth }) => growth }
  ],
  height: (size) => ({ sm: 286, md: 300, lg: 320 })[size],
  draw(rows, canvas) {
    const { slowest, made, possible } = parts(rows);
    const [start, goal] = [statementValue(name, made), statementValue(name, possible)];
    const short = canvas.size === "sm";
    const path = ({ years, growth }: RampRow) =>
      Array.from({ length: years * 4 + 1 }, (_, quarter) => ({
        years,
        year: quarter / 4,
        output: start * (1 + growth / 100) ** (quarter / 4)
      }));
    const ends = rows.map((row) => ({
      ...row,
      year: row.years,
      output: goal,
      label: `${short ? "" : "= "}${growthText(row)}${short ? "" : " a year"}`
    }));
    const bold = { fill: "var(--ink)", fontWeight: 600, fontSize: short ? 13 : 14.5 };
    const plot = Plot.plot(
      base(canvas, this.height(canvas.size, rows), {
        marginTop: 56,
        marginRight: short ? 24 : 64,
        x: { domain: [0, slowest.years] },
        y: { domain: [0, goal] },
        marks: [
          yAxis(ticksTo(goal), t.sign),
          Plot.axisX([0, ...rows.map(({ years }) => years)], {
            tickSize: 4,
            stroke: "var(--rule2)",
            fill: "var(--ink3)",
            fontSize: 12.5,
            label: null,
            tickFormat: (year: number) => (year === 0 ? "now" : `${year}${noBreakSpace}${short ? "yr" : "years"}`)
          }),
          Plot.line(rows.flatMap(path), {
            x: "year",
            y: "output",
            z: "years",
            stroke: "var(--red)",
            strokeWidth: 2.2,
            strokeDasharray: "2 4",
            strokeLinecap: "round"
          }),
          Plot.dot([{ year: 0, output: start }], { x: "year", y: "output", r: 4, fill: "var(--red)" }),
          Plot.dot(ends, {
            x: "year",
            y: "output",
            r: 3.5,
            fill: "var(--paper)",
            stroke: "var(--red)",
            strokeWidth: 2
          }),
          Plot.text(ends, { x: "year", y: "output", text: "label", dy: -14, lineAnchor: "bottom", ...bold }),
          Plot.text([{ year: 0, output: start, label: quantityWithUnit(made, t) }], {
            x: "year",
            y: "output",
            text: "label",
            textAnchor: "start",
            dx: 8,
            dy: 7,
            lineAnchor: "top",
            ...bold,
            fill: "var(--red)"
          })
        ]
      })
    );
    return tidySvg(plot);
  }
};

function parts(rows: readonly RampRow[]) {
  const [fastest] = rows;
  const slowest = rows.at(-1);
  if (!fastest || !slowest) throw new Error(`figure "${name}" got no rows`);
  return { fastest, slowest, made: slowest.made, possible: slowest.possible };
}
