import * as Plot from "@observablehq/plot";
import {
  arithmeticRow,
  type Canvas,
  displayUnits,
  editionSpans,
  evidenceHref,
  type Figure,
  firstOf,
  growthPerYear,
  halo,
  labels,
  listed,
  type PlanRow,
  pickDerived,
  pickFigure,
  pixelPlot,
  plainNumber,
  planner,
  planRow,
  quantityInProse,
  quantityText,
  quantityWithUnit,
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
  symbolMarks,
  type Tables,
  ticksTo,
  unless,
  type YearPanel,
  yearAxes,
  yearPanel
} from "../notebook/index.ts";
import { newestOfEachPeriod } from "./periods.ts";

const { kt, one, t, percent } = displayUnits;

/** Something aimed at: its amount, who said it, and what it takes. */
interface Goal<Row extends StatementRow> {
  plan: Row;
  /** What was said: the plan itself, or a share or multiple of which the plan's amount is this notebook's arithmetic. */
  said: Row;
  /** The plan as a multiple of the last output. */
  times: Row;
  /** Growth in % a year from the last output to the plan. */
  growth: number;
  value: string;
  who: string;
}

const line = 17;
const beside = 3 * line + 5;
const below = 2 * line + 10;
const gap = 16;
/** Whether the amount is this notebook's arithmetic, so that who said what stands on a line of its own. */
const asArithmetic = <Row extends StatementRow>({ plan, said }: Goal<Row>): boolean => plan !== said;

/** The room in px that goals take under a panel: on a phone, where nothing fits beside it. */
const goalsBelow = <Row extends StatementRow>(size: Size, goals: readonly Goal<Row>[]): number =>
  size === "sm" ? gap + goals.length * below - 10 + goals.filter(asArithmetic).length * line : 0;

/** Labels at the goals' right, kept apart from below; on a phone a list under the panel and the amounts alone at the marks. */
function goalLabels<Row extends StatementRow>(
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
        const longer = goals.slice(0, index).filter(asArithmetic).length;
        return block(goal, { x: 0, y: first + index * below + longer * line }, asArithmetic(goal) ? [goal.who] : []);
      })
    ];
  }
  let floor = panel.bottom - line;
  return goals
    .toReversed()
    .map((goal) => {
      const y = Math.min(goal.y + 5, floor);
      floor = y - beside;
      return block(goal, { x: goal.x + 22, y }, [goal.who]);
    })
    .reverse();
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

/**
 * What a row is: output of a year, world output, the share aimed at and what it takes, a multiple aimed at and what it
 * comes to, a plan in tonnes and its multiple.
 */
interface TwelvePerCentRow extends StatementRow {
  part: "output" | "world" | "share" | "needed" | "multiple" | "fold" | "folded" | "plan" | "plan-multiple";
  year: number;
  edition: string;
  said: string;
}

const name = "twelve-per-cent";

const lastYear = 2030;

/** The height in px of the plot, the room above it for a goal beyond the top gridline, and at its right for the goals' labels. */
const layout: Readonly<Record<Size, { top: number; plot: number; right: number }>> = {
  sm: { top: 56, plot: 210, right: 60 },
  md: { top: 60, plot: 220, right: 258 },
  lg: { top: 64, plot: 240, right: 290 }
};
const yearsHeight = 26;

