import { printedNumbers } from "../ledger/text/numbers.ts";
import { type Layout, neededColumns, type Plain, type Recipe } from "./chart.ts";
import { fieldNamed, type Table } from "./fields.ts";
import { amountCode, madeColumns } from "./rows.ts";
import type { Spec } from "./spec.ts";

/**
 * A page of a notebook that makes the chart: Markdown with two live cells. Saved as `src/<name>.md` it is built like any
 * other page and follows the ledger. Prose may hold no number that the ledger knows, so a title with numbers stands in
 * the chart, and counts are left out.
 */
export function pageSource(
  spec: Spec,
  table: Table,
  drawn: { recipe: Recipe; layout: Layout } | null,
  words: { heading: string; notes: readonly string[] }
): string {
  const finding = spec.title.replace(/\s+/g, " ").trim();
  const heading = [finding, words.heading].find((text) => text !== "" && isProse(text)) ?? "A chart";
  const caption = words.notes.filter((note) => !/\d/.test(note)).join(" ");
  const title = finding === heading ? "" : finding;
  const used = drawn ? [...namesIn(drawn.recipe.marks as object as Plain), ...neededColumns(drawn.layout)] : [];
  return `---
title: ${JSON.stringify(heading)}
---

# ${heading}

\`\`\`js
${rowsCode(table, spec, drawn?.layout ?? null, new Set(used))}
\`\`\`

\`\`\`js
display(${drawn ? chartCode(drawn.recipe, { title, caption }) : "Inputs.table(rows)"});
\`\`\`
`;
}

/** Whether a text can stand in Markdown as it is: no number, and nothing that Markdown or the notebook reads as a mark. */
const isProse = (text: string): boolean => !/[\\`*_{}[\]<>#$|~&]/.test(text) && printedNumbers(text).length === 0;

/** Every text in plain data: among them are the columns that a recipe names. */
function namesIn(value: Plain): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(namesIn) : [];
}

/** `selectRows` and `placedRows` as code. `used` are the columns that the chart names. */
function rowsCode(table: Table, { filters }: Spec, layout: Layout | null, used: ReadonlySet<string>): string {
  const tests = filters.flatMap(({ column, values, from, to }) => {
    const value = `d.${column}`;
    const number = fieldNamed(table, column)?.type === "year" ? `Number(${value}?.slice(0, 4))` : value;
    const [only, ...more] = values;
    const isPlain = more.length === 0 && table.rows.some((row) => row[column] === only);
    return [
      ...(isPlain ? [`${value} === ${printCode(only ?? null)}`] : []),
      ...(values.length > 0 && !isPlain ? [`${printCode(values)}.includes(String(${value} ?? ""))`] : []),
      ...(from === null && to === null ? [] : [`${value} !== null`]),
      ...(from === null ? [] : [`${number} >= ${from}`]),
      ...(to === null ? [] : [`${number} <= ${to}`])
    ];
  });
  const made = madeColumns(table).flatMap(([name, , code]) => (used.has(name) ? `${name}: ${code}` : []));
  const needed = layout ? neededColumns(layout).map((column) => `d.${column} !== null`) : [];
  const measured = layout?.measured?.text;
  const steps = [
    ...(tests.length > 0 ? [`.filter((d) => ${tests.join(" && ")})`] : []),
    ...(made.length > 0 ? [`.map((d) => ({\n    ...d,\n    ${made.join(",\n    ")}\n  }))`] : []),
    ...(needed.length > 0 ? [`.filter((d) => ${needed.join(" && ")})`] : []),
    ...(measured ? [`.sort((a, b) => b.${measured} - a.${measured})`] : [])
  ];
  return `const table = await FileAttachment("data/${table.name}.json").json();
${used.has("worded") ? amountCode : ""}const rows = table${steps.map((step) => `\n  ${step}`).join("")};`;
}

function chartCode({ plot, marks, lanes }: Recipe, words: Record<string, string>): string {
  const options = Object.entries({ ...words, ...plot }).flatMap(([name, value]) => {
    if (value === "") return [];
    const code = printCode(value);
    if (name !== lanes?.axis) return `${name}: ${code}`;
    return `${name}: {${code.slice(1, -1)}, domain: [...new Set(rows.map((d) => d.${lanes.column}))]}`;
  });
  return `Plot.plot({\n  width,\n  ${options.join(",\n  ")},\n  marks: [\n    ${marks.map(markCode).join(",\n    ")}\n  ]\n})`;
}

function markCode({ mark, data, transform, options }: Recipe["marks"][number]): string {
  const plain = Object.keys(options).length > 0 ? printCode(options) : [];
  const changed = transform ? `Plot.${transform.name}(${printCode(transform.outputs)}, ${plain})` : plain;
  return `Plot.${mark}(${[data === "rows" || data === null ? (data ?? []) : printCode(data), changed].flat().join(", ")})`;
}

/** Writes plain data as JavaScript, names bare where they may be; the notebook finds no token of its own in its texts. */
function printCode(value: Plain): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value).replaceAll("{{", "{\\u007b");
  if (Array.isArray(value)) return `[${value.map((item: Plain) => printCode(item)).join(", ")}]`;
  const items = Object.entries(value).map(([name, item]) => {
    const key = /^[a-z_]\w*$/i.test(name) ? name : printCode(name);
    return `${key}: ${printCode(item)}`;
  });
  return `{${items.join(", ")}}`;
}
