import { htmlEscape as esc } from "escape-goat";
import { passagePlace } from "../kit/attribution.ts";
import { elementId } from "../kit/figure.ts";
import type { QuantityRow } from "../tables/figures.ts";
import type { SourceRow } from "../tables/sources.ts";
import { capitalised, dateText, publishedText } from "../words/words.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";
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

const laterEdition = (id: string, { tables }: Notebook): SourceRow | undefined =>
  tables.sources.rows.find(({ supersedes }) => supersedes === id);

/** A text is known by its hash; of a release no text is kept. */
const hashRow = ({ text_sha256 }: SourceRow): [string, string][] =>
  text_sha256 === null ? [] : [["Text, SHA-256", `<code>${text_sha256}</code>`]];

function languageOf({ language, translated }: SourceRow): string {
  const name = languageName.of(language) ?? language;
  return translated === null ? name : `${name}, translated ${translated}`;
}

/** The publications that facts come from, each once with all its paragraphs or tables; then whose statements were heard. */
export function sourceLine(factIds: readonly string[], notebook: Notebook): string {
  return [
    ...citations(factIds, notebook).map((one) => `${linkedName(one)}${esc(one.rest)}`),
    ...heardIn(factIds, notebook).map((one) => `${linkedName(one)}${esc(one.rest)}, seen second-hand`)
  ].join("; ");
}

const linkedName = ({ publisher, url }: Citation): string =>
  url === null ? esc(publisher) : `<a href="${esc(url)}">${esc(publisher)}</a>`;

/** Who published them alone, each once, linked where that is one page. */
export function sourceNames(factIds: readonly string[], notebook: Notebook): string {
  const urls = new Map<string, Set<string | null>>();
  for (const { publisher, url } of citations(factIds, notebook))
    urls.set(publisher, (urls.get(publisher) ?? new Set()).add(url));
  const heard = new Set(heardIn(factIds, notebook).map(({ publisher }) => publisher));
  const heardAlone = [...heard].filter((publisher) => !urls.has(publisher)).map((publisher) => esc(publisher));
  return [
    ...[...urls].map(([publisher, [url = null, ...others]]) => {
      const name = linkedName({ publisher, url: others.length > 0 ? null : url, rest: "" });
      return heard.has(publisher) ? `${name}, in part seen second-hand` : name;
    }),
    ...(heardAlone.length === 0 ? [] : [`seen second-hand: ${heardAlone.join(", ")}`])
  ].join("; ");
}

/** The same in plain words, for files that are read away from the page. */
export function sourceText(factIds: readonly string[], notebook: Notebook): string {
  return [
    ...citations(factIds, notebook).map(({ publisher, rest }) => publisher + rest),
    ...heardIn(factIds, notebook).map(({ publisher, rest }) => `${publisher}${rest}, seen second-hand`)
  ].join("; ");
}

/** The sources that facts come from, by their ids. */
export const sourcesOf = (factIds: readonly string[], notebook: Notebook): ReadonlySet<string> =>
  new Set(factIds.flatMap((id) => [...placesOf(id, notebook)].map(({ source }) => source)));

interface Citation {
  publisher: string;
  url: string | null;
  /** ", 31 March 2025, ¶3": edition or date, then places. */
  rest: string;
}

function citations(factIds: readonly string[], notebook: Notebook): Citation[] {
  const places = new Map<string, Set<string>>();
  for (const id of factIds)
    for (const { source, place, heard } of placesOf(id, notebook))
      if (!heard) places.set(source, (places.get(source) ?? new Set()).add(place));
  return [...places].map(([id, found]) => {
    const source = notebook.source(id);
    const paragraphs = [...found].filter(isParagraph).map((place) => Number(place.slice(1)));
    const others = folded([...found].filter((place) => place !== "" && !isParagraph(place)));
    const inOrder = others.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    const where = [...paragraphRuns(paragraphs), ...inOrder].map((place) => `, ${place}`).join("");
    return {
      publisher: source.publisher_name,
      url: source.url,
      rest: `, ${source.edition ?? publishedText(source)}${where}`
    };
  });
}

