import { htmlEscape as esc } from "escape-goat";
import { type Field, fieldNamed, type Row } from "./fields.ts";
import { type Filter, type Spec, tableNames } from "./spec.ts";
import { countsOf } from "./unlike.ts";

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
