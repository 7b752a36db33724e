import { htmlEscape as esc } from "escape-goat";
import {
  type Canvas,
  type Figure,
  type FigureColumn,
  type FigureRow,
  type Size,
  sizes,
  staticWidth
} from "../kit/figure.ts";
import { sortNumber } from "../kit/rows.ts";
import { embedPath, figurePath } from "./addresses.ts";
import { citationLinks, citeButton } from "./citation.ts";
import { Data, FigureFile, Part } from "./contract.ts";
import { drawingText } from "./drawing.ts";
import { notesUnder } from "./figure-notes.ts";
import { fingerprint } from "./fingerprint.ts";
import { fullAddress } from "./metadata.ts";
import type { Fact, Notebook } from "./notebook.ts";
import type { Site } from "./site.ts";
import { closer, evidenceTrigger, numberText, opener } from "./tokens.ts";
import { plain } from "./typography.ts";

/** A figure with its rows selected: what the page shows and what the downloads hold. */
export interface DrawnFigure {
  figure: Figure<FigureRow>;
  rows: readonly FigureRow[];
}

/** Every record that a figure rests on, each once, in the order of the rows. */
export const recordsOf = ({ rows }: Pick<DrawnFigure, "rows">): string[] => [
  ...new Set(rows.flatMap((row) => row.evidence))
];

/** What a reader can take of a figure, as links that work without scripts; the table is further down the figure. */
export function downloads(name: string): string {
  const link = (file: FigureFile, words: string): string => `<a href="./${figurePath(name, file)}">${words}</a>`;
  return `${link(FigureFile.table, "Data")} <a href="#${name}-data">Table</a> ${link(FigureFile.drawing, "SVG")} ${link(FigureFile.picture, "PNG")} ${link(FigureFile.code, "Code")}`;
}

/** A figure's table, the accessible equivalent of its drawing, folded: every row, every value. A column that is empty is left out. */
export function tableOf({ figure, rows }: DrawnFigure, notebook: Notebook): string {
  const { name } = figure;
  const columns = figure.columns.filter(({ text }, place) => place === 0 || rows.some((row) => text(row) !== ""));
  const caption = esc(figure.words(rows).title);
  const aligned = ({ align }: FigureColumn<FigureRow>): string => (align === "end" ? ' class="end"' : "");
  const head = columns.map((column) => `<th scope="col"${aligned(column)}>${esc(column.label)}</th>`);
  const mixed = new Set(
    columns.filter(({ amount }) => amount && new Set(rows.map((row) => amount(row)?.unit)).size > 1)
  );
  const sortedBy = (column: FigureColumn<FigureRow>, row: FigureRow): string =>
    sortAttributes(column, row, mixed.has(column));
  const body = rows.map((row) => {
    const [first, ...rest] = columns;
    if (!first) return "";
    return `<tr><th scope="row"${sortedBy(first, row)}>${esc(first.text(row))}</th>${rest.map((column) => `<td${aligned(column)}${sortedBy(column, row)}>${esc(column.text(row))}</td>`).join("")}</tr>`;
  });
  return `<details class="${Part.figureTable}"><summary>Hide table</summary><div class="scroll" id="${name}-data" tabindex="0" role="region" aria-label="${caption}, table"><table><caption class="vh">${caption}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>
<p>These rows as <a href="./${figurePath(name, FigureFile.table)}">CSV</a>, <a href="./${figurePath(name, FigureFile.rows)}">JSON</a>, <a href="./${figurePath(name, FigureFile.typed)}">Parquet</a> or <a href="./${figurePath(name, FigureFile.workbook)}">XLSX</a>, with the drawing as a <a href="./${figurePath(name, FigureFile.module)}">JavaScript module</a>; the figure’s citation as ${citationLinks(`figures/${name}`)}</p>${embedding(name, figure.words(rows).title, notebook)}</details>`;
}

/** How to show a figure on another page, once it is known where it is. */
function embedding(name: string, title: string, notebook: Notebook): string {
  const code = embedCode(name, title, notebook);
  return code === undefined ? "" : `<p>To show it on another page: <code>${esc(code)}</code></p>`;
}

/** How high the frame of a figure on another page has to be: room for a drawing on a phone with its words. */
export const frameHeight = 720;

