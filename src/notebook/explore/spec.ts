import { type Field, fieldNamed, type Row, valueText } from "./fields.ts";

/** How rows are drawn; `table` shows the rows alone. */
export const markNames = ["lines", "bars", "dots", "strip", "table"] as const;
/** Rows one by one, counted, or as the span from the lowest to the highest. There is no average. */
const groupNames = ["none", "count", "range"] as const;
const scaleNames = ["linear", "log"] as const;
/** Superseded editions small and grey, drawn like the others, or left out. */
const editionNames = ["grey", "all", "current"] as const;

/** Keeps rows whose column holds one of these values ("" is missing; none is any), or whose number lies between two ends. */
export type Filter =
  | { column: string; values: readonly string[] }
  | { column: string; from: number | null; to: number | null };

/** A chart as its maker chose it. Fields are named as `fieldsOf` names them; "" is none. */
export interface Spec {
  table: string;
  filters: readonly Filter[];
  across: string;
  up: string;
  colour: string;
  panel: string;
  mark: (typeof markNames)[number];
  group: (typeof groupNames)[number];
  scale: (typeof scaleNames)[number];
  edition: (typeof editionNames)[number];
  title: string;
}

/** Nothing chosen yet: what an address leaves out is this. */
export const emptySpec: Spec = {
  table: "figures",
  filters: [],
  across: "",
  up: "",
  colour: "",
  panel: "",
  mark: "table",
  group: "none",
  scale: "linear",
  edition: "grey",
  title: ""
};

/** The chart that the page opens with: mine output of Russia as the US survey's editions give it. */
export const openingSpec: Spec = {
  ...emptySpec,
  filters: [
    { column: "metric", values: ["production"] },
    { column: "subject", values: ["russia"] },
    { column: "basis", values: ["mine-production"] }
  ],
  across: "period",
  up: "amount",
  colour: "subject",
  mark: "lines"
};

/** The tables that can be drawn, by the name of their download. */
export const tableNames: Readonly<Record<string, string>> = {
  figures: "Figures: every quantity",
  derived: "Derived quantities",
  positions: "Positions: who says what",
  comparisons: "Comparisons",
  verdicts: "Verdicts",
  events: "Events",
  sources: "Sources",
  speakers: "Speakers",
  places: "Places"
};

const choices = { mark: markNames, group: groupNames, scale: scaleNames, edition: editionNames } as const;
const fieldKeys = ["across", "up", "colour", "panel"] as const;

/** What an address asks for, and a sentence for each part of it that cannot be had. */
interface AddressState {
  spec: Spec;
  problems: string[];
}

/** The query part of a chart's address, with its question mark; "" for the chart that the page opens with. */
export function writeAddress(spec: Spec): string {
  const query = queryOf(spec).toString();
  return query === queryOf(openingSpec).toString() ? "" : `?${query}`;
}

function queryOf(spec: Spec): URLSearchParams {
  const query = new URLSearchParams({ table: spec.table });
  for (const filter of spec.filters) {
    if ("values" in filter) for (const value of filter.values) query.append(`is.${filter.column}`, value);
    else
      for (const end of ["from", "to"] as const)
        if (filter[end] !== null) query.append(`${end}.${filter.column}`, String(filter[end]));
  }
  for (const key of [...fieldKeys, "mark", "group", "scale", "edition", "title"] as const)
    if (spec[key] !== emptySpec[key]) query.set(key, spec[key]);
  return query;
}

/** The table that an address asks for; the default one, with a problem, where there is none of that name. */
export function tableInAddress(search: string): { table: string; problem?: string } {
  const asked = new URLSearchParams(search).get("table") ?? emptySpec.table;
  if (Object.hasOwn(tableNames, asked)) return { table: asked };
  return {
    table: emptySpec.table,
    problem: `The address asks for the table “${asked}”, which there is not; this is the chart that the page opens with.`
  };
}

/** Reads an address over the fields of its table. Whatever it cannot understand is left out, and said; it never throws. */
export function readAddress(search: string, fields: readonly Field[]): AddressState {
  const query = new URLSearchParams(search);
  const { table, problem } = tableInAddress(search);
  if (problem) return { spec: openingSpec, problems: [problem] };
  if ([...query].length === 0) return { spec: openingSpec, problems: [] };
  const problems: string[] = [];
  const drop = (what: string): void => {
    problems.push(`The address asks for ${what}, which the table does not have; it was left out.`);
  };

  const chosen: Partial<Record<string, string>> = { title: (query.get("title") ?? "").slice(0, 200) };
  for (const key of fieldKeys) {
    const name = query.get(key) ?? "";
    if (name === "" || fieldNamed(fields, name)) chosen[key] = name;
    else drop(`the field “${name}”`);
  }
  for (const [key, names] of Object.entries(choices)) {
    const name = query.get(key);
    if (name === null) continue;
    if ((names as readonly string[]).includes(name)) chosen[key] = name;
    else
      problems.push(
        `The address asks for ${key} “${name}”; there are ${names.join(", ")}. It was left at ${emptySpec[key as keyof typeof choices]}.`
      );
  }
  return { spec: { ...emptySpec, ...chosen, table, filters: readFilters(query, fields, drop) }, problems };
}

function readFilters(query: URLSearchParams, fields: readonly Field[], drop: (what: string) => void): Filter[] {
  const filters = new Map<string, Filter>();
  for (const [key, value] of query) {
    const [, kind, column = ""] = /^(is|from|to)\.(.+)$/.exec(key) ?? [];
    if (!kind) continue;
    const type = fieldNamed(fields, column)?.type;
    const found = filters.get(column);
    if (!type || type === "amount") drop(`rows by “${column}”`);
    else if (kind === "is") {
      filters.set(column, { column, values: [...(found && "values" in found ? found.values : []), value] });
    } else if (value.trim() === "" || !Number.isFinite(Number(value))) drop(`rows ${kind} “${value}”`);
    else {
      const ends = found && !("values" in found) ? found : { column, from: null, to: null };
      filters.set(column, { ...ends, [kind]: Number(value) });
    }
  }
  return [...filters.values()];
}

/** A first chart of a table, by what its columns hold: amounts of one unit side by side, else rows counted by a category. */
export function propose(table: string, fields: readonly Field[], rows: readonly Row[]): Spec {
  if (table === openingSpec.table) return openingSpec;
  const category = bestCategory(fields, rows);
  const numbered = fields.some(({ type }) => type === "amount");
  if (!numbered)
    return category
      ? { ...emptySpec, table, up: category.name, colour: stance(fields), mark: "bars", group: "count" }
      : { ...emptySpec, table };
  const unit = commonest(rows.map((row) => valueText(row.unit)));
  return {
    ...emptySpec,
    table,
    filters: unit === undefined ? [] : [{ column: "unit", values: [unit] }],
    across: "amount",
    up: category?.name ?? "",
    mark: "dots"
  };
}

const stance = (fields: readonly Field[]): string => fields.find(({ name }) => name === "stance")?.name ?? "";

/** Columns that say most of a table's rows, where it has them. */
const telling = ["topic", "verdict", "kind", "type"];

/** A telling category, else the first that splits the rows into a handful. */
function bestCategory(fields: readonly Field[], rows: readonly Row[]): Field | undefined {
  const kinds = (field: Field): number => new Set(rows.map((row) => row[field.column])).size;
  const categories = fields.filter(({ type, name }) => type === "category" && name !== "unit" && name !== "id");
  const known = categories.find(({ name }) => telling.includes(name));
  if (known) return known;
  return categories.find((field) => kinds(field) > 2 && kinds(field) <= 20) ?? categories[0];
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