/** Whose statements facts come from that are only known from pages of others, each once with the outlet that passes it on. */
function heardIn(factIds: readonly string[], notebook: Notebook): Citation[] {
  const found = factIds.flatMap((id) => [...placesOf(id, notebook)].flatMap(({ heard }) => heard ?? []));
  return [...new Map(found.map((one) => [`${one.publisher}${one.rest}`, one])).values()];
}

const isParagraph = (place: string): boolean => place.startsWith("¶");

/** A place in a source; in a collection of what was heard, whose statement it is. */
interface Place {
  source: string;
  place: string;
  heard?: Citation;
}

/** Where a record comes from: a derived quantity from where its inputs do, an event from the passages that tell of it. */
function* placesOf(id: string, notebook: Notebook): Generator<Place> {
  const event = notebook.event(id);
  if (event) {
    for (const passage of event.passages)
      yield* notebook.fact(passage) ? placesOf(passage, notebook) : [toldAt(passage, notebook)];
    return;
  }
  const fact = notebook.fact(id);
  if (!fact) throw new Error(`there is no record "${id}"`);
  if (fact.kind === "derived") for (const input of fact.row.inputs) yield* placesOf(input, notebook);
  else if (fact.kind === "figure" && isCollection(fact.row.source, notebook)) {
    const { source, speaker, speaker_name, chain, publisher, url } = fact.row;
    const through = chain.filter((relay) => relay !== publisher && relay !== speaker);
    const rest = through.map((relay) => `, in ${notebook.speaker(relay).name}`);
    yield { source, place: "", heard: { publisher: speaker_name, url: url === "" ? null : url, rest: rest.join("") } };
  } else
    yield { source: fact.row.source, place: fact.kind === "figure" ? placeText(fact.row) : `¶${fact.row.paragraph}` };
}

/** Whether a source is no publication: statements that others pass on, kept together by this notebook. */
function isCollection(id: string, notebook: Notebook): boolean {
  const { reading, url } = notebook.source(id);
  return reading === "second-hand" && url === null;
}

/** A passage that is no statement; in what is known second-hand a speaker stands where others have a place. */
function toldAt(passage: string, notebook: Notebook): Place {
  const { source, place } = passagePlace(passage);
  if (isCollection(source, notebook)) return { source, place: "", heard: { publisher: place, url: null, rest: "" } };
  return { source, place: placeText({ paragraph: null, place }) };
}

/** Places that begin alike are one, what they share: "p. 152, salient statistics" for any number of its lines. */
function folded(places: readonly string[]): string[] {
  const parts = places.map((place) => place.split(/(?=[,:;] )/));
  return [...groupBy(parts, ([first = ""]) => first).values()].map((alike) => alike.reduce(shared).join(""));
}

function shared(some: string[], others: string[]): string[] {
  const end = some.findIndex((part, index) => part !== others[index]);
  return end < 0 ? some : some.slice(0, end);
}

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
  const positions = source.positions > 0 ? `, ${countedOfSourceList(source.positions, "position")}` : "";
  return `<li>${kindSymbol(source.kind)}<div><p class="title">${source.url === null ? title : `<a href="${esc(source.url)}">${title}</a>`}</p>
<p class="meta">${esc(meta.filter(Boolean).join("\u00a0· "))}</p></div>
<p class="count">${countedOfSourceList(source.figures, "figure")}${positions}</p></li>`;
}

const countedOfSourceList = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

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
      return `<li>${kindSymbol(source.kind)} ${linked(notebook.site.link("source-index", id), esc(capitalised(source.publisher_name)))}, ${esc(editionText(source, notebook))}\u00a0· <small>${counted(count, "fact")}</small></li>`;
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

/** What a source contributes, in a sentence. */
export function sourceSummary({ publisher_name, edition, figures, positions }: SourceRow): string {
  const held = [counted(figures, "figure"), ...(positions > 0 ? [counted(positions, "position")] : [])].join(" and ");
  return `${capitalised([publisher_name, edition].filter(Boolean).join(", "))}: ${held} as records.`;
}

/** The source whose page a path is; undefined for any other page. */
export const findSource = (path: string, { tables, site }: Notebook): SourceRow | undefined =>
  tables.sources.rows.find(({ id }) => site.sourcePath(id) === path);
