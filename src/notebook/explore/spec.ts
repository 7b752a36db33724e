import { type Chosen, type Filter, fieldNamed, type Table } from "./fields.ts";

/** How rows are drawn, with its words; `table` shows the rows alone. */
export const marks = { lines: "Lines", bars: "Bars", dots: "Dots", table: "Table" } as const;

/** A chart as its maker chose it. Rows are counted where no field measures. */
export interface Spec extends Chosen {
  table: string;
  mark: keyof typeof marks;
  title: string;
}

/** What a chart is that an address says nothing of. */
export const emptySpec: Spec = { table: "", filters: [], across: "", up: "", colour: "", mark: "table", title: "" };

/** A filter that keeps every row. */
export const anyOf = (column: string): Filter => ({ column, values: [], from: null, to: null });

/** A chart as the query of an address. A form's fields, a page’s fence and an address have the same names. */
export function writeQuery(spec: Spec): URLSearchParams {
  const query = new URLSearchParams({ table: spec.table });
  for (const { column, values, from, to } of spec.filters) {
    for (const value of values) query.append(`is.${column}`, value);
    if (from !== null) query.append(`from.${column}`, String(from));
    if (to !== null) query.append(`to.${column}`, String(to));
  }
  for (const key of ["across", "up", "colour", "mark", "title"] as const)
    if (spec[key] !== emptySpec[key]) query.set(key, spec[key]);
  return query;
}

/**
 * Reads a query over its table. What cannot be had is left out, with a sentence for each; it never throws. Names that
 * mean nothing here belong to others, and are passed over.
 */
export function readQuery(query: URLSearchParams, table: Table): { spec: Spec; problems: string[] } {
  const fields = ["", ...table.fields.map(({ name }) => name)];
  const allowed = new Map(["across", "up", "colour"].map((key) => [key, fields])).set("mark", Object.keys(marks));
  const chosen: Record<string, string> = { table: table.name, title: (query.get("title") ?? "").slice(0, 200) };
  const filters = new Map<string, Filter>();
  const problems: string[] = [];
  for (const [key, value] of query) {
    const [, test, column = ""] = /^(is|from|to)\.(.+)$/.exec(key) ?? [];
    const filter = filters.get(column) ?? anyOf(column);
    const isEnd = test !== undefined && test !== "is";
    if (allowed.get(key)?.includes(value)) chosen[key] = value;
    else if (test === "is" && fields.includes(column))
      filters.set(column, { ...filter, values: [...filter.values, value] });
    else if (isEnd && fields.includes(column) && value.trim() !== "" && Number.isFinite(Number(value)))
      filters.set(column, { ...filter, [test]: Number(value) });
    else if ((test && value !== "") || allowed.has(key))
      problems.push(`The address asks for ${key} “${value}”, which the table does not have; it was left out.`);
  }
  return { spec: { ...emptySpec, ...chosen, filters: [...filters.values()] }, problems };
}

/** Columns that say most of a table's rows, where it has them. */
const telling = ["topic", "verdict", "kind", "type", "source"];

/** A first chart of a table, by what it holds: amounts of its commonest metric side by side, else rows counted by a category. */
export function propose(table: Table): Spec {
  const spec = { ...emptySpec, table: table.name };
  const categories = table.fields.flatMap(({ type, name }) => (type === "category" ? name : []));
  const up = telling.find((name) => categories.includes(name)) ?? categories[0] ?? "";
  const colour = categories.includes("stance") ? "stance" : "";
  if (!fieldNamed(table, "amount")) return { ...spec, up, colour, mark: up === "" ? "table" : "bars" };
  const metric = fieldNamed(table, "metric") ?? fieldNamed(table, "function");
  const [commonest] = metric ? table.counts(metric) : [];
  const filters = metric && commonest ? [{ ...anyOf(metric.name), values: [commonest.value] }] : [];
  return { ...spec, filters, across: "amount", up: up || "id", mark: "dots" };
}
