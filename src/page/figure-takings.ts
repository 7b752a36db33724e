import { htmlEscape as esc } from "escape-goat";
import type { DrawnChart } from "./drawn-chart.ts";

/** What a reader may take of a figure, as links that work without scripts; the table is further down the figure. */
export const takings = (name: string): string =>
  `<a href="./figures/${name}.csv">Data</a><a href="#${name}-data">Table</a><a href="./figures/${name}.svg">SVG</a><a href="./figures/${name}.png">PNG</a><a href="./figures/${name}.ts.txt">Code</a>`;

/** A figure's table, the accessible equivalent of its drawing, folded: every row, every value. */
export function tableOf({ chart, rows }: DrawnChart): string {
  const { name, columns } = chart;
  const caption = esc(chart.words(rows).title);
  const head = columns.map(({ label, align }) => `<th scope="col" class="${align}">${esc(label)}</th>`);
  const body = rows.map((row) => {
    const [first, ...rest] = columns;
    if (!first) return "";
    return `<tr><th scope="row">${esc(first.text(row))}</th>${rest.map((column) => `<td class="${column.align}">${esc(column.text(row))}</td>`).join("")}</tr>`;
  });
  return `<details class="data"><summary>Hide table</summary><div class="scroll" id="${name}-data" tabindex="0" role="region" aria-label="${caption}, table"><table><caption class="vh">${caption}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>
<p>These rows as <a href="./figures/${name}.csv">CSV</a> or <a href="./figures/${name}.json">JSON</a></p></details>`;
}
