import { paletteColour } from "../kit/plot.ts";
import { textWidth } from "../kit/text.ts";
import type { Field } from "./fields.ts";
import { type Axis, type Layout, neededColumns, type Point, type Subset, type Subsets, subsetsOf } from "./layout.ts";
import type { Spec } from "./spec.ts";

/** A series of a chart: its words, the colour of its marks and that of its name, and the shape of its dots. */
interface Series {
  name: string;
  mark: string;
  text: string;
  shape: string;
}

// The nearest that Plot has to the symbols of the other figures.
const kinds: Readonly<Record<string, readonly [colour: string, shape: string]>> = {
  statistic: ["var(--k-square)", "square"],
  official: ["var(--k-diamond)", "diamond"],
  "state-media": ["var(--k-up)", "triangle"],
  "trade-press": ["var(--k-circle)", "circle"],
  independent: ["var(--k-down)", "wye"],
  expert: ["var(--k-cross)", "plus"]
};
const placeColours: Readonly<Record<string, string>> = { russia: "red", "united-states": "blue", china: "ochre" };
const shapes = ["circle", "square", "triangle", "diamond2", "cross", "star", "wye"];
// In the order in which they stand in a bar: the two sides with both between them, and what takes none.
const stances: Readonly<Record<string, string>> = {
  favourable: "var(--fav)",
  mixed: "var(--ink)",
  sceptical: "var(--scep)",
  describes: "var(--grey)"
};
const others = Object.values(kinds).map(([colour]) => colour);
const placeOf = (id: string): number => Object.keys(stances).indexOf(id);

/**
 * The series of a field in order of appearance, stances from one side to the other: countries, kinds of source and
 * stances in their own colours, others in turn.
 */
function seriesOf(points: readonly Point[], { field, column }: Axis): Series[] {
  const names = new Map<string, string>();
  for (const point of points) {
    const name = point[column];
    if (name !== null && name !== undefined) names.set(String(name), String(point[field.column] ?? ""));
  }
  const inOrder = [...names].sort(([, a], [, b]) => placeOf(a) - placeOf(b));
  return inOrder.map(([name, id], index) => {
    const [kind, ownShape] = kinds[id] ?? [];
    const shape = ownShape ?? shapes[index % shapes.length] ?? "circle";
    if (field.name === "subject") return { name, shape, ...paletteColour(placeColours[id] ?? null) };
    const colour = kind ?? stances[id] ?? others[index] ?? "var(--grey)";
    return { name, shape, mark: colour, text: colour };
  });
}

/** What can be both handed to Plot and written out as code. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };
export type Options = Readonly<Record<string, Plain>>;

/** The marks and transforms of Plot that charts are made of. */
export type MarkName =
  | "axisX"
  | "axisY"
  | "gridX"
  | "gridY"
  | "ruleX"
  | "ruleY"
  | "line"
  | "dot"
  | "barX"
  | "barY"
  | "tickX"
  | "tickY"
  | "text";
export type TransformName = "groupX" | "groupY" | "group" | "selectMaxX";

/** One mark of Plot: what it draws, through which transform, how. */
export interface RecipeMark {
  mark: MarkName;
  /** A part of the rows, plain values, or nothing, as for an axis. */
  data: Subset | readonly number[] | null;
  transform?: { name: TransformName; outputs?: Options };
  options: Options;
}

/** A chart as data: `drawRecipe` hands it to Plot, `pageSource` writes it out as the same call. */
export interface Recipe {
  plot: Options;
  marks: readonly RecipeMark[];
  /** The direction whose categories stand in the order of the rows, and their column. */
  lanes: { axis: "x" | "y"; column: string } | null;
  /** The column that the rows are ordered by, the largest first. */
  measured: string | null;
  /** Whether colours need a key: neither their marks nor the lanes beside them carry their names. */
  keyed: boolean;
  /** Columns that a row needs to have a place. */
  needed: readonly string[];
  /** The column whose values have a panel each. */
  panel: string | null;
}

/** All that the makers of marks go by. */
interface Plan {
  spec: Spec;
  layout: Layout;
  subsets: Subsets;
  points: readonly Point[];
  series: readonly Series[];
  /** Room for the words at the left of lanes, in px. */
  names: number;
  narrow: boolean;
  /** Where the names of series stand: at the marks, in the lanes that they colour, or in a key; null where none has one. */
  naming: "marks" | "lanes" | "key" | null;
}

const quiet = { fill: "var(--ink3)", fontSize: 12.5, label: null } as const;

