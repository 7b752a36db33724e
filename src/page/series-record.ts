import { htmlEscape as esc } from "escape-goat";
import { capitalised, listed } from "../charts/format.ts";
import type { FigureRow } from "../tables/figures.ts";
import { counted } from "./counted.ts";
import { groupBy } from "./group-by.ts";
import { numberText } from "./number-text.ts";
import type { RecordContext } from "./record-blocks.ts";
import { useLinks } from "./use-links.ts";

/** What a release marks a cell as, as a letter after the number. */
const letters: Readonly<Record<string, string>> = {
  estimated: "e",
  revised: "r",
  corrected: "x",
  interpolated: "i",
  "includes estimates": "incl",
  "from trade records": "t",
  "added up here": "s"
};

/** A release's table as a table: the cells as printed, each with the anchor of its record. Periods go down, subjects across. */
export function seriesRecord(cells: readonly FigureRow[], context: RecordContext): string {
  const [first] = cells;
  if (!first?.series) return "";
  const subjects = [...new Set(cells.map(({ subject_name }) => subject_name))];
  const periods = groupBy(cells, ({ period }) => period ?? "time not stated");
  const rows = [...periods].map(([period, row]) => {
    const across = subjects.map((subject) => row.find(({ subject_name }) => subject_name === subject));
    return `<tr><th scope="row">${esc(period.replace("/", "–"))}</th>${across.map((cell) => (cell ? cellOf(cell) : "<td>")).join("")}</tr>`;
  });
  const name = capitalised(first.metric_label);
  const head = subjects.map((subject) => `<th scope="col" class="end">${esc(subject)}</th>`);
  return `<section class="series" id="${first.series}"><h3>${esc(name)}</h3>
<p>${esc(first.says)}</p>
<p class="meta">${esc(captionOf(cells, first, context))}</p>
<p class="meta">${usesOfCells(cells, context)} · <code>${first.series}</code></p>
<div class="scroll" tabindex="0" role="region" aria-label="${esc(name)}, table of ${first.series}"><table><thead><tr><th scope="col">Period</th>${head.join("")}</tr></thead><tbody>
${rows.join("\n")}</tbody></table></div></section>`;
}

function cellOf(cell: FigureRow): string {
  const marks = cell.marks.flatMap((mark) => letters[mark] ?? []);
  return `<td id="${cell.id}">${esc(cell.printed)}${marks.length > 0 ? ` <sup>${marks.join(" ")}</sup>` : ""}`;
}

/** Basis and place of a table, how its numbers are read, and what its letters mean. */
function captionOf(cells: readonly FigureRow[], first: FigureRow, { notebook }: RecordContext): string {
  const example = cells.find(({ value }) => value !== null && value > 0);
  const marks = [...new Set(cells.flatMap((cell) => cell.marks))].flatMap((mark) =>
    letters[mark] ? [`${letters[mark]} ${mark}`] : []
  );
  const without = cells.find(({ comparator }) => comparator === "unquantified");
  return [
    first.basis_label,
    first.form === null ? null : notebook.formLabel(first.form),
    first.place,
    first.speaker_name,
    example && `“${example.printed}” reads ${numberText({ kind: "figure", row: example }, "full")}`,
    ...marks,
    without && `${without.printed} ${listed(without.marks)}`
  ]
    .filter(Boolean)
    .join(" · ");
}

/** How many cells are used, and where. */
function usesOfCells(cells: readonly FigureRow[], { notebook, uses }: RecordContext): string {
  const used = cells.filter(({ id }) => uses.has(id));
  const links = useLinks(
    used.flatMap(({ id }) => uses.get(id) ?? []),
    notebook
  );
  return used.length === 0 ? links : `${used.length} of ${counted(cells.length, "cell")} used: ${links}`;
}
