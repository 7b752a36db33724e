import { htmlEscape as esc } from "escape-goat";
import { listed } from "../words/words.ts";
import { type Field, fieldNamed, type Row, valueText } from "./fields.ts";
import { hasColumns, type Layout, layoutOf, neededColumns, type Point, subsetsOf } from "./layout.ts";
import { type Filter, type Spec, tableNames } from "./spec.ts";

/** Columns that say what an amount is an amount of. Amounts that differ in one are not alike. */
const likeness = ["unit", "metric", "material", "basis", "form", "function"] as const;

/** A column in which amounts on one axis differ, with its values in words, the commonest first. */
interface Unlike {
  field: Field;
  values: { value: string; words: string; rows: number }[];
}

/** In what the rows that share a panel differ, although their amounts stand on one axis. */
function unlikeAmounts(rows: readonly Row[], spec: Spec, fields: readonly Field[]): Unlike[] {
  return likeness.flatMap((name) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field || spec.panel === name) return [];
    const differs = groupsOf(rows, spec.panel).some((panel) => new Set(panel.map((row) => row[field.column])).size > 1);
    return differs ? [{ field, values: countsOf(rows, field) }] : [];
  });
}

function groupsOf(rows: readonly Row[], column: string): Row[][] {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const key = column === "" ? "" : row[column];
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The values of a field with their words, the commonest first. */
export function countsOf(rows: readonly Row[], field: Field): Unlike["values"] {
  const counts = new Map<string, { value: string; words: string; rows: number }>();
  for (const row of rows) {
    const value = valueText(row[field.column]);
    const words = valueText(row[field.text]) || "not given";
    counts.set(value, { value, words, rows: (counts.get(value)?.rows ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows || a.words.localeCompare(b.words));
}

/** The filters with one of a column's values chosen in place of what was chosen of it before. */
const onlyValue = (filters: readonly Filter[], column: string, value: string): Filter[] => [
  ...filters.filter((filter) => filter.column !== column),
  { column, values: [value] }
];

/** The form that makes a chart, as HTML, for a choice and its table. Native controls; the same when built and when live. */
export function controls(spec: Spec, fields: readonly Field[], table: readonly Row[]): string {
  const named = (types: readonly Field["type"][]): [string, string][] =>
    fields.filter(({ type }) => types.includes(type)).map(({ name, label }) => [name, label]);
  const places = named(["amount", "number", "year", "category"]);
  const groups = named(["category", "year"]);
  const filterable = named(["category", "year", "number"]).filter(
    ([name]) => !spec.filters.some(({ column }) => column === name)
  );
  const edited = fields.some(({ name }) => name === "current");
  return `${select("table", "Table", spec.table, Object.entries(tableNames))}
<fieldset class="rows"><legend>Rows</legend>${spec.filters.map((filter) => filterHtml(filter, fields, table)).join("")}
${select("add", "Filter by", "", [["", "Add a filter"], ...filterable])}</fieldset>
<div class="pair">${select("across", "Across", spec.across, [none, ...places])}${select("up", "Up", spec.up, [none, ...places])}</div>
${radios("mark", "Form", spec.mark, [
  ["lines", "Lines"],
  ["bars", "Bars"],
  ["dots", "Dots"],
  ["strip", "Strip"],
  ["table", "Table"]
])}
<div class="pair">${select("colour", "Colour", spec.colour, [none, ...groups])}${select("panel", "A panel for each", spec.panel, [none, ...groups])}</div>
<div class="pair">${select("group", "Group", spec.group, [
    ["none", "Each row"],
    ["count", "Count rows"],
    ["range", "Lowest to highest"]
  ])}${select("scale", "Scale", spec.scale, [
    ["linear", "Linear"],
    ["log", "Logarithmic"]
  ])}</div>
${
  edited
    ? radios("edition", "Superseded editions", spec.edition, [
        ["grey", "Small, grey"],
        ["all", "Alike"],
        ["current", "Left out"]
      ])
    : ""
}
<label>Title: state the finding<textarea name="title" rows="2" maxlength="200" autocomplete="off">${esc(spec.title)}</textarea></label>`;
}

const none: [string, string] = ["", "None"];

function select(name: string, label: string, chosen: string, choices: readonly (readonly [string, string])[]): string {
  const options = choices.map(
    ([value, words]) => `<option value="${esc(value)}"${value === chosen ? " selected" : ""}>${esc(words)}</option>`
  );
  return `<label>${esc(label)}<select name="${name}" autocomplete="off">${options.join("")}</select></label>`;
}

function radios(name: string, label: string, chosen: string, choices: readonly [string, string][]): string {
  const items = choices.map(
    ([value, words]) =>
      `<label><input type="radio" name="${name}" value="${value}"${value === chosen ? " checked" : ""}><span>${words}</span></label>`
  );
  return `<fieldset class="choice"><legend>${esc(label)}</legend><div>${items.join("")}</div></fieldset>`;
}

/** A filter as a line that opens; what opens is made when it is wanted. */
function filterHtml(filter: Filter, fields: readonly Field[], table: readonly Row[]): string {
  const field = fieldNamed(fields, filter.column);
  if (!field) return "";
  return `<details data-filter="${esc(filter.column)}"><summary><b>${esc(field.label)}</b> <span>${esc(filterText(filter, field, table))}</span></summary></details>`;
}

/** What a filter keeps, in words. */
export function filterText(filter: Filter, field: Field, table: readonly Row[]): string {
  if (!("values" in filter)) return `${filter.from ?? "first"} to ${filter.to ?? "last"}`;
  const words = new Map(countsOf(table, field).map(({ value, words }) => [value, words]));
  const chosen = filter.values.map((value) => words.get(value) ?? value);
  if (chosen.length === 0) return "any";
  return chosen.length > 3 ? `${chosen.slice(0, 3).join(", ")} and ${chosen.length - 3} more` : chosen.join(", ");
}

/** The choice that a form's controls stand for; filters are kept elsewhere. */
export function specInForm(values: ReadonlyMap<string, string>, spec: Spec): Spec {
  const chosen = Object.fromEntries([...values].filter(([name]) => name in spec && name !== "filters"));
  return { ...spec, ...chosen };
}

/** A change that a reader may take up with one press. */
interface Remedy {
  label: string;
  change: Partial<Spec>;
}

/** What stands against a chart. A `stop` leaves the rows alone to be shown; otherwise it is said beside the chart. */
export interface Doubt {
  stop: boolean;
  text: string;
  remedies: Remedy[];
}

const mostPanels = 12;
const mostLanes = 60;

/** Everything that stands against drawing these points as chosen: what stops it first, then what has to be said. */
export function doubtsOf(points: readonly Point[], spec: Spec, fields: readonly Field[]): Doubt[] {
  if (points.length === 0)
    return [stop("No row passes these filters.", [{ label: "Take all filters away", change: { filters: [] } }])];
  if (spec.mark === "table") return [];
  const layout = layoutOf(spec, fields);
  if (!layout) return [noChart(spec, fields)];
  const subsets = subsetsOf(spec, layout, fields);
  const placed = points.filter((point) => hasColumns(point, neededColumns(layout)));
  const drawn = placed.filter((point) =>
    [subsets.points, subsets.superseded, subsets.intervals, subsets.bounds].some((subset) => subset?.keeps(point))
  );
  const unlike = layout.measured?.field.type === "amount" ? unlikeAmounts(drawn, spec, fields) : [];
  const stops = [
    ...emptyStops(drawn, spec, layout),
    ...crowdStops(drawn, layout),
    ...formStops(drawn.filter(subsets.points.keeps), spec, layout),
    ...unlike.filter(({ field }) => field.name === "unit").map(mixedUnits(spec))
  ];
  if (stops.length > 0) return stops;
  return [
    ...unlikeWarning(spec, unlike),
    ...leftOut(points.length - drawn.length, layout, spec),
    ...drawnAsIntervals(drawn.filter((point) => subsets.intervals?.keeps(point) || subsets.bounds?.keeps(point)).length)
  ];
}

const stop = (text: string, remedies: Remedy[] = []): Doubt => ({ stop: true, text, remedies });
const warn = (text: string, remedies: Remedy[] = []): Doubt => ({ stop: false, text, remedies });

function noChart(spec: Spec, fields: readonly Field[]): Doubt {
  if (spec.group === "count") return stop("Choose what to count by: a category or a year, across or up.");
  const amount = fields.find(({ type }) => type === "amount") ?? fields.find(({ type }) => type === "number");
  return stop("Neither direction holds a number.", [
    ...(amount ? [{ label: `${amount.label} up`, change: { up: amount.name } }] : []),
    { label: "Count the rows", change: { group: "count", mark: "bars" } }
  ]);
}

function emptyStops(drawn: readonly Point[], { scale, panel, group }: Spec, { measured }: Layout): Doubt[] {
  if (drawn.length === 0) return [stop("None of these rows has a number to draw. They are listed below.")];
  const panels = new Set(drawn.map((point) => point[panel])).size;
  const many =
    panels > mostPanels
      ? [
          stop(`That would be ${panels} panels; ${mostPanels} are the most.`, [
            { label: "One panel", change: { panel: "" } }
          ])
        ]
      : [];
  if (scale !== "log" || !measured || group === "count") return many;
  const ends = drawn.flatMap((point) => [point[measured.column], point.low, point.high]);
  const notPositive = ends.some((end) => typeof end === "number" && end <= 0);
  const linear = [{ label: "Linear scale", change: { scale: "linear" as const } }];
  return notPositive ? [...many, stop("A logarithmic scale has no place for zero or less.", linear)] : many;
}

function crowdStops(drawn: readonly Point[], { along, crossed }: Layout): Doubt[] {
  return [along, crossed].flatMap((axis) => {
    if (!axis || axis.field.type === "number" || axis.field.type === "year") return [];
    const lanes = new Set(drawn.map((point) => point[axis.column])).size;
    return lanes > mostLanes
      ? [stop(`${axis.field.label} has ${lanes} values here; ${mostLanes} are the most. Filter the rows.`)]
      : [];
  });
}

function formStops(drawn: readonly Point[], spec: Spec, { along, crossed, measured, value }: Layout): Doubt[] {
  const { mark, group, scale } = spec;
  const asDots: Remedy = { label: "Draw dots", change: { mark: "dots" } };
  const ordered = along?.field.type === "year";
  const stops: Doubt[] = [];
  if (mark === "lines" && group !== "range" && (!ordered || value !== "y" || crossed))
    stops.push(stop("A line needs years across and a number up.", [asDots]));
  if (mark === "strip" && group === "count")
    stops.push(stop("A strip shows single rows; these are counted.", [asDots]));
  if (mark === "bars" && scale === "log" && group !== "range")
    stops.push(stop("Bars start at zero, which a logarithmic scale does not have.", [asDots]));
  if (mark === "bars" && group === "none" && measured) {
    const places = new Set(drawn.map((point) => `${point[along?.column ?? ""]} ${point[spec.panel]}`));
    if (!along || places.size < drawn.length)
      stops.push(
        stop("Several rows would share a bar, and adding them up could add unlike things.", [
          asDots,
          { label: "Lowest to highest", change: { group: "range" } }
        ])
      );
  }
  if (group === "range" && !along) stops.push(stop("Choose what to group by, in the other direction."));
  return stops;
}

const listWords = ({ values }: Unlike): string =>
  values
    .slice(0, 4)
    .map(({ words }) => words)
    .join(", ") + (values.length > 4 ? ` and ${values.length - 4} more` : "");

const separate = (spec: Spec, { field, values }: Unlike, most: number): Remedy[] => [
  ...values.slice(0, most).map(({ value, words, rows }) => ({
    label: `Only ${value === "" ? `${field.label.toLowerCase()} ` : ""}${words} (${rows})`,
    change: { filters: onlyValue(spec.filters, field.name, value) }
  })),
  ...(values.length <= mostPanels
    ? [{ label: `A panel for each ${field.label.toLowerCase()}`, change: { panel: field.name } }]
    : [])
];

const mixedUnits =
  (spec: Spec) =>
  (unlike: Unlike): Doubt =>
    stop(
      `These rows are in ${unlike.values.length} units (${listWords(unlike)}), which no one axis can hold.`,
      separate(spec, unlike, 4)
    );

function unlikeWarning(spec: Spec, unlike: readonly Unlike[]): Doubt[] {
  if (unlike.length === 0) return [];
  const differences = unlike.map((difference) => `${difference.field.label.toLowerCase()} (${listWords(difference)})`);
  return [
    warn(
      `Unlike things share this axis. They differ in ${listed(differences)}.`,
      unlike.flatMap((difference) => separate(spec, difference, 1))
    )
  ];
}

function leftOut(count: number, { measured, along }: Layout, { edition, group }: Spec): Doubt[] {
  if (count === 0) return [];
  const why = [
    measured ? "no number" : "",
    along ? `no ${along.field.label.toLowerCase()}` : "",
    edition === "current" || group !== "none" ? "a newer edition" : ""
  ];
  return [
    warn(`${rowsText(count)} with ${why.filter(Boolean).join(" or ")} ${count === 1 ? "is" : "are"} listed only.`)
  ];
}

const drawnAsIntervals = (count: number): Doubt[] =>
  count === 0
    ? []
    : [
        warn(
          `${rowsText(count)} ${count === 1 ? "gives" : "give"} a range or a bound, drawn as such and not as a point.`
        )
      ];

/** "1 row", "1,429 rows". */
export const rowsText = (count: number): string => `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"}`;
