import { listed } from "../words/words.ts";
import { countIn, type Layout } from "./chart.ts";
import { countsOf, type Field, fieldNamed, type Row, type Table } from "./fields.ts";
import { anyOf, type Spec } from "./spec.ts";

/** A change that a reader may take up with one press. */
interface Remedy {
  label: string;
  change: Partial<Spec>;
}

const mostLanes = 60;
const asDots: Remedy = { label: "Draw dots", change: { mark: "dots" } };

/** What leaves the rows alone to be shown, and what is said beside a chart. */
const stop = (text: string, ...remedies: Remedy[]) => ({ stop: true, text, remedies });
const warn = (text: string, ...remedies: Remedy[]) => ({ stop: false, text, remedies });

type Doubt = ReturnType<typeof stop>;

/** Everything that stands against drawing rows as chosen: what stops it, else what has to be said beside it. */
export function doubtsOf(
  rows: readonly Row[],
  placed: readonly Row[],
  spec: Spec,
  table: Table,
  layout: Layout | null
) {
  if (rows.length === 0)
    return [stop("No row passes these filters.", { label: "Take all filters away", change: { filters: [] } })];
  if (spec.mark === "table") return [];
  if (!layout) return [stop("Choose a number across or up, or one category or year to count by.")];
  if (placed.length === 0) return [stop("None of these rows has a number to draw. They are listed below.")];
  const unlike = layout.measured?.type === "amount" ? unlikeAmounts(placed, table) : [];
  const stops = formStops(placed, spec, layout);
  const units = unlike.find(({ field }) => field.name === "unit");
  const mixed = units ? `${units.values.length} units (${listWords(units)})` : "";
  if (units) stops.push(stop(`These rows are in ${mixed}, which no one axis can hold.`, ...only(spec, units, 4)));
  return stops.length > 0 ? stops : warnings(rows, placed, spec, layout, unlike);
}

/** What the chosen form cannot show. */
function formStops(placed: readonly Row[], { mark }: Spec, { along, measured, number }: Layout): Doubt[] {
  const lanes = along && along.type !== "year" && along.type !== "number" ? countIn(placed, along) : 0;
  const current = placed.filter(({ superseded }) => !superseded);
  const stops: Doubt[] = [];
  if (lanes > mostLanes)
    stops.push(stop(`${along?.label} has ${lanes} values here; ${mostLanes} are the most. Filter the rows.`));
  if (mark === "lines" && (along?.type !== "year" || number !== "y"))
    stops.push(stop("A line needs years across and a number up.", asDots));
  if (mark === "bars" && measured && (!along || countIn(current, along) < current.length))
    stops.push(stop("Several rows would share a bar, and adding them up could add unlike things.", asDots));
  return stops;
}

/** A column in which rows differ although their amounts stand on one axis. */
interface Unlike {
  field: Field;
  values: ReturnType<typeof countsOf>;
}

/** Columns that say what an amount is an amount of. Amounts that differ in one are not alike. */
const likeness = ["unit", "metric", "material", "basis", "form", "function", "status"];
/** What is aimed at or foreseen is unlike what is; other ways in which a number may stand are alike. */
const ahead = ["target", "forecast"];

function unlikeAmounts(placed: readonly Row[], table: Table): Unlike[] {
  return likeness.flatMap((name) => {
    const field = fieldNamed(table, name);
    const values = field ? countsOf(placed, field) : [];
    const aims = values.filter(({ value }) => ahead.includes(value)).length;
    const differ = name === "status" ? aims > 0 && aims < values.length : values.length > 1;
    return field && differ ? [{ field, values }] : [];
  });
}

function warnings(rows: readonly Row[], placed: readonly Row[], spec: Spec, layout: Layout, unlike: Unlike[]): Doubt[] {
  const { measured, along } = layout;
  const differences = listed(unlike.map((one) => `${one.field.label.toLowerCase()} (${listWords(one)})`));
  const remedies = unlike.flatMap((one) => only(spec, one, 1));
  const left = rows.length - placed.length;
  const missing = [measured, along].flatMap((field) => (field ? `no ${field.label.toLowerCase()}` : [])).join(" or ");
  const inexact = measured?.type === "amount" ? placed.filter(({ value }) => value === null).length : 0;
  const again = measured ? 0 : placed.filter(({ superseded }) => superseded).length;
  const cases: [unknown, Doubt][] = [
    [unlike.length, warn(`Unlike things share this axis. They differ in ${differences}.`, ...remedies)],
    [left, warn(`${rowsText(left)} with ${missing}, only listed.`)],
    [inexact, warn(`${rowsText(inexact)} with a range or a bound, drawn as such and not as a point.`)],
    [again, warn(`${rowsText(again)} of superseded editions, counted beside those that replace them.`)]
  ];
  return cases.flatMap(([holds, doubt]) => (holds ? doubt : []));
}

/** Filters that keep one of the values alone, the commonest first. */
const only = ({ filters }: Spec, { field, values }: Unlike, most: number): Remedy[] =>
  values.slice(0, most).map(({ value, words, rows }) => {
    const rest = filters.filter(({ column }) => column !== field.name);
    const label = `Only ${value === "" ? `${field.label.toLowerCase()} ` : ""}${words} (${rows})`;
    return { label, change: { filters: [...rest, { ...anyOf(field.name), values: [value] }] } };
  });

const listWords = ({ values }: Unlike): string => {
  const words = values.slice(0, 4).map((value) => value.words);
  return words.join(", ") + (values.length > 4 ? ` and ${values.length - 4} more` : "");
};

/** "1 row", "1,429 rows". */
export const rowsText = (count: number): string => `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"}`;
