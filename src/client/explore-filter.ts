import * as Inputs from "@observablehq/inputs";
import type { Field, Row } from "../explore/fields.ts";
import { yearOf } from "../explore/select-rows.ts";
import type { Filter } from "../explore/spec.ts";
import { countsOf } from "../explore/unlike.ts";

/** Fills an opened filter with what it may keep: the values of a category, or two ends. `choose(null)` takes it away. */
export function fillFilter(
  details: HTMLDetailsElement,
  { filter, field, rows }: { filter: Filter; field: Field; rows: readonly Row[] },
  choose: (next: Filter | null) => void
): void {
  const { input, read } = field.type === "category" ? valuesInput(filter, field, rows) : endsInput(filter, field, rows);
  input.setAttribute("role", "group");
  input.ariaLabel = field.label;
  input.addEventListener("input", () => choose(read()));
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = "Take this filter away";
  remove.addEventListener("click", () => choose(null));
  details.append(input, remove);
}

/** An input of Inputs, and the filter that it stands for. */
interface FilterInput {
  input: HTMLElement;
  read: () => Filter;
}

function valuesInput(filter: Filter, field: Field, rows: readonly Row[]): FilterInput {
  const counts = new Map(countsOf(rows, field).map((count) => [count.value, count]));
  const input = Inputs.checkbox([...counts.keys()], {
    value: "values" in filter ? filter.values : [],
    format: (value) => `${counts.get(value)?.words} (${counts.get(value)?.rows})`
  });
  return { input, read: () => ({ column: field.name, values: input.value }) };
}

function endsInput(filter: Filter, field: Field, rows: readonly Row[]): FilterInput {
  const given = rows
    .map((row) => (field.type === "year" ? yearOf(row[field.column]) : row[field.column]))
    .filter((value): value is number => typeof value === "number");
  const extent = [Math.min(...given), Math.max(...given)] as const;
  const ends = "values" in filter ? { from: null, to: null } : filter;
  const input = Inputs.form([
    Inputs.number(extent, { label: "From", value: ends.from ?? extent[0], step: "any" }),
    Inputs.number(extent, { label: "To", value: ends.to ?? extent[1], step: "any" })
  ]);
  return {
    input,
    read: () => ({ column: field.name, from: input.value[0] ?? null, to: input.value[1] ?? null })
  };
}
