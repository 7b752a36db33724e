import {
  axisX,
  axisY,
  barX,
  barY,
  dot,
  gridX,
  gridY,
  group,
  groupX,
  groupY,
  line,
  type Markish,
  type PlotOptions,
  plot as plotMarks,
  ruleX,
  ruleY,
  selectMaxX,
  text,
  tickX,
  tickY
} from "@observablehq/plot";
import { htmlEscape as esc } from "escape-goat";
import { capitalised, listed, plainNumber } from "../words/words.ts";
import { countsOf, type Doubt, doubtsOf, rowsText } from "./doubts.ts";
import { type Field, type Row, unitWords } from "./fields.ts";
import {
  type Axis,
  hasColumns,
  type Layout,
  layoutOf,
  neededColumns,
  type Point,
  pointsOf,
  type RowsView,
  rowsView,
  type Subsets,
  subsetsOf
} from "./layout.ts";
import { pageSource } from "./page-source.ts";
import { type MarkName, makeRecipe, type Options, type Recipe, type RecipeMark, type TransformName } from "./recipe.ts";
import { selectRows } from "./rows.ts";
import type { Spec } from "./spec.ts";

const mostRows = 100;

/** A chart's rows as an HTML table; the first hundred, with a word on how to get the others. */
export function rowsHtml({ head, body }: RowsView, caption: string): string {
  const heads = head.map(({ label, align }) => `<th scope="col" class="${align}">${esc(label)}</th>`);
  const rows = body.slice(0, mostRows).map((cells) => {
    const [first = "", ...rest] = cells;
    return `<tr><th scope="row">${esc(first)}</th>${rest.map((cell, index) => `<td class="${head[index + 1]?.align}">${esc(cell)}</td>`).join("")}</tr>`;
  });
  const more =
    body.length > mostRows ? `<p class="more">The first ${mostRows} of ${rowsText(body.length)}; CSV has all.</p>` : "";
  return `<table><caption class="vh">${esc(caption)}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table>${more}`;
}

/** What a chart's maker is told: how many rows there are, what stands against them, and what to press. */
export function statusHtml(count: number, problems: readonly string[], doubts: readonly Doubt[]): string {
  const said = [
    ...problems.map((problem) => `<p>${esc(problem)}</p>`),
    ...doubts.map(({ text, stop }) => `<p>${stop ? "<b>No chart.</b> " : ""}${esc(text)}</p>`)
  ];
  return `<p><b>${rowsText(count)}.</b>${said.length === 0 ? " Unit, period and edition come with the table. No average is offered: where sources disagree, each is drawn." : ""}</p>${said.join("")}`;
}

/** The remedies as buttons, numbered in the order of `remediesOf`. */
export const remediesHtml = (doubts: readonly Doubt[]): string =>
  remediesOf(doubts)
    .map(({ label }, index) => `<button type="button" data-remedy="${index}">${esc(label)}</button>`)
    .join("");

/** Every remedy that the doubts offer, each once. */
export const remediesOf = (doubts: readonly Doubt[]): Doubt["remedies"] => [
  ...new Map(doubts.flatMap(({ remedies }) => remedies).map((remedy) => [remedy.label, remedy])).values()
];

/** One drawing of a chart, and what its panel shows. */
interface Drawing {
  panel: string | null;
  svg: Element;
}

/** Draws a recipe through Plot: one drawing, or one for each panel with scales of its own. */
export function drawRecipe(
  recipe: Recipe,
  points: readonly Point[],
  canvas: { width: number; document: Document }
): Drawing[] {
  const { panel } = recipe;
  if (panel === null) return [{ panel, svg: drawPanel(recipe, points, canvas) }];
  return [...new Set(points.map((point) => point[panel]))].map((name) => ({
    panel: name === null || name === undefined ? "not given" : String(name),
    svg: drawPanel(
      recipe,
      points.filter((point) => point[panel] === name),
      canvas
    )
  }));
}

