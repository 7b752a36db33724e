import { type Field, fieldNamed } from "./fields.ts";
import {
  editionNames,
  emptySpec,
  type Filter,
  groupNames,
  markNames,
  openingSpec,
  type Spec,
  scaleNames,
  tableNames
} from "./spec.ts";

const choices = { mark: markNames, group: groupNames, scale: scaleNames, edition: editionNames } as const;
const fieldKeys = ["across", "up", "colour", "panel"] as const;

/** What an address asks for, and a sentence for each part of it that cannot be had. */
export interface AddressState {
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
