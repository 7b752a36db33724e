import { htmlEscape as esc } from "escape-goat";
import { capitalised } from "../charts/words/format.ts";
import { publishedText } from "../charts/words/published-text.ts";
import type { SourceRow } from "../tables/sources.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";

const unknown = "not known";
const languageName = new Intl.DisplayNames("en", { type: "language" });

const readings: Readonly<Record<SourceRow["reading"], string>> = {
  text: "transcribed whole, every quantity and position",
  original: "the release itself",
  "original-not-kept": "the page itself; no copy was kept",
  "second-hand": "on pages of others only"
};

/** What is known of a source, a term each; what is not known says so. */
export function sourceFacts(source: SourceRow, notebook: Notebook): string {
  const rows: [string, string][] = [
    ["Publisher", esc(source.publisher_name)],
    ["Kind", `${kindSymbol(source.kind)} ${esc(capitalised(notebook.kindLabel(source.kind)))}`],
    ["Country", esc(source.country_name ?? unknown)],
    ["Language", esc(languageOf(source))],
    ["Title", source.title_known ? "its own" : "not known; the one above is ours"],
    ["Authors", source.authors === null ? unknown : esc(source.authors.join(", "))],
    ["Published", esc([publishedText(source), source.published_note].filter(Boolean).join(". "))],
    ...(source.edition === null ? [] : [["Edition", esc(source.edition)] satisfies [string, string]]),
    [
      "Address",
      source.url === null ? "each statement has its own" : `<a href="${esc(source.url)}">${esc(source.url)}</a>`
    ],
    ["Read", readings[source.reading]],
    ...hashRow(source),
    ["Licence", esc(source.licence ?? "under copyright; not republished here")],
    ...(source.text_note === null ? [] : [["As found", esc(source.text_note)] satisfies [string, string]])
  ];
  return `<dl class="known">${rows.map(([term, words]) => `<dt>${term}</dt><dd>${words}</dd>`).join("\n")}</dl>`;
}

/** A text is known by its hash; of a release no text is kept. */
const hashRow = ({ text_sha256 }: SourceRow): [string, string][] =>
  text_sha256 === null ? [] : [["Text, SHA-256", `<code>${text_sha256}</code>`]];

function languageOf({ language, translated }: SourceRow): string {
  const name = languageName.of(language) ?? language;
  return translated === null ? name : `${name}, translated ${translated}`;
}
