import { arithmeticLabels } from "./arithmetic-label.ts";
import type { Chart, Size } from "./chart.ts";
import { capitalised, displayUnits, numberWord, quantityInProse, quantityText, quantityWithUnit } from "./format.ts";
import { markLabel } from "./mark-label.ts";
import { holds, pickDerived, pickFigure } from "./pick.ts";
import { pixelPlot, stroke } from "./pixel-plot.ts";
import { rowOfPart } from "./row-of-part.ts";
import { arithmeticRow, type StatementRow, statementColumns, statementLabel, statementRow } from "./statement-row.ts";
import { statementId, statementValue } from "./statement-value.ts";
import { symbolMarks } from "./symbols.ts";
import { wrapText } from "./text-width.ts";
import { ticksTo } from "./ticks.ts";
import { yearAxes, yearPanel } from "./year-panel.ts";

/** What a row is: output and share today, the share aimed at, or what follows from them. */
export interface TwelvePerCentRow extends StatementRow {
  part: "output" | "share" | "goal" | "world" | "needed" | "multiple";
  year: number;
}

const name = "twelve-per-cent";
const { kt, t, percent, one } = displayUnits;

/** Heights in px above the plot and of the plot, and the room at its right for the goal's label. */
const layout: Readonly<Record<Size, { top: number; plot: number; right: number }>> = {
  sm: { top: 98, plot: 220, right: 0 },
  md: { top: 26, plot: 240, right: 236 },
  lg: { top: 26, plot: 260, right: 290 }
};
const yearsHeight = 24;
const lineHeight = 18;

export const twelvePerCent: Chart<TwelvePerCentRow> = {
  name,

  select(tables) {
    const needed = pickDerived(name, tables, "derived.output-at-twelve-percent");
    const multiple = pickDerived(name, tables, "derived.output-multiple-at-twelve-percent");
    const world = pickDerived(name, tables, "derived.world-output-implied");
    const [goal, output, share] = needed.inputs.map((id) => pickFigure(name, tables, id));
    if (!goal || !output || !share) throw new Error(`chart "${name}" needs three inputs of "${needed.id}"`);
    const [now, then] = [output, goal].map(({ period, published }) => Number((period ?? published ?? "").slice(0, 4)));
    if (now === undefined || then === undefined) throw new Error(`chart "${name}" needs the years of its figures`);
    return [
      { ...statementRow(output, tables), part: "output", year: now },
      { ...statementRow(share, tables), part: "share", year: now },
      { ...statementRow(goal, tables), part: "goal", year: then },
      { ...arithmeticRow(world, "world output implied"), part: "world", year: now },
      { ...arithmeticRow(needed, "output needed for the goal"), part: "needed", year: then },
      { ...arithmeticRow(multiple, "share aimed at ÷ share today"), part: "multiple", year: then }
    ];
  },

  words(rows) {
    const { output, share, goal, world, needed, multiple } = parts(rows);
    const times = numberWord(statementValue(name, multiple));
    holds(name, `would take ${times} times today’s output`, statementValue(name, multiple) > 1);
    const aim = capitalised(numberWord(statementValue(name, goal)));
    return {
      title: `${aim} per cent by ${goal.year} would take ${times} times today’s output`,
      subtitle:
        "Rare-earth output of Russia, thousand tonnes a year, as printed and as the goal implies; oxide or metal not stated",
      notes: [
        `World output is not printed: ${quantityInProse(output, t)} at ${quantityWithUnit(share, percent)} imply ${quantityInProse(world, t, world)}. It is held the same to ${goal.year}; if the world makes more, the goal takes more. The share is a whole per cent, so the result is rough.`,
        "The dotted line joins today to the goal. No text describes a path between them."
      ],
      description: `Russia is said to make ${quantityInProse(output, t)} a year, ${quantityWithUnit(share, percent)} of world output. The goal reported for ${goal.year}, ${quantityWithUnit(goal, percent)}, would take ${quantityInProse(needed, t, needed)} if world output stayed the same: ${times} times as much. The tonnage is this notebook’s arithmetic, not the goal’s.`
    };
  },

  columns: statementColumns(({ part }) =>
    part === "share" || part === "goal" ? percent : part === "multiple" ? one : t
  ),

  height: (size) => layout[size].top + layout[size].plot + yearsHeight,

  draw(rows, canvas) {
    const { output, goal, needed, multiple } = parts(rows);
    const { size, width } = canvas;
    const { top, plot, right } = layout[size];
    const years = Array.from({ length: goal.year - output.year + 1 }, (_, index) => output.year + index);
    const panel = yearPanel({
      left: 0,
      right: width - right,
      top,
      bottom: top + plot,
      span: [output.year, goal.year],
      years,
      ticks: ticksTo(statementValue(name, needed) / kt.factor)
    });
    const at = (row: TwelvePerCentRow) => ({ x: panel.x(row.year), y: panel.y(statementValue(name, row) / kt.factor) });
    const [now, then] = [at(output), at(needed)];
    const isBeside = right > 0;
    const room = isBeside ? right - 24 : width;
    const value = `${quantityWithUnit(goal, percent)} of world output by ${goal.year}`;
    const details = wrapText(`${goal.speaker}, ${goal.where}`, room, 13);
    const label = isBeside
      ? { x: then.x, y: then.y }
      : { x: width + 15, y: then.y - 25 - (details.length + 2) * lineHeight };
    const sums = [
      { row: needed, text: quantityWithUnit(needed, kt, needed) },
      { row: multiple, text: `${quantityText(multiple, one, multiple)} times today’s output` }
    ].map((sum, index) => ({
      ...sum,
      x: isBeside ? label.x + 15 : width,
      y: label.y + 5 + (details.length + 1 + index) * lineHeight
    }));
    return pixelPlot(canvas, this.height(size, rows), [
      yearAxes(panel, kt.sign),
      stroke([now, then], { stroke: "var(--russia)", strokeWidth: 2, strokeDasharray: "2 4", strokeLinecap: "round" }),
      markLabel({
        x: now.x,
        y: panel.bottom - 11,
        value: quantityWithUnit(output, t),
        after: `today, ${output.speaker}`,
        details: [],
        side: "right",
        width
      }),
      markLabel({ ...label, value, details, side: isBeside ? "right" : "left", width: room }),
      symbolMarks(
        [
          { row: output, ...now },
          { row: goal, ...then }
        ],
        {
          x: ({ x }) => x,
          y: ({ y }) => y,
          kind: ({ row }) => row.kind,
          evidence: ({ row }) => statementId(row),
          label: ({ row }) =>
            row === goal ? statementLabel(row, percent, " of world output") : statementLabel(row, t, " a year")
        }
      ),
      arithmeticLabels(sums, isBeside ? "start" : "end")
    ]);
  }
};

function parts(rows: readonly TwelvePerCentRow[]) {
  const of = (part: TwelvePerCentRow["part"]) => rowOfPart(name, rows, part);
  return {
    output: of("output"),
    share: of("share"),
    goal: of("goal"),
    world: of("world"),
    needed: of("needed"),
    multiple: of("multiple")
  };
}
