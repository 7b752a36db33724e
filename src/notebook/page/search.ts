import MiniSearch from "minisearch";
import { elementId } from "../kit/figure.ts";
import { dateText } from "../words/words.ts";
import type { Notebook } from "./notebook.ts";
import type { PageOutline } from "./outline.ts";
import { periodOf, seriesName, sourceSummary } from "./records.ts";
import { type SearchEntry, searchOptions } from "./search-options.ts";
import { groupBy, saidBy } from "./sources.ts";
import { numberText } from "./tokens.ts";

/** What search finds, before it is known whether a page of this notebook shows it. */
type Found = Omit<SearchEntry, "id" | "href"> & { href: string | null };

/** Everything that search finds: sections of pages, sources, speakers, and records; of a release a table, not each cell. */
function searchEntries(outline: readonly PageOutline[], notebook: Notebook): SearchEntry[] {
  return [
    ...sections(outline),
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

const sources = ({ tables, site }: Notebook): Found[] =>
  tables.sources.rows.map((source) => ({
    kind: "Source",
    title: source.title,
    context: [...(source.authors ?? []), source.publisher_name].join(", "),
    text: sourceSummary(source),
    href: site.record({ id: "", source: source.id })?.replace(/#$/, "") ?? null
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
        context: speaker.role ?? (speaker.affiliation === null ? "" : find(speaker.affiliation).name),
        text: speaker.note ?? "",
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
      href: notebook.site.record(row)
    }));

/** A table is found by what its cells are about, a place and a year, and by their numbers, which lead to the cells. */
function releaseTables({ tables, site, source }: Notebook): Found[] {
  const cells = tables.figures.rows.filter(({ series }) => series !== null);
  return [...groupBy(cells, ({ series }) => series).values()].flatMap((group) => {
    const [first] = group;
    if (!first?.series) return [];
    const numbers = group.filter(({ printed }) => /\d/.test(printed));
    return [
      {
        kind: "Table",
        title: seriesName(first),
        context: [source(first.source).publisher_name, first.edition].filter(Boolean).join(", "),
        text: `${first.says} ${[...new Set([...group.map(({ subject_name }) => subject_name), ...group.map(periodOf)])].join(", ")}`,
        href: site.record({ id: first.series, source: first.source }),
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
    text: row.paraphrase,
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
