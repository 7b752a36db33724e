import { htmlEscape as esc } from "escape-goat";
import { dateText } from "../words/words.ts";
import { correctedNotice } from "./changes-page.ts";
import { Data } from "./contract.ts";
import type { Notebook } from "./notebook.ts";
import { describePage } from "./shell.ts";

/** "The authors of X, “A chapter”, X, 22 November 2026, CC BY 4.0." What is not known is left out. */
export function citation(title: string, { site }: Notebook): string {
  const { authors = [], published, updated = published, licence } = site.options;
  const day = updated === undefined ? undefined : dateText(updated);
  const own = title === site.title ? [] : [`“${title.replaceAll("\u2060", "")}”`];
  return `${[...authors, ...own, site.title, day, licence].filter(Boolean).join(", ")}.`;
}

/** A button that copies how to cite a page, or the part of it at `#at`. It needs scripts, and is not shown without. */
export const citeButton = (title: string, notebook: Notebook, at?: string): string =>
  `<button type="button" class="cite" ${Data.cite}="${esc(citation(title, notebook))}"${at === undefined ? "" : ` data-at="#${at}"`}>${at === undefined ? "Copy citation" : "Cite"}</button>`;

/**
 * Who signs a page, when it was published and last changed, whether it once showed something wrong, under which licence it
 * is, and how it is cited.
 */
export function imprint(path: string, notebook: Notebook): string {
  const { authors = [], published, updated, licence } = notebook.site.options;
  const { page, name } = describePage(path, notebook);
  const notice = correctedNotice(path, notebook);
  const facts = [
    authors.length > 0 ? `By ${authors.join(", ")}` : "",
    published === undefined ? "" : `Published ${dateText(published)}`,
    updated === undefined || updated === published ? "" : `Updated ${dateText(updated)}`,
    licence ?? ""
  ].filter(Boolean);
  const signed =
    page?.aside || facts.length === 0
      ? ""
      : `<p>${facts.map((fact) => `<span>${esc(fact)}</span>`).join(" ")}</p><p class="meta">Cite as: ${esc(citation(name, notebook))} ${citeButton(name, notebook)}</p>`;
  return notice || signed ? `<div class="imprint">${notice}${signed}</div>` : "";
}