/** What another page writes to show a figure. Undefined until it is known where the notebook is published. */
export function embedCode(name: string, title: string, notebook: Notebook): string | undefined {
  const address = fullAddress(embedPath(name), notebook);
  return address === undefined
    ? undefined
    : `<iframe src="${esc(address)}" title="${esc(title)}" width="100%" height="${frameHeight}" style="border:0" loading="lazy"></iframe>`;
}

/** What a cell is sorted by, where that is not its words. */
function sortAttributes<Row>({ text, value, amount }: FigureColumn<Row>, row: Row, isMixed: boolean): string {
  if (!value && !amount) return "";
  const given = amount?.(row) ?? null;
  const key = String((given ? sortNumber(given) : value?.(row)) ?? "");
  const sortedBy = key === text(row) ? "" : ` ${Data.value}="${esc(key)}"`;
  return isMixed ? `${sortedBy} ${Data.unit}="${esc(given?.unit ?? "")}"` : sortedBy;
}

/** Makes the lines of each group in a drawing one path, where they differ only in their place: that is a third of the text. */
export function joinLines(drawing: Element): void {
  for (const group of drawing.querySelectorAll("g")) {
    const lines = [...group.children];
    if (lines.length < 2 || !lines.every(isPlainLine)) continue;
    const path = group.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", lines.map(lineTo).join(""));
    group.replaceChildren(path);
  }
}

const isPlainLine = (element: Element): boolean =>
  element.localName === "line" && element.getAttributeNames().every((name) => /^[xy][12]$/.test(name));

function lineTo(line: Element): string {
  const [x1, x2, y1, y2] = ["x1", "x2", "y1", "y2"].map((name) => line.getAttribute(name) ?? "0");
  return `M${x1},${y1}${x1 === x2 ? `V${y2}` : y1 === y2 ? `H${x2}` : `L${x2},${y2}`}`;
}

/**
 * A figure in its frame: rule, title, subtitle, drawing at three widths, notes, source, actions, table. Everything is in
 * the HTML; the style sheet shows the drawing that fits.
 */
export function figureBlock(
  { figure, rows }: DrawnFigure,
  { number, wide, notebook, document }: { number: string; wide: boolean; notebook: Notebook; document: Document }
): string {
  const words = figure.words(rows);
  const { name } = figure;
  const evidence = recordsOf({ rows });
  const drawings = drawFigure({ figure, rows }, document, wide).map(
    // Its height, by which a drawing that is far from the reader keeps its room without being laid out.
    ({ size, text }) =>
      `<div class="drawing ${size}" style="contain-intrinsic-height:${figure.height(size, rows)}px">${text}</div>`
  );
  return `<figure class="fig${wide ? " wide" : ""}" id="${name}" ${Data.figure}="${name}" ${Data.version}="${fingerprint(plain(JSON.stringify(rows)))}" aria-labelledby="${name}-title" aria-describedby="${name}-words">
<figcaption><h3 id="${name}-title">${esc(words.title)}</h3>
<p class="subtitle">${esc(words.subtitle)}</p>
${words.howToRead ? `<p class="how">${esc(words.howToRead)}</p>` : ""}
<p class="vh" id="${name}-words">${esc(words.description)}</p></figcaption>
<div class="${Part.drawings}">${drawings.join("\n")}</div>
${notesUnder(words.notes, evidence, notebook)}
<div class="${Part.actions}">${downloads(name)} ${evidenceButton(name, evidence, notebook)} ${citeButton(words.title, notebook, name)} <a class="${Part.figureLink}" href="#${name}" title="Link to this figure">${esc(number)}</a></div>
${tableOf({ figure, rows }, notebook)}
${evidencePanel(name, evidence, notebook)}
</figure>`;
}

const wideWidth = 1134;

/** A figure as it is drawn at each width of a page. */
export function drawFigure(drawnFigure: DrawnFigure, document: Document, wide = false): { size: Size; text: string }[] {
  return sizes.map((size) => {
    const width = wide && size === "lg" ? wideWidth : staticWidth[size];
    return { size, text: drawingAt(drawnFigure, { width, size, document }) };
  });
}

/** Drawings by what they are drawn from: under most choices of a reader a figure's rows are the same. */
const drawings = new WeakMap<object, Map<string, string>>();

