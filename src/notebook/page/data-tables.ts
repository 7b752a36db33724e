import { htmlEscape as esc } from "escape-goat";
import { cellText } from "../tables/csv.ts";
import type { Table } from "../tables/table.ts";
import { citationLinks } from "./citation.ts";
import type { Notebook } from "./notebook.ts";
import { counted } from "./sources.ts";

/** Every table with its rows counted, its files, its columns described, and its first rows. */
export function dataTables({ tables }: Notebook): string {
  const sections = Object.values(tables).map(
    ({
      name,
      title,
      description,
      columns,
      rows
    }: Table<object>) => `<section class="data-table"><h3 id="${name}">${esc(title)}</h3>
<p>${esc(description)}</p>
<p class="files">${counted(rows.length, "row")} ${["csv", "json", "parquet"].map((format) => `<a href="./data/${name}.${format}">${formatNames[format]}</a>`).join(" ")}</p>
<details><summary>${counted(columns.length, "column")}</summary><dl class="known">${columns
      .map(
        (column) =>
          `<dt><code>${column.name}</code> <small>${column.type}</small></dt><dd>${withCode(column.description)}</dd>`
      )
      .join("\n")}</dl><p>The table’s citation as ${citationLinks(`tables/${name}`)}</p></details>
<details><summary>First rows</summary>${firstRows({ title, columns, rows })}</details></section>`
  );
  return `<p class="files">All of them as sheets of one workbook, for spreadsheets: <a href="./data/tables.xlsx">XLSX</a></p>
${sections.join("\n")}`;
}

const formatNames: Readonly<Record<string, string>> = { csv: "CSV", json: "JSON", parquet: "Parquet" };

/** How many rows show what a table is like. */
const sampleSize = 3;

function firstRows({ title, columns, rows }: Pick<Table<object>, "title" | "columns" | "rows">): string {
  const names: readonly string[] = columns.map(({ name }) => name);
  const lines = rows.slice(0, sampleSize).map((row) => {
    const held = new Map(Object.entries(row));
    const [first = "", ...rest] = names.map((name) => esc(cellText(held.get(name))));
    return `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${esc(title)}, first rows"><table><thead><tr>${names.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead><tbody>${lines.join("\n")}</tbody></table></div>`;
}

/** A description as HTML: what stands between backticks is code, and a table is a link to it. */
const withCode = (text: string): string =>
  esc(text)
    .replace(/(?<=table )`(\w+)`/g, '<a href="#$1"><code>$1</code></a>')
    .replace(/`([^`]+)`/g, "<code>$1</code>");
