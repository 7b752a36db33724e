import { htmlEscape as esc } from "escape-goat";
import { capitalised, periodText } from "../charts/words/format.ts";
import type { FigureRow } from "../tables/figures.ts";
import { counted } from "./counted.ts";
import { groupBy } from "./group-by.ts";
import { measureText } from "./measure-text.ts";
import { numberText } from "./number-text.ts";
import type { RecordContext } from "./record-context.ts";
import { useLinks } from "./use-links.ts";

/** What a release marks a cell as, as a letter after the number. */
const letters: Readonly<Record<string, string>> = {
  estimated: "e",
  revised: "r",
  corrected: "x",
  interpolated: "i",
  "includes estimates": "incl",
  "from trade records": "t",
  "download incomplete": "p"
};

/** A release's table as a table: the cells as printed, each with the anchor of its record. The longer side goes down. */
export function seriesRecord(cells: readonly FigureRow[], context: RecordContext): string {
  const [first] = cells;
  if (!first?.series) return "";
  const corrected = cells
    .filter(({ correction }) => correction !== null)
    .map((cell) => `<p class="meta">${esc(correctionOf(cell))}</p>`);
  const name = seriesName(first);
  return `<section class="series" id="${first.series}"><h3>${esc(name)}</h3>
<p>${esc(first.says)}</p>
<p class="meta">${esc(captionOf(cells, first, context))}</p>
<p class="meta">${usesOfCells(cells, context)} · <code>${first.series}</code></p>
${corrected.join("")}<div class="scroll" tabindex="0" role="region" aria-label="${esc(`${name}, ${first.series}`)}">${table(cells)}</div></section>`;
}

/** What a table counts, as its heading. */
export const seriesName = (cell: FigureRow): string => capitalised(measureText(cell));

/** The time of a cell, in words. */
export const periodOf = ({ period }: FigureRow): string => (period === null ? "time not stated" : periodText(period));
const subjectOf = ({ subject_name }: FigureRow): string => subject_name;

function table(cells: readonly FigureRow[]): string {
  const isWide = new Set(cells.map(subjectOf)).size > new Set(cells.map(periodOf)).size;
  const [down, across] = isWide ? [subjectOf, periodOf] : [periodOf, subjectOf];
  const columns = [...new Set(cells.map(across))];
  const rows = [...groupBy(cells, down)].map(([name, row]) => {
    const inOrder = columns.map((column) => row.find((cell) => across(cell) === column));
    return `<tr><th scope="row">${esc(name)}</th>${inOrder.map((cell) => (cell ? cellOf(cell) : "<td>")).join("")}</tr>`;
  });
  const head = columns.map((column) => `<th scope="col" class="end">${esc(column)}</th>`);
  return `<table><thead><tr><th scope="col">${isWide ? "Place" : "Period"}</th>${head.join("")}</tr></thead><tbody>
${rows.join("\n")}</tbody></table>`;
}

function cellOf(cell: FigureRow): string {
  const marks = cell.marks.flatMap((mark) => letters[mark] ?? []);
  return `<td id="${cell.id}">${esc(cell.printed)}${marks.length > 0 ? `<sup> ${marks.join(" ")}</sup>` : ""}`;
}

/** Form and place of a table, how its numbers are read, and what its letters mean. */
function captionOf(cells: readonly FigureRow[], first: FigureRow, { notebook }: RecordContext): string {
  const example = cells.find(({ value }) => value !== null && value > 0);
  const marks = [...new Set(cells.flatMap((cell) => cell.marks))].flatMap((mark) =>
    letters[mark] ? [`${letters[mark]}\u00a0${mark}`] : []
  );
  const superseded = cells.filter(({ current }) => !current).length;
  return [
    first.form === null ? null : notebook.formLabel(first.form),
    first.place,
    first.speaker_name,
    example && `“${example.printed}” reads ${numberText({ kind: "figure", row: example }, "full")}`,
    ...marks,
    superseded > 0 && `${counted(superseded, "cell")} given anew by a later edition`
  ]
    .filter(Boolean)
    .join(" · ");
}

const correctionOf = (cell: FigureRow): string =>
  `${cell.subject_name}, ${periodOf(cell)}: printed as ${cell.printed}; corrected to ${numberText({ kind: "figure", row: cell }, "full")}. ${cell.correction}`;

/** How many cells are used, and where. */
function usesOfCells(cells: readonly FigureRow[], { notebook, uses }: RecordContext): string {
  const used = cells.filter(({ id }) => uses.has(id));
  const links = useLinks(
    used.flatMap(({ id }) => uses.get(id) ?? []),
    notebook
  );
  return used.length === 0 ? links : `${used.length} of ${counted(cells.length, "cell")} used: ${links}`;
}
