import { htmlEscape as esc } from "escape-goat";
import type { QuantityRow } from "../tables/figures.ts";
import type { SourceRow } from "../tables/sources.ts";
import { capitalised, dateText, publishedText } from "../words/words.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { linked } from "./site.ts";

/** A count with its noun: "1 figure", "1,287 figures". */
export const counted = (count: number, thing: string): string =>
  `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;

/** Items by what they have in common, both in the order in which they first come. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The cells of each table among figures, by the table's id. */
export const tablesAmong = (rows: readonly QuantityRow[]): ReturnType<typeof groupBy<QuantityRow, string>> =>
  groupBy(
    rows.filter((row): row is QuantityRow & { series: string } => row.series !== null),
    ({ series }) => series
  );

/** What a figure counts, by metric and basis: "production, basis not stated". Where one names the other it stands alone. */
export function measureText({ metric_label, basis_label }: Pick<QuantityRow, "metric_label" | "basis_label">): string {
  if (basis_label.includes(metric_label)) return basis_label;
  return metric_label.includes(basis_label) ? metric_label : `${metric_label}, ${basis_label}`;
}

/** Paragraphs in order, three or more in a row as one: "¶2", "¶5", "¶9–14". */
export function paragraphRuns(paragraphs: readonly number[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const paragraph of [...paragraphs].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === paragraph - 1) run.last = paragraph;
    else runs.push({ first: paragraph, last: paragraph });
  }
  return runs.flatMap(({ first, last }) => {
    if (last === first) return [`¶${first}`];
    return last === first + 1 ? [`¶${first}`, `¶${last}`] : [`¶${first}–${last}`];
  });
}

/** Where in its publication a figure stands: "¶9", or page and table of a release. */
export const placeText = ({ paragraph, place }: Pick<QuantityRow, "paragraph" | "place">): string =>
  paragraph === null ? (place ?? "").replace(/\b(pp?\.|Table) (?=\d)/g, "$1\u00a0") : `¶${paragraph}`;

/** Who said it and who passed it on: "Anna Minister → The Gazette". An outlet that speaks for itself is named once. */
export function saidBy(
  { speaker, chain, chain_inferred }: Pick<QuantityRow, "speaker" | "chain" | "chain_inferred">,
  notebook: Notebook
): string {
  const names = [speaker, ...chain.filter((id) => id !== speaker)].map((id) => notebook.speaker(id).name);
  return names.join(" → ") + (chain_inferred === null ? "" : " (inferred)");
}

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
    ["Title", source.title_known ? "as published" : "not known; the one above is ours"],
    ["Authors", source.authors === null ? unknown : esc(source.authors.join(", "))],
    ["Published", esc([publishedText(source), source.published_note].filter(Boolean).join(". "))],
    ...(source.edition === null ? [] : [["Edition", esc(source.edition)] satisfies [string, string]]),
    ...nextEdition(source, notebook),
    [
      "Address",
      source.url === null
        ? source.reading === "text"
          ? "not on the web"
          : "each statement has its own"
        : `<a href="${esc(source.url)}">${esc(source.url)}</a>`
    ],
    ["Read", readings[source.reading]],
    ...hashRow(source),
    ["Licence", esc(source.licence ?? "under copyright; not republished here")],
    ...(source.text_note === null ? [] : [["As found", esc(source.text_note)] satisfies [string, string]])
  ];
  return `<dl class="known">${rows.map(([term, words]) => `<dt>${term}</dt><dd>${words}</dd>`).join("\n")}</dl>`;
}

/** When the next edition is due and who says so, or which one has come since. */
function nextEdition({ id, next_due, next_due_note, next_due_url }: SourceRow, notebook: Notebook): [string, string][] {
  const later = laterEdition(id, notebook);
  if (later)
    return [["Later edition", linked(notebook.site.link("source-index", later.id), esc(later.edition ?? later.title))]];
  if (next_due === null) return [];
  const said = `${esc(next_due_note ?? "")} <a href="${esc(next_due_url ?? "")}">Where that is said</a>`;
  return [["Next edition", `due in ${dateText(next_due)}. ${said}`]];
}

export const laterEdition = (id: string, { tables }: Notebook): SourceRow | undefined =>
  tables.sources.rows.find(({ supersedes }) => supersedes === id);

/** A text is known by its hash; of a release no text is kept. */
const hashRow = ({ text_sha256 }: SourceRow): [string, string][] =>
  text_sha256 === null ? [] : [["Text, SHA-256", `<code>${text_sha256}</code>`]];

function languageOf({ language, translated }: SourceRow): string {
  const name = languageName.of(language) ?? language;
  return translated === null ? name : `${name}, translated ${translated}`;
}

/** What a source contributes, in a sentence. */
export function sourceSummary({ publisher_name, edition, figures, positions }: SourceRow): string {
  const held = [counted(figures, "figure"), ...(positions > 0 ? [counted(positions, "position")] : [])].join(" and ");
  return `${capitalised([publisher_name, edition].filter(Boolean).join(", "))}: ${held} as records.`;
}

/** The source whose page a path is; undefined for any other page. */
export const findSource = (path: string, { tables, site }: Notebook): SourceRow | undefined =>
  tables.sources.rows.find(({ id }) => site.sourcePath(id) === path);
