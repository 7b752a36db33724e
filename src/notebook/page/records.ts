import { htmlEscape as esc } from "escape-goat";
import { cellText } from "../tables/csv.ts";
import type { QuantityRow } from "../tables/figures.ts";
import type { PositionRow } from "../tables/positions.ts";
import type { SourceRow } from "../tables/sources.ts";
import type { Table } from "../tables/table.ts";
import { capitalised, noBreakSpace, periodText, publishedText } from "../words/words.ts";
import { claimPath } from "./addresses.ts";
import { citationLinks } from "./citation.ts";
import { passageLink } from "./evidence.ts";
import { figureLabel } from "./figure-block.ts";
import { kindSymbol } from "./kind-symbol.ts";
import { recordsOfModel } from "./model-block.ts";
import type { Notebook } from "./notebook.ts";
import { linked } from "./site.ts";
import {
  counted,
  findSource,
  groupBy,
  kindKey,
  measureText,
  placeText,
  releasesHeading,
  saidBy,
  sourceFacts,
  sourceSummary,
  tablesAmong
} from "./sources.ts";
import { asData, evidenceTrigger, expandTokens, findTokens, numberText } from "./tokens.ts";

/** Every correction of a source: what it printed, what holds, why, and who corrected it. */
export function corrections(notebook: Notebook): string {
  const items = notebook.tables.figures.rows.flatMap((row) =>
    row.correction === null
      ? []
      : [
          `<li>${esc(`${row.subject_name}, ${row.metric_label}, ${(row.edition ?? "").replace(/, version .*$/, "")}`)}: printed as ${esc(row.printed)}; corrected to ${evidenceTrigger(row.id, numberText({ kind: "figure", row }, "full", notebook))}. ${esc(row.correction)}</li>`
        ]
  );
  return items.length === 0 ? "<p>None so far.</p>" : `<ul>${items.join("\n")}</ul>`;
}

