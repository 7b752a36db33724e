import { textWidth } from "../charts/marks/text-width.ts";
import type { Axis } from "./layout.ts";
import type { Options, Plan, RecipeMark } from "./recipe.ts";

const quiet = { fill: "var(--ink3)", fontSize: 12.5, label: null } as const;

/** The scales of a chart: numbers from zero or logarithmic, years, categories. */
export function axisScales({ spec, layout: { value, along, crossed } }: Plan): Options {
  const counts = spec.group === "count";
  const numbers = spec.scale === "log" && !counts ? { type: "log", nice: true } : { zero: true, nice: 5 };
  const other = along ? dimension(along, spec.mark === "bars" && spec.group !== "range") : {};
  if (value === "y") return { x: other, y: numbers };
  if (value === "x") return { x: numbers, y: other };
  return { x: other, y: crossed ? dimension(crossed, false) : {} };
}

const dimension = ({ field }: Axis, band: boolean): Options =>
  field.type === "year" && band ? { type: "band", interval: 1 } : {};

/** Gridlines for numbers, a zero line, and quiet axes. */
export function axisMarks(plan: Plan): RecipeMark[] {
  const { layout, names } = plan;
  const { value, along, crossed } = layout;
  if (value === null) return [...(along ? [bottom(along, plan)] : []), ...(crossed ? [lanes(names)] : [])];
  const zero = plan.spec.scale === "log" && plan.spec.group !== "count" ? [] : [0];
  const ticks = { ticks: zero.length === 0 ? 4 : 5 };
  const format = isLong(plan) ? { tickFormat: "~s" } : {};
  if (value === "y")
    return [
      axis("gridY", { stroke: "var(--rule)", strokeOpacity: 1, ...ticks }),
      ...(zero.length > 0 ? [rule("ruleY", zero)] : []),
      axis("axisY", { ...quiet, ...ticks, ...format, tickSize: 0 }),
      ...(along ? [bottom(along, plan)] : [])
    ];
  return [
    axis("gridX", { stroke: "var(--rule)", strokeOpacity: 1, ...ticks }),
    ...(zero.length > 0 ? [rule("ruleX", zero)] : []),
    axis("axisX", { ...quiet, ...format, ticks: plan.narrow ? 3 : 5, anchor: "top", tickSize: 0 }),
    ...(along ? [along.field.type === "year" ? years("axisY", plan, along) : lanes(names)] : [])
  ];
}

/** Numbers of a million and more are given in millions (M), or they would run into each other. */
const isLong = ({ points, layout: { measured } }: Plan): boolean =>
  measured !== null && points.some((point) => Number(point[measured.column]) >= 1e6);

const axis = (mark: RecipeMark["mark"], options: Options): RecipeMark => ({ mark, data: null, options });
const rule = (mark: "ruleX" | "ruleY", data: readonly number[]): RecipeMark => ({
  mark,
  data,
  options: { stroke: "var(--ink)" }
});

const lanes = (names: number): RecipeMark =>
  axis("axisY", { ...quiet, tickSize: 0, lineWidth: Math.round(names / 10), textOverflow: "ellipsis" });

function bottom(along: Axis, plan: Plan): RecipeMark {
  if (along.field.type === "year") return years("axisX", plan, along);
  if (along.field.type === "number" || along.field.type === "amount") return axis("axisX", { ...quiet, tickSize: 4 });
  return axis("axisX", { ...quiet, tickSize: 0, lineWidth: columnWidth(along, plan), textOverflow: "ellipsis" });
}

/** How many em of words each column has room for. */
function columnWidth({ column }: Axis, { points, narrow, names }: Plan): number {
  const columns = new Set(points.map((point) => point[column])).size;
  const room = ((narrow ? 350 : 760) - names - 24) / Math.max(columns, 1) - 6;
  const widest = Math.max(...points.map((point) => textWidth(String(point[column] ?? ""), 12.5)));
  return Math.round((Math.max(24, Math.min(room, widest + 8)) / 12.5) * 10) / 10;
}

function years(mark: "axisX" | "axisY", { points, narrow, spec }: Plan, { column }: Axis): RecipeMark {
  const given = points.map((point) => point[column]).filter((year): year is number => typeof year === "number");
  const span = Math.max(...given) - Math.min(...given);
  const counted = spec.mark === "bars" && spec.group !== "range" ? {} : { ticks: Math.min(span || 1, narrow ? 4 : 8) };
  return axis(mark, { ...quiet, ...counted, tickSize: 4, stroke: "var(--rule2)", tickFormat: "d" });
}