/** The share of world output that Russia is said to aim at, and the plans in tonnes, against what it has mined. */
export const twelvePerCent: Figure<TwelvePerCentRow> = {
  name,

  select(tables) {
    const needed = pickDerived(name, tables, "derived.survey-output-at-twelve-percent");
    const multiple = pickDerived(name, tables, "derived.survey-multiple-at-twelve-percent");
    const [shareId = "", worldId = ""] = needed.inputs;
    const share = pickFigure(name, tables, shareId);
    const plans = ["derived.plan-ministry-multiple", "derived.plan-fedorov-multiple"].flatMap((id) => {
      const times = pickDerived(name, tables, id);
      const [planId = ""] = times.inputs;
      const plan = planRow(pickFigure(name, tables, planId), tables);
      return [
        row(plan, "plan", plan),
        row(arithmeticRow(times, "plan ÷ output"), "plan-multiple", { year: plan.year })
      ];
    });
    const world = surveyRow(pickFigure(name, tables, worldId), tables);
    const folded = pickDerived(name, tables, "derived.plan-alikhanov-output");
    const [foldId = ""] = folded.inputs;
    const fold = planRow(pickFigure(name, tables, foldId), tables);
    return [
      ...observed(tables),
      row(world, "world", world),
      row(statementRow(share, tables), "share", { year: Number(share.period?.slice(0, 4)) }),
      row(arithmeticRow(needed, "output needed for the share"), "needed", { year: lastYear }),
      row(arithmeticRow(multiple, "output needed ÷ output"), "multiple", { year: lastYear }),
      row(fold, "fold", fold),
      row(arithmeticRow(folded, "output at the multiple aimed at"), "folded", { year: fold.year }),
      ...plans
    ];
  },

  words(rows) {
    const { series, last, world, share, needed, plans } = parts(rows);
    const spans = plans.map(({ plan, times }) => `${quantityInProse(plan, t, plan)} (${timesText(times)} times)`);
    const share12 = quantityWithUnit(share, percent);
    return {
      title: `${share12} of world output would take ${timesText(needed.times)} times what Russia mines; other plans are for ${listed(plans.map(({ times }) => timesText(times)))} times`,
      subtitle: `Rare-earth mine output of Russia, thousand tonnes of oxide a year, ${series[0]?.year}\u2060–\u2060${last.year}, and what is aimed at for ${lastYear}; the plans do not say whether oxide or metal`,
      notes: [
        `The goal in per cent and the one in multiples are turned into tonnes by this notebook, with the survey’s output of ${world.year}; if the world mines more, the share takes more. No source describes a path, so dotted lines only join.`,
        `Output: ${editionSpans(series).join("; ")}. ${estimatesOf(series)}The plans were seen second-hand.`
      ],
      description: `Russian mine output was ${quantityInProse(last, t)} in ${last.year} by the ${last.speaker}. ${share12} of world output would be ${quantityInProse(needed.plan, t, needed.plan)}, ${timesText(needed.times)} times as much; other plans come to ${listed(spans)}.`
    };
  },

  doubts(rows) {
    const { last, needed, plans } = parts(rows);
    const wanted = statementValue(name, needed.plan);
    return [
      ...unless(
        plans.every(({ plan }) => statementValue(name, plan) < wanted),
        "another plan reaches the share aimed at",
        plans.map(({ plan }) => plan).filter((plan) => statementValue(name, plan) >= wanted)
      ),
      ...unless(
        plans.every(({ plan }) => statementValue(name, plan) > statementValue(name, last)),
        "a plan is for no more than the last output",
        plans.map(({ plan }) => plan).filter((plan) => statementValue(name, plan) <= statementValue(name, last))
      ),
      ...unless(
        plans.every(({ plan }) => plan.year === lastYear),
        `a plan is for another year than ${lastYear}`,
        plans.map(({ plan }) => plan).filter((plan) => plan.year !== lastYear)
      )
    ];
  },

  columns: statementColumns(({ part }) =>
    part === "share" ? percent : part === "multiple" || part === "fold" || part === "plan-multiple" ? one : t
  ),

  height: (size, rows) => layout[size].top + layout[size].plot + yearsHeight + goalsBelow(size, parts(rows).goals),

  draw(rows, canvas) {
    const { series, last, share, fold, goals } = parts(rows);
    const { size, width } = canvas;
    const { top, plot, right } = layout[size];
    const first = firstOf(name, "first year of output", series).year;
    const span = lastYear - first;
    const panel = yearPanel({
      left: 0,
      right: width - right,
      top,
      bottom: top + plot,
      span: [first, lastYear],
      years: Array.from({ length: Math.floor(span / 3) + 1 }, (_, index) => first + 3 * index),
      ticks: ticksTo(Math.max(...goals.map(({ plan }) => statementValue(name, plan))) / kt.factor)
    });
    const at = (row: StatementRow & { year: number }) => ({
      x: panel.x(row.year),
      y: panel.y(statementValue(name, row) / kt.factor)
    });
    const points = series.map((row) => seriesPoint(row, t, at(row)));
    const dotted = { stroke: "var(--red)", strokeWidth: 2, strokeDasharray: "2 4", strokeLinecap: "round" } as const;
    const values = series.map((row) => statementValue(name, row) / kt.factor);
    const range = `${plainNumber(Math.min(...values))}\u2060–\u2060${plainNumber(Math.max(...values))}`;
    return pixelPlot(canvas, this.height(size, rows), [
      yearAxes(panel, kt.sign),
      goals.map(({ plan }) => stroke([at(last), at(plan)], dotted)),
      seriesLine(points, "var(--red)"),
      labels(
        [{ x: panel.x(first), y: panel.bottom - 27, text: `${size === "sm" ? "" : "Output, "}USGS: ${range} kt` }],
        {
          fontSize: 13.5,
          fontWeight: 600,
          fill: "var(--red)",
          ...halo
        }
      ),
      symbolMarks(
        goals.map(({ plan, said }) => ({ ...at(plan), said })),
        {
          x: ({ x }) => x,
          y: ({ y }) => y,
          symbol: ({ said }) => said.symbol,
          evidence: ({ said }) => statementId(said),
          label: ({ said }) =>
            said === share
              ? statementLabel(said, percent, " of world output")
              : statementLabel(said, said === fold ? one : t, said === fold ? " times output" : " a year")
        }
      ),
      goalLabels(
        goals.map((goal) => ({ ...goal, ...at(goal.plan) })),
        canvas,
        panel
      )
    ]);
  }
};

