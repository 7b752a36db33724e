import { htmlEscape as esc } from "escape-goat";
import type { QuantityRow } from "../tables/figures.ts";
import { capitalised, periodText } from "../words/words.ts";
import type { Notebook } from "./notebook.ts";
import { type RecordContext, useLinks, usesOf } from "./record-uses.ts";
import { counted, groupBy, measureText } from "./sources.ts";
import { numberText } from "./tokens.ts";

/** A release's table as a table: the cells as printed, each with the anchor of its record. The longer side goes down. */
export function seriesRecord(
  series: string,
  cells: readonly [QuantityRow, ...QuantityRow[]],
  context: RecordContext
): string {
  const [first] = cells;
  const corrected = cells
    .filter(({ correction }) => correction !== null)
    .map((cell) => `<p class="meta">${esc(correctionOf(cell, context.notebook))}</p>`);
  const name = seriesName(first);
  return `<section class="series" id="${series}"><h3>${esc(name)}</h3>
<p>${esc(first.says)}</p>
<p class="meta">${esc(captionOf(cells, first, context))}</p>
<p class="meta">${usesOfCells(cells, context)} · <code>${series}</code></p>
${corrected.join("")}<div class="scroll" tabindex="0" role="region" aria-label="${esc(`${name}, ${series}`)}">${table(cells, context.notebook)}</div></section>`;
}

/** What a table counts, as its heading. */
export const seriesName = (cell: QuantityRow): string => capitalised(measureText(cell));

/** The time of a cell, in words. */
export const periodOf = ({ period }: QuantityRow): string => (period === null ? "time not stated" : periodText(period));
const subjectOf = ({ subject_name }: QuantityRow): string => subject_name;

function table(cells: readonly QuantityRow[], notebook: Notebook): string {
  const isWide = new Set(cells.map(subjectOf)).size > new Set(cells.map(periodOf)).size;
  const [down, across] = isWide ? [subjectOf, periodOf] : [periodOf, subjectOf];
  const columns = [...new Set(cells.map(across))];
  const rows = [...groupBy(cells, down)].map(([name, row]) => {
    const inOrder = columns.map((column) => row.find((cell) => across(cell) === column));
    return `<tr><th scope="row">${esc(name)}</th>${inOrder.map((cell) => (cell ? cellOf(cell, notebook) : "<td>")).join("")}</tr>`;
  });
  const head = columns.map((column) => `<th scope="col" class="end">${esc(column)}</th>`);
  return `<table><thead><tr><th scope="col">${isWide ? "Place" : "Period"}</th>${head.join("")}</tr></thead><tbody>
${rows.join("\n")}</tbody></table>`;
}

function cellOf(cell: QuantityRow, notebook: Notebook): string {
  const marks = cell.marks.flatMap((mark) => notebook.markLetter(mark) ?? []);
  return `<td id="${cell.id}">${esc(cell.printed)}${marks.length > 0 ? `<sup> ${marks.join(" ")}</sup>` : ""}`;
}

/** Form and place of a table, how its numbers are read, and what its letters mean. */
function captionOf(cells: readonly QuantityRow[], first: QuantityRow, { notebook }: RecordContext): string {
  const example = cells.find(({ value }) => value !== null && value > 0);
  const marks = [...new Set(cells.flatMap((cell) => cell.marks))].flatMap((mark) => {
    const letter = notebook.markLetter(mark);
    return letter === undefined ? [] : [`${letter}\u00a0${mark}`];
  });
  const superseded = cells.filter(({ current }) => !current).length;
  return [
    first.form === null ? null : notebook.formLabel(first.form),
    first.place,
    first.speaker_name,
    example && `“${example.printed}” reads ${numberText({ kind: "figure", row: example }, "full", notebook)}`,
    ...marks,
    superseded > 0 && `${counted(superseded, "cell")} given anew by a later edition`
  ]
    .filter(Boolean)
    .join(" · ");
}

const correctionOf = (cell: QuantityRow, notebook: Notebook): string =>
  `${cell.subject_name}, ${periodOf(cell)}: printed as ${cell.printed}; corrected to ${numberText({ kind: "figure", row: cell }, "full", notebook)}. ${cell.correction}`;

/** How many cells are used, and where. */
function usesOfCells(cells: readonly QuantityRow[], { notebook, uses }: RecordContext): string {
  const used = usesOf(
    cells.map(({ id }) => id),
    uses
  );
  const links = useLinks(used.flat(), notebook);
  return used.length === 0 ? links : `${used.length} of ${counted(cells.length, "cell")} used: ${links}`;
}
