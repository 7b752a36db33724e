import MiniSearch from "minisearch";
import { elementId } from "../kit/figure.ts";
import { dateText } from "../words/words.ts";
import type { Notebook } from "./notebook.ts";
import type { PageOutline } from "./outline.ts";
import { type SearchEntry, searchOptions } from "./search-options.ts";
import { periodOf, seriesName } from "./series-record.ts";
import { saidBy, sourceSummary, tablesAmong } from "./sources.ts";
import { numberText } from "./tokens.ts";

/** What search finds, before it is known whether a page of this notebook shows it. */
type Found = Omit<SearchEntry, "id" | "href"> & { href: string | null };

/** Names joined for the index, each once: what readers may type in place of the words that they read. */
const others = (names: readonly (string | null | undefined)[]): { also?: string } => {
  const also = [...new Set(names)].filter(Boolean).join(" ");
  return also === "" ? {} : { also };
};

/** Initials and native names of speakers and of a place, and what the form of an amount is called for short. */
function otherNames(
  notebook: Notebook,
  { speakers, subject, form }: { speakers: readonly string[]; subject?: string | null; form?: string | null }
): { also?: string } {
  const voices = speakers.map((id) => notebook.speaker(id));
  return others([
    ...voices.flatMap(({ abbreviation, name_native }) => [abbreviation, name_native]),
    notebook.tables.places.rows.find(({ id }) => id === subject)?.name_native,
    form && notebook.formAbbreviation(form)
  ]);
}

/** Everything that search finds: sections of pages, terms, sources, speakers, and records; of a release a table, not each cell. */
function searchEntries(outline: readonly PageOutline[], notebook: Notebook): SearchEntry[] {
  return [
    ...sections(outline),
    ...terms(notebook),
    ...sources(notebook),
    ...speakers(notebook),
    ...figures(notebook),
    ...releaseTables(notebook),
    ...derived(notebook),
    ...positions(notebook),
    ...disagreements(notebook),
    ...events(notebook)
  ]
    .flatMap(({ href, ...entry }) => (href === null ? [] : [{ ...entry, href }]))
    .map((entry, id) => ({ id, ...entry }));
}

const sections = (outline: readonly PageOutline[]): Found[] =>
  outline.flatMap(({ path, name, sections }) =>
    sections.map(({ id, heading, text }) => ({
      kind: "Page",
      title: heading || name,
      context: heading ? name : "",
      text,
      href: id ? `.${path}#${id}` : `.${path}`
    }))
  );

const terms = ({ terms, site }: Notebook): Found[] =>
  terms.map(({ id, term, definition }) => ({
    kind: "Term",
    title: term,
    context: "Glossary",
    text: definition,
    href: site.link("glossary", elementId(id))
  }));

const sources = (notebook: Notebook): Found[] =>
  notebook.tables.sources.rows.map((source) => ({
    kind: "Source",
    title: source.title,
    context: [...(source.authors ?? []), source.publisher_name].join(", "),
    text: sourceSummary(source),
    ...otherNames(notebook, { speakers: [source.publisher] }),
    href: notebook.site.record({ id: "", source: source.id })?.replace(/#$/, "") ?? null
  }));

/** A speaker leads to its row among who says what, opened at its first position; without one, to its first figure. */
function speakers({ tables, site, speaker: find }: Notebook): Found[] {
  return tables.speakers.rows.flatMap((speaker) => {
    const isOwn = (row: { speaker: string }): boolean => row.speaker === speaker.id;
    const position = tables.positions.rows.find(isOwn);
    const figure = tables.figures.rows.find(isOwn);
    const href = (position && site.link("speakers", elementId(position.id))) ?? (figure ? site.record(figure) : null);
    return [
      {
        kind: "Speaker",
        title: speaker.name,
        context: [
          speaker.abbreviation,
          speaker.name_native,
          speaker.role ?? (speaker.affiliation === null ? "" : find(speaker.affiliation).name)
        ]
          .filter(Boolean)
          .join(" · "),
        text: speaker.note ?? "",
        ...others([speaker.abbreviation, speaker.name_native]),
        href
      }
    ];
  });
}

const figures = (notebook: Notebook): Found[] =>
  notebook.tables.figures.rows
    .filter(({ series }) => series === null)
    .map((row) => ({
      kind: "Figure",
      title: `${row.printed}: ${row.subject_name}, ${row.metric_label}`,
      context: saidBy(row, notebook),
      text: row.says,
      ...otherNames(notebook, { ...row, speakers: [row.speaker, ...row.chain] }),
      href: notebook.site.record(row)
    }));

/** A table is found by what its cells are about, a place and a year, and by their numbers, which lead to the cells. */
function releaseTables(notebook: Notebook): Found[] {
  const { tables, site, source } = notebook;
  return [...tablesAmong(tables.figures.rows)].flatMap(([series, group]) => {
    const [first] = group;
    const numbers = group.filter(({ printed }) => /\d/.test(printed));
    return [
      {
        kind: "Table",
        title: seriesName(first),
        context: [source(first.source).publisher_name, first.edition].filter(Boolean).join(", "),
        text: `${first.says} ${[...new Set([...group.map(({ subject_name }) => subject_name), ...group.map(periodOf)])].join(", ")}`,
        ...others([
          otherNames(notebook, { ...first, subject: null, speakers: [first.speaker, first.publisher] }).also,
          ...group.map(({ subject }) => otherNames(notebook, { subject, speakers: [] }).also)
        ]),
        href: site.record({ id: series, source: first.source }),
        cells: numbers.map((cell) => [
          cell.printed,
          `${cell.subject_name}, ${periodOf(cell)}`,
          cell.id.slice(cell.series?.length)
        ]),
        printed: numbers.map(({ printed }) => printed).join(" ")
      }
    ];
  });
}

const derived = (notebook: Notebook): Found[] =>
  notebook.tables.derived.rows.map((row) => ({
    kind: "Arithmetic",
    title: numberText({ kind: "derived", row }, "full", notebook),
    context: row.formula,
    text: row.explanation,
    href: notebook.site.link("derived-records", row.id)
  }));

const positions = (notebook: Notebook): Found[] =>
  notebook.tables.positions.rows.map((row) => ({
    kind: "Position",
    title: `${row.topic_label}, ${row.stance}`,
    context: saidBy(row, notebook),
    text: row.obstacle_label === null ? row.paraphrase : `${row.paraphrase} Obstacle: ${row.obstacle_label}`,
    ...otherNames(notebook, { speakers: [row.speaker, ...row.chain] }),
    href: notebook.site.record(row)
  }));

const disagreements = ({ tables, site }: Notebook): Found[] =>
  tables.comparisons.rows.map((row) => ({
    kind: "Disagreement",
    title: row.title,
    context: row.word,
    text: row.explanation,
    href: site.link("disagreements", row.id.replace("comparison.", ""))
  }));

const events = ({ tables, site }: Notebook): Found[] =>
  tables.events.rows.map((row) => ({
    kind: "Event",
    title: row.title,
    context: dateText(row.date),
    text: "",
    href: site.link("timeline", row.id)
  }));

/** The index that search reads, as JSON: made here, so that a reader's device does not have to. */
export function searchIndex(outline: readonly PageOutline[], notebook: Notebook): string {
  const index = new MiniSearch(searchOptions);
  index.addAll(searchEntries(outline, notebook));
  return JSON.stringify(index);
}