function drawPanel(
  { plot, marks, lanes }: Recipe,
  points: readonly Point[],
  canvas: { width: number; document: Document }
): Element {
  const domain = lanes && [...new Set(points.flatMap((point) => point[lanes.column] ?? []))];
  const order = lanes ? { [lanes.axis]: { ...(plot[lanes.axis] as Options), domain } } : {};
  return plotMarks({ ...plot, ...order, ...canvas, marks: marks.map((mark) => plotMark(mark, points)) } as PlotOptions);
}

// Recipes hold options as data, for every mark alike; Plot types them for each mark apart.
type MakeMark = (data: unknown, options: unknown) => Markish;
type Transform = (first: unknown, options?: unknown) => Options;

const makers = {
  ...{ axisX, axisY, gridX, gridY, ruleX, ruleY },
  ...{ line, dot, barX, barY, tickX, tickY, text }
} as Readonly<Record<MarkName, MakeMark>>;
const transforms = { groupX, groupY, group, selectMaxX } as Readonly<Record<TransformName, Transform>>;

function plotMark({ mark, data, transform, options }: RecipeMark, points: readonly Point[]): Markish {
  const make = makers[mark];
  if (data === null) return (make as (options: unknown) => Markish)(options);
  const rows = "keeps" in data ? points.filter(data.keeps) : data;
  if (!transform) return make(rows, options);
  const change = transforms[transform.name];
  return make(rows, transform.outputs ? change(transform.outputs, options) : change(options));
}

/** What a made chart says of itself; every number in it is counted from its rows. */
interface ChartSpeech {
  /** What is drawn, without a number. */
  heading: string;
  title: string;
  subtitle: string;
  notes: string[];
  description: string;
}

/** Title, subtitle, notes and description of a chart; the maker's own title comes first. */
function wordsOf(
  points: readonly Point[],
  spec: Spec,
  { layout, fields, doubts }: { layout: Layout | null; fields: readonly Field[]; doubts: readonly Doubt[] }
): ChartSpeech {
  const measured = layout?.measured ? measureText(points, layout.measured, fields) : `Number of ${spec.table}`;
  const along = layout ? sidesText(spec, layout) : "";
  const placed = layout ? points.filter((point) => hasColumns(point, neededColumns(layout))) : points;
  const years = yearsText(placed);
  const kept = layout ? points.filter(subsetsOf(spec, layout, fields).points.keeps) : points;
  const reach = layout?.measured ? reachText(kept, layout.measured.column, points) : "";
  const heading = `${measured}${along}`;
  const title = spec.title.trim() || (reach ? `${measured}: ${reach}` : heading);
  const scale = spec.scale === "log" && layout?.measured ? ", logarithmic scale" : "";
  const count = `${rowsText(points.length)} of the table`;
  const subtitle = `${[heading, unitText(points, layout), years].filter(Boolean).join(", ")}${scale}`;
  return {
    heading,
    title,
    subtitle: subtitle === title ? count : subtitle,
    notes: notesOf(points, spec, { layout, fields, doubts }),
    description:
      `${spec.mark === "table" ? "A table of" : `A chart of ${spec.mark} from`} ${count}. ${reach ? `${measured}: ${reach}.` : ""}`.trim()
  };
}

/** " by topic and stance": what numbers stand along; of counts also what else they are split by. */
function sidesText({ group }: Spec, { along, crossed, colour }: Layout): string {
  const sides = group === "count" ? [along, crossed, colour] : [along];
  const labels = new Set(sides.flatMap((side) => side?.field.label.toLowerCase() ?? []));
  return labels.size === 0 ? "" : ` by ${listed([...labels])}`;
}

/** What is measured and whose, as far as all rows share it. */
function measureText(points: readonly Point[], measured: Axis, fields: readonly Field[]): string {
  if (measured.field.type !== "amount") return measured.field.label;
  const shared = (name: string): string => {
    const field = fields.find((candidate) => candidate.name === name);
    const [only, ...more] = field ? countsOf(points, field) : [];
    return only && more.length === 0 ? only.words : "";
  };
  const metric = shared("basis") === "mine production" ? "mine production" : shared("metric");
  const whose = shared("subject");
  return capitalised(`${metric || "amount"}${whose ? ` of ${whose}` : ""}`);
}

