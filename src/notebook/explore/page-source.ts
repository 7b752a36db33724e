import { printedNumbers } from "../ledger/printed-numbers.ts";
import { dateText } from "../words/words.ts";
import { type Field, type Row, valueText } from "./fields.ts";
import { pointsCode } from "./layout.ts";
import type { Options, Plain, Recipe, RecipeMark } from "./recipe.ts";
import type { Filter, Spec } from "./spec.ts";

/** Writes plain data as JavaScript: names bare where they may be, short objects on one line. */
function printCode(value: Plain, indent = ""): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item: Plain) => printCode(item, deeper))
    : Object.entries(value as Options).map(([name, item]) => `${nameCode(name)}: ${printCode(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const line = `${open}${items.join(", ")}${close}`;
  if (line.length < 96 && !line.includes("\n")) return line;
  return `${open}\n${items.map((item) => deeper + item).join(",\n")}\n${indent}${close}`;
}

const nameCode = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** `d.metric`, or `d["odd name"]`. */
const propertyCode = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `d.${name}` : `d[${JSON.stringify(name)}]`;

/** What a page says beside its chart. */
interface SourceWords {
  /** What is drawn, without a number: the page's own heading. */
  heading: string;
  /** The finding as its maker wrote it; "" where nobody did. */
  title: string;
  notes: readonly string[];
}

/**
 * A page of this notebook that makes the chart: Markdown with two live cells. Saved as `src/<name>.md` in a fork, with a
 * line in `src/notebook/page/site.ts`, it is built like any other page and follows the ledger. Prose may hold no number that the
 * ledger knows, so a title with numbers stands in the chart, and counts are left out.
 */
export function pageSource(spec: Spec, recipe: Recipe | null, fields: readonly Field[], words: SourceWords): string {
  const fence = "```";
  const title = words.title.replace(/\s+/g, " ").trim();
  const heading = [title, words.heading].find((text) => text !== "" && isProse(text)) ?? "A chart";
  const caption = words.notes.filter((note) => !/\d/.test(note)).join(" ");
  const library = recipe
    ? 'import * as Plot from "@observablehq/plot";'
    : 'import * as Inputs from "@observablehq/inputs";';
  return `---
title: ${JSON.stringify(heading)}
---

# ${heading}

${fence}js
${library}

${rowsCode(spec, recipe, fields)}
${fence}

${fence}js
${recipe ? chartCode(recipe, { title: title === heading ? "" : title, caption }) : "display(Inputs.table(rows));"}
${fence}
`;
}

