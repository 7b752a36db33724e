import * as Plot from "@observablehq/plot";
import type { Canvas, Size } from "../chart.ts";
import type { StatementRow } from "../rows/statement-row.ts";
import { statementId } from "../rows/statement-value.ts";
import { displayUnits, plainNumber, quantityText, quantityWithUnit } from "../words/format.ts";
import { evidenceHref } from "./base.ts";
import { labels } from "./pixel-plot.ts";
import type { YearPanel } from "./year-panel.ts";

/** Something aimed at: its amount, who said it, and what it takes. */
export interface Goal<Row extends StatementRow> {
  plan: Row;
  /** What was said; the plan itself, or the share of which the plan's amount is this notebook's arithmetic. */
  said: Row;
  /** The plan as a multiple of the last output. */
  times: Row;
  /** Growth in % a year from the last output to the plan. */
  growth: number;
  value: string;
  who: string;
}

const { kt, one } = displayUnits;
const line = 17;
const beside = 3 * line + 5;
const below = 2 * line + 10;
const gap = 16;
/** Whether the amount is this notebook's arithmetic, so that who said what stands on a line of its own. */
const asShare = <Row extends StatementRow>({ plan, said }: Goal<Row>): boolean => plan !== said;

/** The room in px that goals, one of them a share, take under a panel: on a phone, where nothing fits beside it. */
export const goalsBelow = (size: Size, goals: number): number => (size === "sm" ? gap + goals * below - 10 + line : 0);

/** Labels at the goals' right, kept apart from below; on a phone a list under the panel and the amounts alone at the marks. */
export function goalLabels<Row extends StatementRow>(
  goals: readonly (Goal<Row> & { x: number; y: number })[],
  { size }: Canvas,
  panel: YearPanel
): Plot.Markish {
  if (size === "sm") {
    const first = panel.bottom + 26 + gap;
    return [
      labels(
        goals.map(({ plan, x, y }) => ({ x: x + 11, y: y + 5, text: quantityWithUnit(plan, kt, plan) })),
        strong
      ),
      goals.map((goal, index) => {
        const shares = goals.slice(0, index).filter(asShare).length;
        return block(goal, { x: 0, y: first + index * below + shares * line }, asShare(goal) ? [goal.who] : []);
      })
    ];
  }
  const tops: number[] = [];
  let floor = panel.bottom - line;
  for (const { y } of [...goals].reverse()) {
    tops.unshift(Math.min(y + 5, floor));
    floor = (tops[0] ?? floor) - beside;
  }
  return goals.map((goal, index) => block(goal, { x: goal.x + 22, y: tops[index] ?? goal.y }, [goal.who]));
}

const strong = { fontSize: 14, fontWeight: 600, fill: "var(--ink)" } as const;
const quiet = { fontSize: 13, fill: "var(--ink2)" } as const;

/** The amount, who said it, what it takes; arithmetic opens its sum. */
function block<Row extends StatementRow>(
  goal: Goal<Row>,
  { x, y }: { x: number; y: number },
  details: readonly string[]
): Plot.Markish {
  const { plan, said, times, growth, value, who } = goal;
  const head = details.length > 0 ? value : `${value}${said === plan ? `, ${who}` : ""}`;
  const sum = `= ${quantityText(times, one, times)} times today’s output, ${plainNumber(growth, 2)}% more a year`;
  return [
    said === plan ? labels([{ x, y, text: head }], strong) : linked(plan, { x, y, text: head }, strong),
    labels(
      details.map((text, index) => ({ x, y: y + (index + 1) * line, text })),
      quiet
    ),
    linked(times, { x, y: y + (details.length + 1) * line, text: sum }, quiet)
  ];
}

const linked = (row: StatementRow, label: { x: number; y: number; text: string }, style: Plot.TextOptions) =>
  Plot.text([label], {
    x: "x",
    y: "y",
    text: "text",
    textAnchor: "start",
    lineAnchor: "bottom",
    href: () => evidenceHref(statementId(row)),
    ariaLabel: () => `${label.text.replace(/^= /, "")}, this notebook’s arithmetic`,
    ...style
  });
