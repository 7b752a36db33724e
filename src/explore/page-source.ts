import type { Field } from "./fields.ts";
import { pointsCode } from "./points.ts";
import { printCode, propertyCode } from "./print-code.ts";
import type { Plain, Recipe, RecipeMark } from "./recipe.ts";
import type { Filter, Spec } from "./spec.ts";

/** What a page needs to show a chart, as its maker sees it. */
export interface SourceWords {
  title: string;
  subtitle: string;
  notes: readonly string[];
}

/**
 * A page of this notebook that makes the chart: Markdown with two live cells. Saved as `src/<name>.md` in a fork, with a
 * line in `src/page/site.ts`, it is built like any other page and follows the ledger.
 */
export function pageSource(spec: Spec, recipe: Recipe | null, fields: readonly Field[], words: SourceWords): string {
  const fence = "```";
  const title = oneLine(words.title);
  return `---
title: ${JSON.stringify(title)}
---

# ${markdown(title)}

${markdown(words.subtitle)}

${fence}js
${recipe ? 'import * as Plot from "@observablehq/plot";\n\n' : 'import * as Inputs from "@observablehq/inputs";\n\n'}${rowsCode(spec, recipe, fields)}
${fence}

${fence}js
${recipe ? chartCode(recipe) : "display(Inputs.table(rows));"}
${fence}
${words.notes.length > 0 ? `\n${words.notes.map(markdown).join(" ")}\n` : ""}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Text that Markdown shows as it stands, and that the notebook takes for no token and Framework for no expression. */
const markdown = (text: string): string => oneLine(text).replace(/[\\`*_{}[\]<>#$|~]/g, "\\$&");

function rowsCode({ table, filters }: Spec, recipe: Recipe | null, fields: readonly Field[]): string {
  const tests = filters.flatMap((filter) => filterCode(filter, fields)).join("\n    && ");
  const { before, columns } = pointsCode(recipe ? usedColumns(recipe) : [], fields);
  const filtered = tests === "" ? "" : `\n  .filter((d) => ${tests})`;
  const mapped = columns.length === 0 ? "" : `\n  .map((d) => ({\n    ...d,\n    ${columns.join(",\n    ")}\n  }))`;
  const order = recipe?.measured ? propertyCode(recipe.measured) : "";
  const sorted =
    order && `\n  .sort((a, b) => Number(${order.replace("d", "b")} ?? 0) - Number(${order.replace("d", "a")} ?? 0))`;
  return `const table = await FileAttachment("data/${table}.json").json();\n${before}const rows = table${filtered}${mapped}${sorted};`;
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
function usedColumns({ marks, panel, measured }: Recipe): string[] {
  const inOptions = (value: Plain): string[] =>
    typeof value === "string"
      ? [value]
      : value && typeof value === "object"
        ? Object.values(value).flatMap(inOptions)
        : [];
  const inData = marks.flatMap(({ data }) =>
    data && "code" in data ? [...data.code.matchAll(/\bd\.(\w+)/g)].map(([, name = ""]) => name) : []
  );
  return [...marks.flatMap(({ options }) => inOptions(options)), ...inData, panel ?? "", measured ?? ""];
}

function chartCode({ plot, marks, lanes, panel }: Recipe): string {
  const options = Object.entries(plot)
    .map(([name, value]) => `${name}: ${name === lanes?.axis ? laneCode(value, lanes.column) : printCode(value, "  ")}`)
    .join(",\n  ");
  const chart = `const chart = (rows, title) => Plot.plot({
  title,
  width,
  ${options},
  marks: [
    ${marks.map(markCode).join(",\n    ")}
  ]
});
`;
  if (panel === null) return `${chart}\ndisplay(chart(rows));`;
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