/** Whether a text can stand in Markdown as it is: no number, and nothing that Markdown or the notebook reads as a mark. */
const isProse = (text: string): boolean => !/[\\`*_{}[\]<>#$|~&]/.test(text) && printedNumbers(text).length === 0;

/** A text as code, in which the notebook finds no token of its own. */
const textCode = (text: string): string => JSON.stringify(text).replaceAll("{{", "{\\u007b");

function rowsCode({ table, filters }: Spec, recipe: Recipe | null, fields: readonly Field[]): string {
  const tests = filters.flatMap((filter) => filterCode(filter, fields)).join("\n    && ");
  const { before, columns } = pointsCode(recipe ? usedColumns(recipe) : [], fields);
  const filtered = tests === "" ? "" : `\n  .filter((d) => ${tests})`;
  const mapped = columns.length === 0 ? "" : `\n  .map((d) => ({\n    ...d,\n    ${columns.join(",\n    ")}\n  }))`;
  const needed = (recipe?.needed ?? []).map((column) => `${propertyCode(column)} !== null`);
  const placed = needed.length === 0 ? "" : `\n  .filter((d) => ${needed.join(" && ")})`;
  const order = recipe?.measured ? propertyCode(recipe.measured) : "";
  const sorted =
    order && `\n  .sort((a, b) => Number(${order.replace("d", "b")} ?? 0) - Number(${order.replace("d", "a")} ?? 0))`;
  return `const table = await FileAttachment("data/${table}.json").json();\n${before}const rows = table${filtered}${mapped}${placed}${sorted};`;
}

/** The tests of a filter as code; none for one that keeps any row. */
function filterCode(filter: Filter, fields: readonly Field[]): string[] {
  const column = propertyCode(filter.column);
  if ("values" in filter)
    return filter.values.length === 0 ? [] : [`${printCode(filter.values)}.includes(String(${column} ?? ""))`];
  const isYear = fields.some(({ name, type }) => name === filter.column && type === "year");
  const number = isYear ? `Number(${column}?.slice(0, 4))` : column;
  return [
    `${column} !== null`,
    ...(filter.from === null ? [] : [`${number} >= ${filter.from}`]),
    ...(filter.to === null ? [] : [`${number} <= ${filter.to}`])
  ];
}

/** Every word of a recipe that could name a column; what it does not use, a page need not make. */
function usedColumns({ marks, panel, needed }: Recipe): string[] {
  const inOptions = (value: Plain): string[] =>
    typeof value === "string"
      ? [value]
      : value && typeof value === "object"
        ? Object.values(value).flatMap(inOptions)
        : [];
  const inData = marks.flatMap(({ data }) =>
    data && "code" in data ? [...data.code.matchAll(/\bd\.(\w+)/g)].map(([, name = ""]) => name) : []
  );
  return [...marks.flatMap(({ options }) => inOptions(options)), ...inData, panel ?? "", ...needed];
}

function chartCode(
  { plot, marks, lanes, panel }: Recipe,
  { title, caption }: { title: string; caption: string }
): string {
  const options = Object.entries(plot)
    .map(([name, value]) => `${name}: ${name === lanes?.axis ? laneCode(value, lanes.column) : printCode(value, "  ")}`)
    .join(",\n  ");
  const chart = `const chart = (rows, title) => Plot.plot({
  title,${caption && `\n  caption: ${textCode(caption)},`}
  width,
  ${options},
  marks: [
    ${marks.map(markCode).join(",\n    ")}
  ]
});
`;
  if (panel === null) return `${chart}\ndisplay(chart(rows${title && `, ${textCode(title)}`}));`;
  return `${chart}
for (const name of new Set(rows.map((d) => ${propertyCode(panel)})))
  display(chart(rows.filter((d) => ${propertyCode(panel)} === name), name ?? "not given"));`;
}

/** A scale whose categories stand in the order of the rows. */
function laneCode(scale: Plain, column: string): string {
  const inside = printCode(scale).slice(1, -1);
  return `{${inside}${inside && ", "}domain: [...new Set(rows.flatMap((d) => ${propertyCode(column)} ?? []))]}`;
}

function markCode({ mark, data, transform, options }: RecipeMark): string {
  const plain = printCode(options, "    ");
  const changed = transform
    ? `Plot.${transform.name}(${transform.outputs ? `${printCode(transform.outputs)}, ` : ""}${plain})`
    : plain;
  if (data === null) return `Plot.${mark}(${changed})`;
  const rows = !("code" in data) ? printCode(data) : data.code === "" ? "rows" : `rows.filter((d) => ${data.code})`;
  return `Plot.${mark}(${rows}, ${changed})`;
}

/** The publications that rows come from, each with its edition or date; the table itself where rows name none. */
export function sourceText(rows: readonly Row[], table: string): string {
  const found = [...new Set(rows.flatMap(({ source_name }) => valueText(source_name) || []))];
  if (found.length === 0) return `Claims and reality, table “${table}”`;
  return found.length > 6 ? `${found.length} publications, named in the rows` : found.map(withDate).join("; ");
}

/** "Izvestia, March 2025": a name that ends with a date, with the date in words. */
const withDate = (name: string): string => name.replace(/\d{4}-\d\d(-\d\d)?$/, dateText);
