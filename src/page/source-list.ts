import { htmlEscape as esc } from "escape-goat";
import { capitalised } from "../charts/format.ts";
import { publishedText } from "./dates.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";

/** The publications, each with its kind, date and what it contributes; under them the key of kinds. */
export function sourceList(notebook: Notebook): string {
  const items = notebook.tables.sources.rows.map(
    (source) =>
      `<li>${kindSymbol(source.kind)}<div><p class="title"><a href="${esc(source.url)}">${esc(source.title)}</a></p>
<p class="meta">${esc([source.publisher_name, notebook.kindLabel(source.kind), publishedText(source), source.title_known ? "" : "headline not known", source.translated ? `translated ${source.translated}` : ""].filter(Boolean).join(" · "))}</p></div>
<p class="count">${source.figures} figures, ${source.positions} positions</p></li>`
  );
  return `${kindKey(notebook)}<ul class="sources">${items.join("\n")}</ul>`;
}

/** What each symbol means: filled for voices of a state, open for everyone else. */
export function kindKey(notebook: Notebook): string {
  const kinds = notebook.kinds.map(({ id, label }) => `<li>${kindSymbol(id)} ${esc(capitalised(label))}</li>`);
  return `<ul class="kinds" aria-label="What the symbols mean">${kinds.join("")}</ul>`;
}
