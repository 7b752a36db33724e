import { htmlEscape as esc } from "escape-goat";
import type { QuantityRow } from "../tables/figures.ts";
import type { PositionRow } from "../tables/positions.ts";
import type { SourceRow } from "../tables/sources.ts";
import { capitalised, periodText, publishedText } from "../words/words.ts";
import { claimPath } from "./addresses.ts";
import { dataTables } from "./data-tables.ts";
import { passageLink } from "./evidence.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { pageWithFigures, type RecordContext, useLinks, usesOf } from "./record-uses.ts";
import { seriesRecord } from "./series-record.ts";
import { linked } from "./site.ts";
import { kindKey, releasesHeading } from "./source-list.ts";
import { counted, findSource, placeText, saidBy, sourceFacts, sourceSummary, tablesAmong } from "./sources.ts";
import { asData, evidenceTrigger, numberText } from "./tokens.ts";

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