/** The scales of a chart: numbers from zero or logarithmic, years, categories. */
function axisScales({ spec, layout: { value, along, crossed } }: Plan): Options {
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
function axisMarks(plan: Plan): RecipeMark[] {
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

const plainColour = "var(--ink)";

/** The colour of a mark: its series' where there are series. */
const colourOf = ({ layout, series }: Plan): string =>
  series.length > 0 ? (layout.colour?.column ?? plainColour) : plainColour;

/** How a span from low to high looks. */
const thick = (stroke: string): Options => ({ stroke, strokeWidth: 5, strokeLinecap: "round" });

/** Rows counted: bars, dots or lines of how many there are; where two categories cross, a dot by how many, with the count. */
function countMarks(plan: Plan): RecipeMark[] {
  const { layout, subsets, spec } = plan;
  const data = subsets.points;
  const along = layout.along?.column ?? null;
  const colour = colourOf(plan);
  if (layout.value === null) {
    const place = { x: along, y: layout.crossed?.column ?? null };
    const transform = (output: Options) => ({ name: "group" as const, outputs: output });
    return [
      { mark: "dot", data, transform: transform({ r: "count" }), options: { ...place, fill: "var(--rule2)" } },
      {
        mark: "text",
        data,
        transform: transform({ text: "count" }),
        options: { ...place, fontSize: 13, fill: "var(--ink)" }
      }
    ];
  }
  const horizontal = layout.value === "x";
  const transform = horizontal
    ? { name: "groupY" as const, outputs: { x: "count" } }
    : { name: "groupX" as const, outputs: { y: "count" } };
  const place = horizontal ? { y: along } : { x: along };
  if (spec.mark === "bars")
    return [
      {
        mark: horizontal ? "barX" : "barY",
        data,
        transform,
        options: { ...place, fill: colour, ...pieces(plan), ...order(plan) }
      }
    ];
  const dot: RecipeMark = { mark: "dot", data, transform, options: { ...place, fill: colour, r: 4.5 } };
  if (spec.mark !== "lines") return [{ ...dot, options: { ...dot.options, ...order(plan) } }];
  return [{ mark: "line", data, transform, options: { ...place, stroke: colour, strokeWidth: 2.4, sort: along } }, dot];
}

/** The pieces of every bar stand in the order of the key, with paper between them: not by their colours alone. */
const pieces = ({ layout, series, naming }: Plan): Options =>
  naming === "key"
    ? { order: series.map(({ name }) => name), [layout.value === "x" ? "insetRight" : "insetTop"]: 1 }
    : {};

/** Categories stand in the order of their counts; of a bar in pieces, its last piece ends where the whole does. */
function order({ layout: { value, along } }: Plan): Options {
  if (along?.field.type !== "category") return {};
  return { sort: value === "x" ? { y: "-x", reduce: "max" } : { x: "-y", reduce: "max" } };
}

const apart = 16;
/** More names at the ends of lines than this would not find room. */
const mostLabels = 10;

/** The name of each line at its right end, moved apart where lines end close together. */
function lineLabels({ spec, layout, subsets, series, points, narrow, naming }: Plan): RecipeMark[] {
  const { along, measured, colour } = layout;
  if (spec.mark !== "lines" || naming !== "marks" || !along || !measured || !colour) return [];
  const kept = points.filter(subsets.points.keeps);
  const height = narrow ? 236 : 316;
  const place = scaleFor(kept, measured.column, spec.scale === "log", height);
  const ends = series
    .flatMap(({ name, text }) => {
      const own = kept.filter((point) => point[colour.column] === name);
      const last = own.reduce<Point | undefined>(
        (latest, point) => (latest && yearAt(latest) >= yearAt(point) ? latest : point),
        undefined
      );
      return last ? [{ name, text, y: place(Number(last[measured.column])) }] : [];
    })
    .sort((a, b) => a.y - b.y);
  let free = -apart;
  return ends.map(({ name, text, y }) => {
    const stands = Math.max(y, free);
    free = stands + apart;
    return {
      mark: "text" as const,
      data: ofSeries(subsets.points, colour.column, name),
      transform: { name: "selectMaxX" as const },
      options: {
        x: along.column,
        y: measured.column,
        text: colour.column,
        textAnchor: "start",
        dx: 9,
        dy: Math.round(stands - y),
        fill: text,
        fontSize: 13.5,
        fontWeight: 600
      }
    };
  });

  function yearAt(point: Point): number {
    return Number(point[along?.column ?? ""]);
  }
}

/** About how far below the top a number stands, in px: enough to see which names would touch. */
function scaleFor(points: readonly Point[], column: string, log: boolean, height: number): (value: number) => number {
  const values = points.map((point) => Number(point[column]));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!log) return (value) => height * (1 - value / most);
  return (value) => height * (1 - Math.log(value / least) / (Math.log(most / least) || 1));
}

const ofSeries = ({ keeps, code }: Subset, column: string, name: string): Subset => ({
  keeps: (point) => keeps(point) && point[column] === name,
  code: `${code} && d.${column} === ${JSON.stringify(name)}`
});

/** The marks of single rows: values in the chosen form; intervals, bounds and superseded editions as what they are. */
function dataMarks(plan: Plan): RecipeMark[] {
  const { subsets } = plan;
  const at = places(plan);
  const colour = colourOf(plan);
  return [
    ...intervalMark(plan, colour),
    ...formMarks(plan, at, colour),
    ...drawn("dot", subsets.superseded, { ...at, symbol: "square", fill: "var(--ink3)", r: 3 }, plan),
    ...drawn(
      "dot",
      subsets.bounds,
      { ...at, fill: "var(--paper)", stroke: colour, strokeWidth: 2, r: 4.5, ...shape(plan) },
      plan
    ),
    ...drawn("text", subsets.worded, { ...at, text: "label", ...beside(plan), fill: "var(--ink)", ...halo }, plan),
    ...lineLabels(plan)
  ];
}

const name = { fill: "var(--ink)", fontSize: 13 };
const halo = { fontSize: 13, stroke: "var(--paper)", strokeWidth: 4 };
const beside = ({ layout }: Plan): Options =>
  layout.value === "x" ? { textAnchor: "start", dx: 10 } : { lineAnchor: "bottom", dy: -8 };

/** The columns that place a row: the number's and, where there is one, the other direction's. */
function places({ layout: { value, measured, along } }: Plan): Options {
  const [number, other] = value === "x" ? (["x", "y"] as const) : (["y", "x"] as const);
  return { ...(along ? { [other]: along.column } : {}), ...(measured ? { [number]: measured.column } : {}) };
}

/** A mark for a part of the rows, unless that part is empty. */
function drawn(mark: RecipeMark["mark"], data: Subset | null, options: Options, { points }: Plan): RecipeMark[] {
  return data && points.some(data.keeps) ? [{ mark, data, options }] : [];
}

/** Dots of several series have shapes as well as colours, and so has a bound beside them. */
const shape = ({ spec, layout, series }: Plan): Options =>
  spec.mark === "dots" && series.length > 1 && layout.colour ? { symbol: layout.colour.column } : {};

function formMarks(plan: Plan, at: Options, colour: string): RecipeMark[] {
  const { spec, layout, subsets, points, naming } = plan;
  const data = subsets.points;
  switch (spec.mark) {
    case "lines": {
      const z = points.some((point) => point.line !== undefined) ? "line" : (layout.colour?.column ?? null);
      const x = layout.along?.column ?? null;
      return [
        { mark: "line", data, options: { ...at, z, sort: x, stroke: colour, strokeWidth: 2.4 } },
        { mark: "dot", data, options: { ...at, fill: colour, r: 3 } }
      ];
    }
    case "bars":
      return [
        { mark: layout.value === "x" ? "barX" : "barY", data, options: { ...at, fill: colour } },
        ...(naming === "marks"
          ? [{ mark: "text" as const, data, options: { ...at, text: colour, textAnchor: "start", dx: 6, ...name } }]
          : [])
      ];
    case "strip":
      return [
        { mark: layout.value === "x" ? "tickX" : "tickY", data, options: { ...at, stroke: colour, strokeWidth: 2.5 } }
      ];
    default:
      return [{ mark: "dot", data, options: { ...at, stroke: colour, strokeWidth: 2, r: 4.5, ...shape(plan) } }];
  }
}

function intervalMark(plan: Plan, colour: string): RecipeMark[] {
  const { layout, subsets } = plan;
  const other = layout.along?.column;
  const horizontal = layout.value === "x";
  const ends = horizontal ? { x1: "low", x2: "high" } : { y1: "low", y2: "high" };
  const place = other === undefined ? {} : horizontal ? { y: other } : { x: other };
  return drawn(horizontal ? "ruleY" : "ruleX", subsets.intervals, { ...place, ...ends, ...thick(colour) }, plan);
}

/** Rows as spans from their lowest to their highest end. */
function rangeMarks(plan: Plan): RecipeMark[] {
  const { layout, subsets } = plan;
  const isAmount = layout.measured?.field.type === "amount";
  const [low, high] = isAmount ? ["low", "high"] : [layout.measured?.column ?? null, layout.measured?.column ?? null];
  const along = layout.along?.column ?? null;
  const style = thick(colourOf(plan));
  if (layout.value === "x")
    return [
      {
        mark: "ruleY",
        data: subsets.points,
        transform: { name: "groupY", outputs: { x1: "min", x2: "max" } },
        options: { y: along, x1: low, x2: high, ...style }
      }
    ];
  return [
    {
      mark: "ruleX",
      data: subsets.points,
      transform: { name: "groupX", outputs: { y1: "min", y2: "max" } },
      options: { x: along, y1: low, y2: high, ...style }
    }
  ];
}

const groupMarks = { none: dataMarks, count: countMarks, range: rangeMarks } as const;

/** The recipe of a chart that nothing stops. `narrow` is for a phone. */
export function makeRecipe(
  points: readonly Point[],
  spec: Spec,
  { layout, fields, narrow }: { layout: Layout; fields: readonly Field[]; narrow: boolean }
): Recipe {
  const series = layout.colour ? seriesOf(points, layout.colour) : [];
  const plan: Plan = {
    spec,
    layout,
    points,
    subsets: subsetsOf(spec, layout, fields),
    series,
    naming: series.length === 0 ? null : namingOf(spec, layout, series.length),
    names: namesWidth(points, layout, narrow),
    narrow
  };
  return {
    plot: { ...frame(plan), ...axisScales(plan), ...colourScale(plan) },
    marks: [...axisMarks(plan), ...groupMarks[spec.group](plan)],
    lanes: lanesOf(plan),
    measured: layout.measured?.column ?? null,
    keyed: plan.naming === "key",
    needed: neededColumns(layout),
    panel: layout.panel?.column ?? null
  };
}

/** Lanes of single rows and of spans stand in the order of their largest number, which is that of the rows. */
function lanesOf({ layout: { along, value }, spec }: Plan): Recipe["lanes"] {
  const isNamed = along?.field.type === "category" || along?.field.type === "text";
  if (spec.group === "count" || !isNamed || value === null) return null;
  return { axis: value === "x" ? "y" : "x", column: along.column };
}

/** A line has its name at its end, and so has a bar that lies alone in its lane; more names than fit there go to a key. */
function namingOf({ mark, group }: Spec, { value, along, colour }: Layout, series: number): Plan["naming"] {
  if (along?.column === colour?.column) return "lanes";
  if (group !== "none") return "key";
  if (mark === "lines") return series <= mostLabels ? "marks" : "key";
  return mark === "bars" && value === "x" ? "marks" : "key";
}

function frame({ layout, points, names, narrow, series, naming }: Plan): Options {
  const lanes = layout.value === "y" ? null : layout.value === null ? layout.crossed : layout.along;
  const room = naming === "marks" ? Math.max(0, ...series.map(({ name }) => textWidth(name, 13.5, 600))) : 0;
  return {
    height: lanes
      ? 66 + 28 * new Set(points.map((point) => point[lanes.column])).size
      : layout.value === "x"
        ? 120
        : narrow
          ? 300
          : 380,
    marginTop: 34,
    marginRight: Math.round(Math.min(room, narrow ? 96 : 180)) + 24,
    marginBottom: layout.value === "x" ? 12 : 30,
    marginLeft: names
  };
}

function namesWidth(points: readonly Point[], { value, along, crossed }: Layout, narrow: boolean): number {
  if (value === "y") return 64;
  const column = value === null ? crossed?.column : along?.column;
  const widest = Math.max(0, ...points.map((point) => textWidth(String(point[column ?? ""] ?? ""), 12.5)));
  return Math.round(Math.min(widest, narrow ? 120 : 220)) + 16;
}

/** Colours as a scale, so that a mark names only its column. */
function colourScale({ series, spec }: Plan): Options {
  if (series.length === 0) return {};
  const domain = series.map(({ name }) => name);
  const isShaped = spec.mark === "dots" && spec.group === "none" && series.length > 1;
  return {
    color: { domain, range: series.map(({ mark }) => mark) },
    ...(isShaped ? { symbol: { domain, range: series.map(({ shape }) => shape) } } : {})
  };
}
