import * as Plot from "@observablehq/plot";
import { textWidth } from "../kit/text.ts";
import { type Field, fieldNamed, type Row, type Table, valueText } from "./fields.ts";
import type { Spec } from "./spec.ts";

/** What can be both handed to Plot and written out as code. */
export type Plain = string | number | boolean | null | readonly Plain[] | Options;
type Options = { readonly [name: string]: Plain };

/** How a chart lies: the direction of its numbers, what is measured (null: rows are counted), along what, in which colours. */
export interface Layout {
  number: "x" | "y";
  measured: Field | null;
  along: Field | null;
  colour: Field | null;
}

/** Works out how the chosen fields lie; null where they make no chart. */
export function layoutOf(spec: Spec, table: Table): Layout | null {
  const [across, up, colour] = [spec.across, spec.up, spec.colour].map((name) => fieldNamed(table, name) ?? null);
  const rest = { colour: colour ?? null };
  if (up && measures(up)) return { number: "y", measured: up, along: across ?? null, ...rest };
  if (across && measures(across)) return { number: "x", measured: across, along: up ?? null, ...rest };
  const along = across ?? up;
  return along && !(across && up) ? { number: across ? "y" : "x", measured: null, along, ...rest } : null;
}

const measures = ({ type }: Field): boolean => type === "amount" || type === "number";

/** The rows that have a place in a chart, the largest number first. */
export function placedRows(rows: readonly Row[], layout: Layout): Row[] {
  const needed = neededColumns(layout);
  const placed = rows.filter((row) => needed.every((column) => (row[column] ?? null) !== null));
  const measured = layout.measured?.text;
  return measured === undefined ? placed : placed.sort((a, b) => Number(b[measured]) - Number(a[measured]));
}

/** The columns without which a row has no place in a chart. */
export const neededColumns = ({ measured, along }: Layout): string[] =>
  [along, measured].flatMap((field) => field?.text ?? []);

/** How many values of a field rows have. */
export const countIn = (rows: readonly Row[], field: Field | null): number =>
  field ? new Set(rows.map((row) => row[field.text])).size : 1;

const { line, dot, barX, barY, ruleX, ruleY, text, axisX, axisY, groupX, groupY } = Plot;
const makers = { line, dot, barX, barY, ruleX, ruleY, text, axisX, axisY };
const transforms = { groupX, groupY };

/** A chart as data: `drawRecipe` hands it to Plot, a page's source writes it out as the same call. */
export interface Recipe {
  plot: Options;
  /** Each mark over the chart's rows, over plain values, or over nothing, as an axis. */
  marks: readonly {
    mark: keyof typeof makers;
    data: "rows" | readonly number[] | null;
    transform?: { name: keyof typeof transforms; outputs: Options };
    options: Options;
  }[];
  /** The direction whose categories stand in the order of the rows, and their column. */
  lanes: { axis: "x" | "y"; column: string } | null;
}
type Mark = Recipe["marks"][number];

/** The recipe of a chart that nothing stops. `narrow` is for a phone. */
export function makeRecipe(rows: readonly Row[], spec: Spec, table: Table, layout: Layout, narrow: boolean): Recipe {
  const { number, measured, along, colour } = layout;
  const other = number === "x" ? "y" : "x";
  const isNamed = along !== null && along.type !== "year" && !measures(along);
  const names = along ? Math.max(...rows.map((row) => textWidth(valueText(row[along.text]), 12.5))) : 0;
  const mostName = narrow ? 120 : 280;
  const left = number === "y" ? 64 : Math.round(Math.min(names, mostName)) + 16;
  const inner = (narrow ? 326 : 736) - left;
  const column = number === "x" ? left : Math.max(30, inner / countIn(rows, along));
  const room = measured ? roomForWords(rows, layout, inner) : null;
  // Plot takes letters for wider than these are, and would cut names that have room.
  const isCut = number === "y" || names > mostName;
  const axisOptions = {
    label: null,
    tickSize: 0,
    lineWidth: isCut ? Math.floor((column - 12) / 11) : Math.ceil(column / 10),
    // The names of lanes may begin alike, editions of one release do: what tells them apart stands at their end.
    textOverflow: number === "x" ? "ellipsis-middle" : "ellipsis"
  };
  const years = along?.type === "year" ? rows.map((row) => Number(row[along.text])) : [];
  const span = Math.max(...years) - Math.min(...years);
  const band = spec.mark === "bars" ? { type: "band", interval: 1 } : { ticks: Math.min(span || 1, narrow ? 4 : 8) };
  const series = colour && seriesScales(rows, colour, table, colour === along, spec.mark !== "bars");
  return {
    plot: {
      height: number === "y" ? (narrow ? 300 : 380) : 66 + 28 * countIn(rows, along),
      ...{ marginTop: 34, marginRight: room?.right ?? 24, marginBottom: 30, marginLeft: left },
      [other]: {
        ...{ label: null, ...(room && room.inset > 0 ? { inset: room.inset } : {}) },
        ...(years.length > 0 ? { ...band, tickSize: 4, tickFormat: "d" } : { tickSize: 0 })
      },
      [number]: {
        ...(number === "x" ? { axis: "top" } : {}),
        ...{ zero: true, nice: true, grid: true, label: null, tickSize: 0, ticks: narrow ? 3 : 5 },
        ...(measured && rows.some((row) => Number(row[measured.text]) >= 1e6) ? { tickFormat: "~s" } : {})
      },
      ...series
    },
    marks: [
      ...(isNamed ? [{ mark: `axis${number === "x" ? "Y" : "X"}` as const, data: null, options: axisOptions }] : []),
      { mark: number === "x" ? "ruleX" : "ruleY", data: [0], options: {} },
      ...(measured ? valueMarks(rows, spec, layout, measured) : countMarks(spec, layout, series?.color.domain ?? []))
    ],
    lanes: measured && isNamed ? { axis: other, column: along.text } : null
  };
}

