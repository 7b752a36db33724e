import { htmlEscape as esc } from "escape-goat";
import { capitalised } from "../charts/words/format.ts";
import { publishedText } from "../charts/words/published-text.ts";
import type { SourceRow } from "../tables/sources.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";

/**
 * What the notebook reads: the publications that were transcribed, then releases and further statements, each with its kind,
 * date or edition, and what it contributes. Over them the key of kinds.
 */
export function sourceList(notebook: Notebook): string {
  const { rows } = notebook.tables.sources;
  const texts = rows.filter(({ reading }) => reading === "text");
  const releases = rows.filter(({ reading }) => reading !== "text");
  return `${kindKey(notebook)}${group("The publications", texts, notebook)}${group("Official statistics and further statements", releases, notebook)}`;
}

function group(heading: string, sources: readonly SourceRow[], notebook: Notebook): string {
  if (sources.length === 0) return "";
  return `<h3 class="group">${heading}</h3><ul class="sources">${sources.map((source) => item(source, notebook)).join("\n")}</ul>`;
}

function item(source: SourceRow, notebook: Notebook): string {
  const title = esc(source.title);
  const meta = [
    source.publisher_name,
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

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** What each symbol means: filled for voices of a state, open for everyone else. */
export function kindKey(notebook: Notebook): string {
  const kinds = notebook.kinds.map(({ id, label }) => `<li>${kindSymbol(id)} ${esc(capitalised(label))}</li>`);
  return `<ul class="kinds" aria-label="What the symbols mean">${kinds.join("")}</ul>`;
}