function unitText(points: readonly Point[], layout: Layout | null): string {
  if (layout?.measured?.field.type !== "amount") return "";
  return listed([...new Set(points.map((point) => String(point.unit)))].flatMap((unit) => unitWords[unit] ?? []));
}

function yearsText(points: readonly Point[]): string {
  const years = points.map((point) => point.period_year).filter((year): year is number => typeof year === "number");
  if (years.length === 0) return "";
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}–\u2060${last}`;
}

/** "2,500 to 2,700 tonnes a year": the lowest and the highest number drawn. */
function reachText(kept: readonly Point[], column: string, points: readonly Point[]): string {
  const numbers = kept.map((point) => point[column]).filter((value): value is number => typeof value === "number");
  if (numbers.length === 0) return "";
  const units = [...new Set(points.map((point) => String(point.unit ?? "")))];
  if (units.length > 1) return "";
  const unit = unitWords[units[0] ?? ""] ?? "";
  const show = (value: number): string => plainNumber(value, 4);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const span = least === most ? show(least) : `${show(least)} to ${show(most)}`;
  return unit === "%" ? `${span}%` : [span, unit].filter(Boolean).join(" ");
}

function notesOf(
  points: readonly Point[],
  spec: Spec,
  { layout, fields, doubts }: { layout: Layout | null; fields: readonly Field[]; doubts: readonly Doubt[] }
): string[] {
  const subsets: Subsets | null = layout && subsetsOf(spec, layout, fields);
  const superseded = points.some((point) => subsets?.superseded?.keeps(point));
  const editions = fields.find(({ name }) => name === "edition");
  const joined = editions
    ? countsOf(
        points.filter((point) => subsets?.points.keeps(point)),
        editions
      )
    : [];
  return [
    ...(superseded && spec.mark !== "table" ? ["Small grey squares are superseded editions."] : []),
    ...(spec.mark === "lines" && spec.group === "none" && joined.length > 1
      ? [`Lines join figures of ${joined.length} editions.`]
      : []),
    ...(spec.group === "range" ? ["Each bar runs from the lowest figure to the highest; nothing is averaged."] : []),
    ...doubts.filter(({ stop }) => !stop).map(({ text }) => text)
  ];
}

/** A made chart with all that is shown of it. */
export interface Explored {
  /** The rows that pass the filters, as their table has them. */
  rows: Row[];
  /** Those of them that have a place in the chart, ready to draw. */
  placed: Point[];
  doubts: Doubt[];
  words: ChartSpeech;
  view: RowsView;
  source: string;
  /** How to draw it, wide or for a phone; null where only the rows are shown. */
  recipe: (narrow: boolean) => Recipe | null;
}

/** Points by falling number, as lanes stand; as the table has them where nothing is measured. */
function inOrder(points: Point[], spec: Spec, fields: readonly Field[]): Point[] {
  const column = spec.mark === "table" ? undefined : layoutOf(spec, fields)?.measured?.column;
  if (column === undefined) return points;
  return points.sort((a, b) => Number(b[column] ?? 0) - Number(a[column] ?? 0));
}

/** Makes a chart of a table's rows: what to draw, what to say of it, which rows it holds, and its page source. */
export function explore(table: readonly Row[], spec: Spec, fields: readonly Field[]): Explored {
  const rows = selectRows(table, spec, fields);
  const points = inOrder(pointsOf(rows, fields), spec, fields);
  const layout: Layout | null = spec.mark === "table" ? null : layoutOf(spec, fields);
  const doubts = doubtsOf(points, spec, fields);
  const drawn = layout !== null && !doubts.some(({ stop }) => stop) ? layout : null;
  const placed = drawn ? points.filter((point) => hasColumns(point, neededColumns(drawn))) : [];
  const recipe = (narrow: boolean): Recipe | null =>
    drawn ? makeRecipe(placed, spec, { layout: drawn, fields, narrow }) : null;
  const words = wordsOf(points, spec, { layout: drawn, fields, doubts });
  return {
    rows,
    placed,
    doubts,
    words,
    view: rowsView(points, spec, fields, drawn),
    source: pageSource(spec, recipe(false), fields, { ...words, title: spec.title }),
    recipe
  };
}