/** A figure drawn for a width, as text. */
export function drawingAt({ figure, rows }: DrawnFigure, canvas: Canvas): string {
  const known = drawings.get(figure) ?? new Map<string, string>();
  drawings.set(figure, known);
  const key = `${canvas.width} ${canvas.size} ${JSON.stringify(rows)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const drawing = figure.draw(rows, canvas);
  drawing.setAttribute("aria-labelledby", `${figure.name}-title`);
  joinLines(drawing);
  const text = drawingText(drawing);
  known.set(key, text);
  return text;
}

/** Where positions and events stand in full, with what each rests on: null where no page has them. Undefined for numbers. */
function listOf(ids: readonly string[], { site, fact, event }: Notebook): string | null | undefined {
  if (ids.every((id) => fact(id)?.kind === "position")) return site.link("speakers", "speakers");
  return ids.every((id) => event(id)) ? site.link("timeline", "events") : undefined;
}

/** Positions and events are read where they stand in full; numbers open a list of what is drawn. */
function evidenceButton(name: string, ids: readonly string[], notebook: Notebook): string {
  const list = listOf(ids, notebook);
  if (list === null) return "";
  return list === undefined
    ? opener(Part.number, `${name}-evidence`, "Evidence")
    : `<a class="${Part.number}" href="${list}">Evidence</a>`;
}

function evidencePanel(name: string, ids: readonly string[], notebook: Notebook): string {
  if (listOf(ids, notebook) !== undefined) return "";
  const numbers = ids.map((id) => {
    const fact = notebook.fact(id);
    if (!fact || fact.kind === "position") throw new Error(`figure ${name} rests on ${id}, which is no number`);
    return fact;
  });
  const long = longSeries(numbers);
  const items = numbers.flatMap((fact) => {
    const cells = (fact.kind === "figure" && long.get(fact.row.series ?? "")) || [];
    const place = cells.indexOf(fact);
    if (place > 0 && place < cells.length - 1) return place === 1 ? [cellsBetween(cells, notebook)] : [];
    return [
      `<li>${evidenceTrigger(fact.row.id, numberText(fact, "full", notebook))} <small>${esc(whoSays(fact, notebook))}</small></li>`
    ];
  });
  return `<div popover id="${name}-evidence" class="${Part.evidence} panel">${closer(name)}
<h4 tabindex="-1" autofocus>Every number drawn</h4><ol>${items.join("\n")}</ol></div>`;
}

type NumberFact = Exclude<Fact, { kind: "position" }>;

/** A long table would fill the page with evidence: of so many cells the first and last open theirs. */
const mostCells = 40;

function longSeries(facts: readonly NumberFact[]): Map<string, NumberFact[]> {
  const series = new Map<string, NumberFact[]>();
  for (const fact of facts)
    if (fact.kind === "figure" && fact.row.series)
      series.set(fact.row.series, [...(series.get(fact.row.series) ?? []), fact]);
  return new Map([...series].filter(([, cells]) => cells.length > mostCells));
}

/** The cells of a long series between its first and last, as a link to the release's page, where each is a record. */
function cellsBetween(cells: readonly NumberFact[], { site }: Notebook): string {
  const [, first, ...rest] = cells;
  const last = rest.at(-2);
  if (first?.kind !== "figure" || last?.kind !== "figure") return "";
  const words = `${cells.length - 2} more, ${first.row.period} to ${last.row.period}`;
  const address = site.record(first.row);
  return `<li>${address === null ? words : `<a href="${address}">${words}</a>`} <small>${esc(first.row.place ?? "")}</small></li>`;
}

function whoSays(fact: NumberFact, notebook: Notebook): string {
  if (fact.kind === "derived") return "our arithmetic";
  const { publisher_name, edition } = notebook.source(fact.row.source);
  return fact.row.speaker_name === publisher_name
    ? [publisher_name, edition].filter(Boolean).join(", ")
    : `${fact.row.speaker_name}, in ${publisher_name}`;
}

/** What a page's figure is called by its place on the page: "Figure 2.1" in a chapter, "Figure 1" elsewhere. */
export function figureLabel(path: string, place: number, { pages }: Site): string {
  const chapter = pages.find((page) => page.path === path)?.chapter ?? null;
  return `Figure ${chapter === null ? "" : `${chapter}.`}${place}`;
}