/** Every table with its rows counted, its files, its columns described, and its first rows. */
function dataTables({ tables }: Notebook): string {
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

/** A page that uses a record, and the figure of the page that draws it, or null where the text does. */
interface RecordUse {
  path: string;
  figure: { name: string; label: string } | null;
}

/** The uses of each record, by its id. */
export type RecordUses = ReadonlyMap<string, readonly RecordUse[]>;

/**
 * Where each record is used: in the numbers of a page's text, in the rows of its figures, or in a block that shows a whole
 * table. A derived quantity uses what it rests on.
 */
export function recordUses(notebook: Notebook): RecordUses {
  const uses = new Map<string, RecordUse[]>();
  const note = (ids: Iterable<string>, use: RecordUse): void => {
    for (const id of new Set(withInputs(ids, notebook))) uses.set(id, [...(uses.get(id) ?? []), use]);
  };
  for (const { path, text } of notebook.site.pages) {
    const blocks = [...text.matchAll(/^```(\S+)[ \t]*(\S*)/gm)].map(([, block = "", name = ""]) => ({ block, name }));
    const shown = blocks.flatMap(({ block, name }) => shownBy(block, name, notebook));
    note([...namedIn(text), ...shown], { path, figure: null });
    for (const [place, { name }] of blocks.filter(({ block }) => block === "figure").entries()) {
      note(drawnBy(name, notebook), { path, figure: { name, label: figureLabel(path, place + 1, notebook.site) } });
    }
  }
  return uses;
}

/** Records that a figure draws. One that cannot be made, which the check has told of, draws none. */
function drawnBy(name: string, { figures, tables }: Notebook): string[] {
  const figure = figures.find((candidate) => candidate.name === name);
  try {
    return figure?.select(tables).flatMap(({ evidence }) => evidence) ?? [];
  } catch {
    return [];
  }
}

/** Records that tokens and key numbers name. */
const namedIn = (text: string): string[] => [
  ...findTokens(text).map(({ id }) => id),
  ...[...text.matchAll(/^- number: (\S+)$/gm)].map(([, id = ""]) => id)
];

/** Records that a block shows which shows a whole table, or those of a model. */
function shownBy(block: string, name: string, { tables, models }: Notebook): string[] {
  switch (block) {
    case "model":
      return models.filter((model) => model.name === name).flatMap(recordsOfModel);
    case "speakers":
      return tables.positions.rows.map(({ id }) => id);
    case "disagreements":
      return tables.comparisons.rows.flatMap(({ figures, positions }) => [...figures, ...positions]);
    case "verdicts":
      return tables.verdicts.rows.flatMap(({ rests_on }) => rests_on);
    case "timeline":
      return tables.events.rows.map(({ id }) => id);
    case "corrections":
      return tables.figures.rows.flatMap(({ id, correction }) => (correction === null ? [] : [id]));
    default:
      return [];
  }
}

/** Those of the ids that are records, each with the figures that a derived one rests on; of events what tells of them. */
function* withInputs(ids: Iterable<string>, notebook: Notebook): Generator<string> {
  for (const id of ids) {
    yield* withInputs(notebook.event(id)?.passages ?? [], notebook);
    const fact = notebook.fact(id);
    if (!fact) continue;
    yield fact.row.id;
    if (fact.kind === "derived") yield* withInputs(fact.row.inputs, notebook);
  }
}

/** The records of the ledger, and where the pages use them. */
interface RecordContext {
  notebook: Notebook;
  uses: RecordUses;
}

/** Where one record is used, each page and figure a link; a plain word where nothing uses it. */
export function useLinks(uses: readonly RecordUse[], notebook: Notebook): string {
  if (uses.length === 0) return "not used on a page";
  const byPath = groupBy(uses, ({ path }) => path);
  return [...byPath].map(([path, there]) => pageWithFigures(path, there, notebook)).join("; ");
}

/** A page's name as a link, then the figures of it that are meant. */
function pageWithFigures(path: string, uses: readonly RecordUse[], notebook: Notebook): string {
  const page = notebook.site.pages.find((candidate) => candidate.path === path);
  const name = page ? expandTokens(page.short, notebook) : path;
  const figures = new Map(uses.flatMap(({ figure }) => (figure ? [[figure.label, figure.name] as const] : [])));
  const links = [...figures]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([label, id]) => `, <a href=".${path}#${id}">${label.replace(" ", noBreakSpace)}</a>`);
  return `<a href=".${path}">${esc(name)}</a>${links.join("")}`;
}

/** What this notebook calculates, a record each: the sum, what goes in, and where the result is used. */
function derivedRecords({ notebook, uses }: RecordContext): string {
  const items = notebook.tables.derived.rows.map((row) => {
    const inputs = row.inputs.map((id) => {
      const input = notebook.quantity(id);
      return linked(notebook.site.record(input.row), esc(numberText(input, "full", notebook)));
    });
    return `<li id="${row.id}"><p class="amount">${esc(numberText({ kind: "derived", row }, "full", notebook))}</p>
<p>${esc(row.explanation)}</p>
<p class="meta">${esc(row.formula)}, from ${inputs.join(", ")}</p>
<p class="meta">${useLinks(uses.get(row.id) ?? [], notebook)} · <a href="./${claimPath(row.id)}"><code>${row.id}</code></a></p></li>`;
  });
  return `<ol class="records">${items.join("\n")}</ol>`;
}

/** A figure's record in full: what was printed, how it is read, who said it, on which basis, and where it is used. */
function figureRecord(figure: QuantityRow, { notebook, uses }: RecordContext): string {
  const counts = [
    `${figure.subject_name}, ${figure.metric_label}`,
    figure.basis_label,
    figure.form === null ? null : notebook.formLabel(figure.form),
    figure.period === null
      ? "time not stated"
      : `${periodText(figure.period)}${figure.period_inferred === null ? "" : " (inferred)"}`,
    [figure.status, figure.voice, ...figure.marks].join(", "),
    figure.condition === null ? null : `on a condition: ${figure.condition}`
  ];
  const link = passageLink(figure);
  const place = [placeText(figure), ...figure.also.map((paragraph) => `¶${paragraph}`)].filter(Boolean).join(", ");
  return `<li id="${figure.id}"><p class="amount">${esc(figure.printed)}</p>
<p>${esc(figure.says)}</p>
<p class="meta">${kindSymbol(figure.speaker_kind)} ${esc(saidBy(figure, notebook))} · ${linked(link === null ? null : esc(link), esc(place || (link === null ? "" : "open the page")))}</p>
<p class="meta">${esc(counts.filter(Boolean).join(" · "))}</p>
<p class="meta">As data: ${esc(asData(figure, notebook))} · ${useLinks(uses.get(figure.id) ?? [], notebook)} · <a href="./${claimPath(figure.id)}"><code>${figure.id}</code></a></p></li>`;
}

/** A position's record: the stance in a word, who takes it, and what is said, in our words. */
function positionRecord(position: PositionRow, { notebook }: RecordContext): string {
  const paragraphs = [position.paragraph, ...position.also].join(", ¶");
  return `<li id="${position.id}"><p><b>${esc(position.topic_label)}, ${position.stance}:</b> ${esc(position.paraphrase)}</p>
<p class="meta">${kindSymbol(position.speaker_kind)} ${esc(saidBy(position, notebook))} · ${position.voice} · ¶${paragraphs}</p></li>`;
}

/**
 * Where a source's records are used: a line a page, in reading order, with how many of them it uses and the figures that
 * draw them; on the timeline the events that cite it. Before it how many of all are used.
 */
function sourceUses(sourceId: string, { notebook, uses }: RecordContext): string {
  const { figures, positions } = notebook.tables;
  const ids = [...figures.rows, ...positions.rows].filter(({ source }) => source === sourceId).map(({ id }) => id);
  const used = usesOf(ids, uses);
  const told = notebook.tables.events.rows.filter(({ passages }) =>
    passages.some((passage) => passage.startsWith(`${sourceId} `))
  );
  const items = notebook.site.pages.flatMap(({ path, blocks }) => {
    const here = used.map((own) => own.filter((use) => use.path === path));
    const records = here.filter((found) => found.length > 0).length;
    if (blocks.has("timeline") && records === 0 && told.length > 0)
      return [`<li>${pageWithFigures(path, [], notebook)}\u00a0· <small>${counted(told.length, "event")}</small></li>`];
    if (records === 0) return [];
    const link = pageWithFigures(path, here.flat(), notebook);
    return [`<li>${link}\u00a0· <small>${counted(records, "record")}</small></li>`];
  });
  const part = used.length === ids.length ? "all" : used.length;
  const records =
    used.length === 0 ? "No page uses a record of it." : `Pages use ${part} of its ${counted(ids.length, "record")}.`;
  return `<p>${records}</p>${items.length === 0 ? "" : `<ul>${items.join("")}</ul>`}`;
}

/** Every source in a section of its own: what it is, what it contributes, where it is used, and the way to its records. */
function sourceIndex(context: RecordContext): string {
  const { rows } = context.notebook.tables.sources;
  const texts = rows.filter(({ reading }) => reading === "text");
  const releases = rows.filter(({ reading }) => reading !== "text");
  return `${kindKey(context.notebook)}
<h2 id="publications">The publications</h2>${entries(texts, context)}
<h2 id="releases">${releasesHeading(releases)}</h2>${entries(releases, context)}`;
}

const entries = (sources: readonly SourceRow[], context: RecordContext): string =>
  `<div class="source-entries">${sources.map((source) => entry(source, context)).join("\n")}</div>`;

function entry(source: SourceRow, context: RecordContext): string {
  const facts = [
    capitalised(source.publisher_name),
    source.edition,
    context.notebook.kindLabel(source.kind),
    publishedText(source),
    source.title_known ? null : "headline not known",
    source.reading === "second-hand" ? "seen second-hand" : null
  ];
  const records = [
    counted(source.figures, "figure"),
    ...(source.positions > 0 ? [counted(source.positions, "position")] : [])
  ];
  const path = context.notebook.site.sourcePath(source.id);
  return `<section id="${source.id}"><h3>${esc(source.title)}</h3>
<p class="meta">${kindSymbol(source.kind)} ${esc(facts.filter(Boolean).join("\u00a0· "))}</p>
<p class="way">${path === null ? records.join(" and ") : linked(`.${path}`, `${records.join(" and ")} →`)}</p>
<div class="uses">${sourceUses(source.id, context)}</div></section>`;
}

/** A release's table as a table: the cells as printed, each with the anchor of its record. The longer side goes down. */
function seriesRecord(series: string, cells: readonly [QuantityRow, ...QuantityRow[]], context: RecordContext): string {
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

/** The uses of each of these records that is used. */
const usesOf = (ids: readonly string[], uses: RecordContext["uses"]): (readonly RecordUse[])[] =>
  ids.map((id) => uses.get(id)).filter((own) => own !== undefined);

/** How many cells are used, and where. */
function usesOfCells(cells: readonly QuantityRow[], { notebook, uses }: RecordContext): string {
  const used = usesOf(
    cells.map(({ id }) => id),
    uses
  );
  const links = useLinks(used.flat(), notebook);
  return used.length === 0 ? links : `${used.length} of ${counted(cells.length, "cell")} used: ${links}`;
}

/** The page of one source: what is known of it, where it is used, and every record of it. */
function sourceRecords(source: SourceRow, context: RecordContext): string {
  const { tables } = context.notebook;
  const figures = tables.figures.rows.filter((row) => row.source === source.id);
  const positions = tables.positions.rows.filter((row) => row.source === source.id);
  const single = figures.filter(({ series }) => series === null);
  const sources = context.notebook.site.link("source-index", source.id);
  const standing = single.map((figure) => figureRecord(figure, context));
  const taken = positions.map((position) => positionRecord(position, context));
  const tabled = [...tablesAmong(figures)].map(([series, cells]) => seriesRecord(series, cells, context));
  return `${sources === null ? "" : `<p class="kicker"><a href="${sources}">Sources</a></p>`}
<h1>${esc(source.title)}</h1>
<p>${esc(sourceSummary(source))}</p>
${sourceFacts(source, context.notebook)}
<h2 id="uses">Where it is used</h2><div class="uses">${sourceUses(source.id, context)}</div>
${section("figures", "Figures, as printed", standing)}
${tabled.length > 0 ? `<h2 id="tables">Tables, as printed</h2><p>Each cell has an address of its own, <code>#&lt;table&gt;.&lt;place&gt;.&lt;year&gt;</code>.</p>${tabled.join("\n")}` : ""}
${section("positions", "Positions, in our words", taken)}`;
}

const section = (id: string, heading: string, records: readonly string[]): string =>
  records.length === 0 ? "" : `<h2 id="${id}">${heading}</h2><ol class="records">${records.join("\n")}</ol>`;

/** The source whose page a path is. Throws where there is none. */
function sourceOfPath(path: string, notebook: Notebook): SourceRow {
  const source = findSource(path, notebook);
  if (!source) throw new Error(`${path} is the page of no source`);
  return source;
}

/** Names of the fences that show records as records, for those who check or take them. */
export const recordBlockNames = ["source-index", "source-records", "derived-records", "data-tables"] as const;

/** The HTML of a fence that shows records; undefined for any other fence. */
export function recordBlock(name: string, path: string, context: RecordContext): string | undefined {
  switch (name) {
    case "source-index":
      return sourceIndex(context);
    case "source-records":
      return sourceRecords(sourceOfPath(path, context.notebook), context);
    case "derived-records":
      return derivedRecords(context);
    case "data-tables":
      return dataTables(context.notebook);
    default:
      return undefined;
  }
}
