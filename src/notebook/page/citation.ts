import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { htmlEscape as esc } from "escape-goat";
import { dateText } from "../words/words.ts";
import { correctedNotice } from "./changes-page.ts";
import { Data } from "./contract.ts";
import { canonicalAddress } from "./metadata.ts";
import type { Notebook } from "./notebook.ts";
import { describePage } from "./shell.ts";
import { notebookPath, pageFile } from "./site.ts";

/** "The authors of X, “A chapter”, X, 22 November 2026, CC BY 4.0." What is not known is left out, and a title that the notebook's begins with. */
export function citation(title: string, { site }: Notebook): string {
  const { authors = [], published, updated = published, licence } = site.options;
  const day = updated === undefined ? undefined : dateText(updated);
  const own = site.title.startsWith(title) ? [] : [`“${title.replaceAll("\u2060", "")}”`];
  return `${[...authors, ...own, site.title, day, licence].filter(Boolean).join(", ")}.`;
}

/** What can be cited: a page, a figure, a table, a claim. */
export interface Citable {
  /** Its name among all that can be cited, for the keys of reference managers: "figure-century". */
  id: string;
  /** Its address from the site's root, with a fragment where it is part of a page; "/century" or "/harvest#yields". */
  path: string;
  title: string;
  type: "webpage" | "graphic" | "dataset";
}

/** How a thing is cited: in a sentence, and in the formats that reference managers read. */
export interface Citations {
  text: string;
  bibtex: string;
  ris: string;
  /** An item of CSL-JSON. */
  csl: object;
}

export function citationsOf({ id, path, title, type }: Citable, notebook: Notebook): Citations {
  const { site } = notebook;
  const { authors = [], published, updated = published, licence } = site.options;
  const [place = "/", fragment] = path.split("#");
  const url = canonicalAddress(place, notebook);
  // RIS breaks long lines where it likes, and knows a field by two spaces and a hyphen.
  const own = title.replaceAll("\u2060", "").replace(/\s+/g, " ");
  const csl = {
    id,
    type,
    title: own,
    ...(own === site.title ? {} : { "container-title": site.title }),
    ...(authors.length > 0 ? { author: authors.map((literal) => ({ literal })) } : {}),
    ...(updated === undefined ? {} : { issued: { "date-parts": [updated.split("-").map(Number)] } }),
    ...(url === undefined ? {} : { URL: fragment === undefined ? url : `${url}#${fragment}` }),
    ...(licence === undefined ? {} : { note: licence })
  };
  const cite = new Cite(csl, { generateGraph: false });
  return {
    text: citation(title, notebook),
    bibtex: cite.format("bibtex").trim(),
    ris: cite.format("ris").trim(),
    csl
  };
}

/** Links to the files that a reference manager takes of a thing. */
export const citationLinks = (id: string): string =>
  `<a href="./cite/${id}.bib">BibTeX</a>, <a href="./cite/${id}.ris">RIS</a> or <a href="./cite/${id}.json">CSL-JSON</a>`;

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
    authors.length > 0 ? `By ${authors.join(", ").replace(/^The /, "the ")}` : "",
    published === undefined ? "" : `Published ${dateText(published)}`,
    updated === undefined || updated === published ? "" : `Updated ${dateText(updated)}`,
    licence ?? ""
  ].filter(Boolean);
  const signed =
    page?.aside || facts.length === 0
      ? ""
      : `<p>${facts.map((fact) => `<span>${esc(fact)}</span>`).join(" ")}</p><p class="meta">Cite as: ${esc(citation(name, notebook))}</p><p>${citeButton(name, notebook)} <span>As a file: ${citationLinks(pageFile(path.replace(/\/index$/, "/")))}</span></p>`;
  // Browsers would show the file, and have nothing to show.
  const away =
    page && page.chapter !== null
      ? `<p>To take it further: <a href="./${notebookPath(page)}" download>this chapter as a notebook</a> for <a href="https://observablehq.com/notebook-kit/">Observable Notebook Kit</a>, with each figure’s rows and code.</p>`
      : "";
  const whole = notice + signed + away;
  return whole && `<div class="imprint">${whole}</div>`;
}
