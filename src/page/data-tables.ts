import { htmlEscape as esc } from "escape-goat";
import type { Table } from "../tables/table.ts";
import { counted } from "./counted.ts";
import type { Notebook } from "./notebook.ts";

/** Every table with its rows counted, its files, and its columns described. */
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
<p class="files">${counted(rows.length, "row")} <a href="./data/${name}.csv">CSV</a> <a href="./data/${name}.json">JSON</a></p>
<details><summary>${counted(columns.length, "column")}</summary><dl class="known">${columns
      .map(
        (column) =>
          `<dt><code>${column.name}</code> <small>${column.type}</small></dt><dd>${withCode(column.description)}</dd>`
      )
      .join("\n")}</dl></details></section>`
  );
  return sections.join("\n");
}

/** A description as HTML: what stands between backticks is code. */
const withCode = (text: string): string => esc(text).replace(/`([^`]+)`/g, "<code>$1</code>");
