import { htmlEscape as esc } from "escape-goat";
import { elementId } from "../kit/figure.ts";
import type { SourceRow } from "../tables/sources.ts";
import { capitalised, dateText, publishedText } from "../words/words.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { linked } from "./site.ts";
import { counted, laterEdition } from "./sources.ts";

/**
 * What the notebook reads: the publications that were transcribed, then releases and further statements, each with its kind,
 * date or edition, and what it contributes. Over them the key of kinds.
 */
export function sourceList(notebook: Notebook): string {
  const { rows } = notebook.tables.sources;
  const texts = rows.filter(({ reading }) => reading === "text");
  const releases = rows.filter(({ reading }) => reading !== "text");
  return `${kindKey(notebook)}${group("The publications", texts, notebook)}${group(releasesHeading(releases), releases, notebook)}`;
}

/** What is read besides publications: releases, and collections of statements that were seen second-hand. */
export const releasesHeading = (sources: readonly SourceRow[]): string =>
  sources.some(({ url }) => url === null) ? "Releases and further statements" : "Releases";

function group(heading: string, sources: readonly SourceRow[], notebook: Notebook): string {
  if (sources.length === 0) return "";
  return `<h3 class="group">${heading}</h3><ul class="sources">${sources.map((source) => item(source, notebook)).join("\n")}</ul>`;
}

function item(source: SourceRow, notebook: Notebook): string {
  const title = esc(source.title);
  const meta = [
    capitalised(source.publisher_name),
    source.edition,
    notebook.kindLabel(source.kind),
    source.edition === null ? publishedText(source) : null,
    source.title_known ? null : "headline not known",
    source.translated === null ? null : `translated ${source.translated}`,
    source.reading === "second-hand" ? "seen second-hand" : null
  ];
  const positions = source.positions > 0 ? `, ${counted(source.positions, "position")}` : "";
  return `<li>${kindSymbol(source.kind)}<div><p class="title">${source.url === null ? title : `<a href="${esc(source.url)}">${title}</a>`}</p>
<p class="meta">${esc(meta.filter(Boolean).join("\u00a0· "))}</p></div>
<p class="count">${counted(source.figures, "figure")}${positions}</p></li>`;
}

/** What each symbol means: filled for voices of a state, open for everyone else. */
export function kindKey(notebook: Notebook): string {
  const kinds = notebook.kinds.map(({ id, label }) => `<li>${kindSymbol(id)} ${esc(capitalised(label))}</li>`);
  return `<ul class="kinds" aria-label="What the symbols mean">${kinds.join("")}</ul>`;
}

/** The publications that a page rests on, those with most facts first, each with how many of its records the page shows. */
export function sourcesOfPage(html: string, facts: readonly Fact[], notebook: Notebook): string {
  const counts = new Map<string, number>();
  for (const id of [...sourcesOfFacts(facts), ...sourcesOfPositions(html, notebook)])
    counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size === 0) return "";
  const items = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([id, count]) => {
      const source = notebook.source(id);
      return `<li>${kindSymbol(source.kind)} ${linked(notebook.site.link("source-index", id), esc(capitalised(source.publisher_name)))}, ${esc(editionText(source, notebook))}\u00a0· <small>${counted(count, "record")}</small></li>`;
    });
  return `<section class="page-sources" aria-labelledby="page-sources"><h2 id="page-sources">Sources of this page</h2><ol>${items.join("")}</ol></section>`;
}

/** The edition of a source, when it appeared, and when the next is due; of a publication the date. */
function editionText(source: SourceRow, notebook: Notebook): string {
  if (source.edition === null) return publishedText(source);
  const next = laterEdition(source.id, notebook)
    ? ["a later edition is out"]
    : source.next_due === null
      ? []
      : [`the next is due in ${dateText(source.next_due)}`];
  return [`${source.edition}, published ${publishedText(source)}`, ...next].join("; ");
}

const sourcesOfFacts = (facts: readonly Fact[]): string[] =>
  facts.flatMap((fact) => (fact.kind === "derived" ? [] : [fact.row.source]));

/** Positions stand on a page in full, each with its anchor. */
function sourcesOfPositions(html: string, { tables }: Notebook): string[] {
  const anchors = new Set([...html.matchAll(/<li id="([^"]+)"/g)].map(([, id]) => id));
  return tables.positions.rows.filter(({ id }) => anchors.has(elementId(id))).map(({ source }) => source);
}