function row(
  statement: StatementRow,
  part: TwelvePerCentRow["part"],
  { year, edition = "", said = "" }: { year: number; edition?: string; said?: string }
): TwelvePerCentRow {
  return { ...statement, part, year, edition, said };
}

/** Russia's mine output a year, each from the newest release that has it. */
function observed(tables: Tables): TwelvePerCentRow[] {
  const given = tables.figures.rows
    .filter(({ metric, basis, subject }) => `${metric} ${basis} ${subject}` === "production mine-production russia")
    .filter(({ series, current, period }) => series !== null && current && period !== null);
  const rows = newestOfEachPeriod(given).map((figure) => surveyRow(figure, tables));
  return rows.sort((a, b) => a.year - b.year).map((survey) => row(survey, "output", survey));
}

const timesText = (times: StatementRow): string => quantityText(times, one, times);

/** Which years the survey estimates. */
function estimatesOf(series: readonly TwelvePerCentRow[]): string {
  const years = series.filter(({ basis }) => basis.includes("estimated")).map(({ year }) => year);
  return years.length > 0 ? `Estimates: ${listed(years.map(String))}. ` : "";
}

function parts(rows: readonly TwelvePerCentRow[]) {
  const of = (part: TwelvePerCentRow["part"]) => rowOfPart(name, rows, part);
  const series = rows.filter(({ part }) => part === "output");
  const last = firstOf(name, "year of Russian output", series.slice(-1));
  const growth = (plan: TwelvePerCentRow) =>
    growthPerYear(statementValue(name, last), statementValue(name, plan), plan.year - last.year);
  const share = of("share");
  const neededRow = of("needed");
  const needed: Goal<TwelvePerCentRow> = {
    plan: neededRow,
    said: share,
    times: of("multiple"),
    growth: growth(neededRow),
    value: `= ${quantityWithUnit(neededRow, kt, neededRow)}: ${quantityWithUnit(share, percent)} of world output`,
    who: `${share.speaker}, ${share.where}`
  };
  const plans = rows
    .filter(({ part }) => part === "plan")
    .map((plan): Goal<TwelvePerCentRow> => {
      const times = firstOf(
        name,
        `multiple of "${statementId(plan)}"`,
        rows.filter(({ part, evidence }) => part === "plan-multiple" && evidence.includes(statementId(plan)))
      );
      return {
        plan,
        said: plan,
        times,
        growth: growth(plan),
        value: quantityWithUnit(plan, kt),
        who: planner(plan as PlanRow)
      };
    });
  const fold = of("fold");
  const folded = of("folded");
  const sevenfold: Goal<TwelvePerCentRow> = {
    plan: folded,
    said: fold,
    times: fold,
    growth: growth(folded),
    value: `= ${quantityWithUnit(folded, kt, folded)}: output times ${timesText(fold)}`,
    who: planner({ ...fold, year: folded.year } as PlanRow)
  };
  const others = [sevenfold, ...plans].sort((a, b) => statementValue(name, b.plan) - statementValue(name, a.plan));
  return { series, last, world: of("world"), share, fold, needed, plans: others, goals: [needed, ...others] };
}
