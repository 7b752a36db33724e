import { printedNumbers } from "../ledger/printed-numbers.ts";
import { type Layout, neededColumns, type Recipe } from "./chart.ts";
import { type Plain, printCode } from "./code.ts";
import type { Table } from "./fields.ts";
import { rowsCode } from "./rows.ts";
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
  const chart = drawn
    ? chartCode(drawn.recipe, { ...(finding === heading ? {} : { title: finding }), ...(caption ? { caption } : {}) })
    : "Inputs.table(rows)";
  const used = new Set(
    drawn ? [...namesIn(drawn.recipe.marks as object as Plain), ...neededColumns(drawn.layout)] : []
  );
  return `---
title: ${JSON.stringify(heading)}
---

# ${heading}

\`\`\`js
${rowsCode(table, spec, drawn?.layout ?? null, used)}
\`\`\`

\`\`\`js
display(${chart});
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

function chartCode({ plot, marks, lanes }: Recipe, words: Record<string, string>): string {
  const options = Object.entries({ ...words, ...plot }).map(([name, value]) => {
    const code = printCode(value);
    if (name !== lanes?.axis) return `${name}: ${code}`;
    return `${name}: {${code.slice(1, -1)}, domain: [...new Set(rows.map((d) => d.${lanes.column}))]}`;
  });
  return `Plot.plot({\n  width,\n  ${options.join(",\n  ")},\n  marks: [\n    ${marks.map(markCode).join(",\n    ")}\n  ]\n})`;
}

function markCode({ mark, data, transform, options }: Recipe["marks"][number]): string {
  const plain = printCode(options);
  const changed = transform ? `Plot.${transform.name}(${printCode(transform.outputs)}, ${plain})` : plain;
  return `Plot.${mark}(${data === null ? "" : `${data === "rows" ? data : printCode(data)}, `}${changed})`;
}