/** What keeps the words of inexact amounts off the edge of the drawing: a margin on the right, or an inset of the years. */
function roomForWords(
  rows: readonly Row[],
  { number, along }: Layout,
  inner: number
): { right: number; inset: number } {
  const most = Math.max(...rows.map(({ at }) => Number(at)));
  const words = rows.flatMap(({ at, worded }) => {
    const width = worded ? textWidth(valueText(worded), 13) : 0;
    return width === 0 ? [] : [{ width, right: width + 14 - (1 - Number(at) / most) * inner }];
  });
  const side = number === "x" ? words.map(({ right }) => right) : [];
  const half = number === "y" && along?.type === "year" ? words.map(({ width }) => width / 2 - 24) : [];
  return { right: Math.ceil(Math.max(24, ...side)), inset: Math.ceil(Math.max(0, ...half)) };
}

const colours = "--blue --ochre --red --k-diamond --k-circle --k-up --k-down --k-cross --ink"
  .split(" ")
  .map((name) => `var(${name})`);
const shapes = ["circle", "square", "triangle", "diamond2", "cross", "star", "wye"];

/**
 * The series of a field as scales: those with a look of their own first, in its order, others in turn as they appear.
 * They have a key unless the lanes have their names. Dots, those on lines too, have shapes as well: a colour comes back
 * where there are many series, a colour with its shape does not.
 */
function seriesScales(
  rows: readonly Row[],
  { column, text: words }: Field,
  { looks }: Table,
  lanes: boolean,
  dots: boolean
) {
  const ids = new Map(rows.map((row) => [valueText(row[words]), valueText(row[column])]));
  const known = Object.keys(looks);
  const free = colours.filter((colour) => ![...ids.values()].some((id) => looks[id]?.colour === colour));
  const series = [...ids].sort(([, a], [, b]) => (known.indexOf(a) + 1 || 999) - (known.indexOf(b) + 1 || 999));
  const domain = series.map(([name]) => name);
  const shape = series.map(([, id], index) => looks[id]?.shape ?? shapes[shapeAt(index, free.length)] ?? "circle");
  const others = series.flatMap(([, id]) => (looks[id] ? [] : id));
  const range = series.map(([, id]) => looks[id]?.colour ?? free[others.indexOf(id) % free.length] ?? "var(--grey)");
  const key = domain.length > 1 && !lanes ? { legend: true } : {};
  if (!dots) return { color: { domain, range, ...key } };
  return { color: { domain, range }, symbol: { domain, range: shape, ...key } };
}

/** The place of a series' shape: one further on each time that the colours begin again. */
const shapeAt = (index: number, colours: number): number => (index + Math.floor(index / colours)) % shapes.length;

/** Rows counted: bars, dots or lines of how many there are. */
function countMarks({ mark }: Spec, { number, along, colour }: Layout, order: string[]): Mark[] {
  const other = number === "x" ? "y" : "x";
  const transform = { name: number === "x" ? "groupY" : "groupX", outputs: { [number]: "count" } } as const;
  const place = { [other]: along?.text ?? null };
  const paint = colour?.text ?? "var(--ink)";
  const sort = along?.type === "category" ? { sort: { [other]: `-${number}`, reduce: "max" } } : {};
  // The pieces of every bar stand in the order of the key, with paper between them: not by their colours alone.
  const pieces = colour ? { order, [number === "x" ? "insetRight" : "insetTop"]: 1 } : {};
  const over = (name: Mark["mark"], options: Options): Mark => ({ mark: name, data: "rows", transform, options });
  if (mark === "bars") return [over(number === "x" ? "barX" : "barY", { ...place, fill: paint, ...pieces, ...sort })];
  const shaped = { ...place, fill: paint, ...(colour ? { symbol: paint } : {}) };
  if (mark === "dots") return [over("dot", { ...shaped, r: 4.5, ...sort })];
  return [
    over("line", { ...place, stroke: paint, strokeWidth: 2.4, sort: along?.text ?? null }),
    over("dot", { ...shaped, r: 3.5 })
  ];
}

/** Single rows: values in the chosen form; ranges, bounds and superseded editions as what they are. */
function valueMarks(rows: readonly Row[], { mark }: Spec, { number, along, colour }: Layout, measured: Field): Mark[] {
  const some = (column: string): boolean => rows.some((row) => Boolean(row[column]));
  const old = some("superseded");
  const place = along ? { [number === "x" ? "y" : "x"]: along.text } : {};
  const at = { ...place, [number]: measured.column };
  const current = old ? { filter: "current" } : {};
  const now = { ...at, ...current };
  const paint = colour?.text ?? "var(--ink)";
  const over = (name: Mark["mark"], options: Options): Mark => ({ mark: name, data: "rows", options });
  const shape = colour && mark !== "bars" ? { symbol: paint } : {};
  const ring = { stroke: paint, strokeWidth: 2, r: 4.5, ...shape };
  const beside = number === "x" ? { textAnchor: "start", dx: 10 } : { lineAnchor: "bottom", dy: -8 };
  const halo = { fontSize: 13, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 };
  const ends = { [`${number}1`]: "low", [`${number}2`]: "high" };
  return [
    ...(rows.some(({ value, low, high }) => value === null && low !== null && high !== null)
      ? [over(number === "x" ? "ruleY" : "ruleX", { ...place, ...ends, ...current, stroke: paint, strokeWidth: 5 })]
      : []),
    ...(mark === "bars" ? [over(number === "x" ? "barX" : "barY", { ...now, fill: paint })] : []),
    ...(mark === "dots" ? [over("dot", { ...now, ...ring })] : []),
    ...(mark === "lines"
      ? [
          over("line", {
            ...now,
            ...(some("line") ? { z: "line" } : {}),
            ...{ stroke: paint, strokeWidth: 2.4, sort: along?.text ?? null }
          }),
          over("dot", { ...now, fill: paint, r: 3.5, ...shape })
        ]
      : []),
    ...(old ? [over("dot", { ...at, filter: "superseded", symbol: "square", fill: "var(--ink3)", r: 3 })] : []),
    ...(some("bound") ? [over("dot", { ...now, [number]: "bound", fill: "var(--paper)", ...ring })] : []),
    ...(some("worded") ? [over("text", { ...now, [number]: "at", text: "worded", ...beside, ...halo })] : [])
  ];
}

// Recipes hold options as data, for every mark alike; Plot types them for each mark apart.
type Make = (...given: unknown[]) => Plot.Markish;
type Transform = (outputs: unknown, options: unknown) => Options;

/** Draws a recipe through Plot: its key, where there is one, and the drawing. */
export function drawRecipe({ plot, marks, lanes }: Recipe, rows: readonly Row[], canvas: Plot.PlotOptions): Element[] {
  const domain = lanes && [...new Set(rows.map((row) => row[lanes.column] as Plain))];
  const order = lanes ? { [lanes.axis]: { ...(plot[lanes.axis] as Options), domain } } : {};
  const made = marks.map(({ mark, data, transform, options }) => {
    const given = transform ? (transforms[transform.name] as Transform)(transform.outputs, options) : options;
    return (makers[mark] as Make)(...(data === null ? [] : [data === "rows" ? rows : data]), given);
  });
  const drawn = Plot.plot({ ...plot, ...order, ...canvas, className: "key", marks: made } as Plot.PlotOptions);
  for (const style of drawn.querySelectorAll("style")) style.remove();
  const [key, svg] = drawn.localName === "svg" ? [null, drawn] : drawn.children;
  for (const swatch of key?.querySelectorAll("svg") ?? []) swatch.setAttribute("aria-hidden", "true");
  return [key, svg].flatMap((part) => part ?? []);
}
