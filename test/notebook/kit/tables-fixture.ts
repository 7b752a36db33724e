import type { ComparisonRow } from "../../../src/notebook/tables/comparisons.ts";
import type { DerivedRow } from "../../../src/notebook/tables/derived.ts";
import type { EventRow } from "../../../src/notebook/tables/events.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import type { PlaceRow } from "../../../src/notebook/tables/places.ts";
import type { PositionRow } from "../../../src/notebook/tables/positions.ts";
import type { SourceRow } from "../../../src/notebook/tables/sources.ts";
import type { SpeakerRow } from "../../../src/notebook/tables/speakers.ts";
import type { Table } from "../../../src/notebook/tables/table.ts";
import type { Tables } from "../../../src/notebook/tables/tables.ts";
import type { VerdictRow } from "../../../src/notebook/tables/verdicts.ts";

type Part<Row, Needed extends keyof Row> = Pick<Row, Needed> & Partial<Row>;

/** Kinds of voice as data/ledger/vocabulary.yaml words and draws them. */
const kindWords: Readonly<Record<string, { label: string; symbol: string }>> = {
  statistic: { label: "official statistic", symbol: "square" },
  official: { label: "government official", symbol: "diamond" },
  "state-media": { label: "state-linked media", symbol: "triangle" },
  "trade-press": { label: "trade press", symbol: "circle" },
  independent: { label: "independent analysis", symbol: "triangle-down" },
  expert: { label: "industry expert", symbol: "cross" }
};

/** A figure's row; what a test does not care about is filled in. The id's first part names the source. */
export function figureRow(row: Part<QuantityRow, "id">): QuantityRow {
  const source = row.source ?? row.id.split(".")[0] ?? "";
  const value = row.value ?? null;
  const publisher = row.publisher ?? publishers[source] ?? source;
  return {
    source,
    source_name: source,
    publisher,
    publisher_name: publisher,
    published: "2025",
    paragraph: 9,
    place: null,
    series: null,
    marks: [],
    edition: null,
    edition_of: /^(.+)-\d{4}$/.exec(source)?.[1] ?? null,
    current: true,
    reading: "text",
    url: "https://example.org/",
    also: [],
    printed: "printed",
    metric: "reserves",
    metric_label: row.metric ?? "reserves",
    subject: "russia",
    subject_name: row.subject ?? "Russia",
    material: "rare-earths",
    material_label: "rare earths",
    basis: "not-stated",
    basis_label: "basis not stated",
    form: null,
    form_label: null,
    low: value,
    high: value,
    comparator: "=",
    unit: "t",
    unit_label: "tonnes",
    corrected_from: null,
    correction: null,
    period: null,
    period_inferred: null,
    said_inferred: null,
    status: "stated",
    speaker: publisher,
    speaker_name: row.speaker ?? publisher,
    speaker_kind: speakerRows.find(({ id }) => id === (row.speaker ?? publisher))?.kind ?? "expert",
    speaker_kind_label: "industry expert",
    chain: [publisher],
    chain_inferred: null,
    voice: "reported",
    condition: null,
    says: "What the sentence says.",
    ...row,
    value
  };
}

/** A derived quantity's row, likewise. */
export function derivedRow(row: Part<DerivedRow, "id" | "inputs">): DerivedRow {
  const value = row.value ?? null;
  return {
    function: "ratio",
    formula: "the one ÷ the other",
    comparator: "=",
    low: value,
    high: value,
    unit: "1",
    unit_label: "plain number",
    digits: 2,
    explanation: "What it means.",
    allowed: null,
    ...row,
    value
  };
}

/** A position's row, likewise. */
export function positionRow(row: Part<PositionRow, "id" | "speaker" | "topic" | "stance">): PositionRow {
  const source = row.source ?? row.id.split(".")[0] ?? "";
  const publisher = row.publisher ?? publishers[source] ?? source;
  const speaker = speakerRows.find(({ id }) => id === row.speaker);
  return {
    source,
    source_name: source,
    publisher,
    publisher_name: publisher,
    paragraph: 9,
    also: [],
    speaker_name: speaker?.name ?? row.speaker,
    speaker_kind: speaker?.kind ?? "expert",
    speaker_kind_label: speaker?.kind_label ?? "industry expert",
    topic_label: row.topic,
    obstacle: null,
    obstacle_label: null,
    topic_short: row.topic,
    topic_column: null,
    subject: "russia",
    subject_name: "Russia",
    voice: "reported",
    chain: [publisher],
    chain_inferred: null,
    paraphrase: "The position in our words.",
    ...row
  };
}

/** An event's row, likewise; its date says how precise it is. */
export function eventRow(row: Part<EventRow, "date">): EventRow {
  return {
    id: `on-${row.date}`,
    precision: row.date.length === 10 ? "day" : row.date.length === 7 ? "month" : "year",
    inferred: null,
    title: `Something on ${row.date}`,
    topic: "diplomacy",
    topic_label: "Diplomacy",
    speakers: [],
    places: [],
    passages: ["izvestia ¶1"],
    urls: [""],
    ...row
  };
}

/** Tables of the given rows, with the fixture's speakers and sources. */
export function tablesOf(rows: {
  figures?: QuantityRow[];
  derived?: DerivedRow[];
  positions?: PositionRow[];
  comparisons?: ComparisonRow[];
  sources?: SourceRow[];
  speakers?: SpeakerRow[];
  places?: PlaceRow[];
  events?: EventRow[];
}): Tables {
  return {
    figures: table(rows.figures ?? []),
    derived: table(rows.derived ?? []),
    positions: table(rows.positions ?? []),
    sources: table(rows.sources ?? [...sourceRows, ...releasesOf(rows.figures ?? [])]),
    speakers: table(rows.speakers ?? speakerRows),
    places: table(rows.places ?? []),
    events: table(rows.events ?? []),
    comparisons: table(rows.comparisons ?? []),
    verdicts: table<VerdictRow>([])
  };
}

const table = <Row extends object>(rows: Row[]): Table<Row> => ({
  name: "fixture",
  title: "Fixture",
  description: "Made by hand.",
  columns: [],
  rows
});

const publishers: Record<string, string> = {
  izvestia: "izvestia-outlet",
  "rex-kommersant": "rare-earth-exchanges",
  "rex-reuters": "rare-earth-exchanges",
  "russia-post": "russia-post-outlet",
  sputnik: "sputnik-outlet"
};

const speaker = (
  id: string,
  name: string,
  kind: string,
  type: SpeakerRow["type"],
  rest: Partial<SpeakerRow> = {}
): SpeakerRow => ({
  id,
  name,
  name_short: name,
  name_native: null,
  abbreviation: null,
  type,
  kind,
  kind_label: kindWords[kind]?.label ?? kind,
  symbol: kindWords[kind]?.symbol ?? "",
  role: null,
  affiliation: null,
  affiliation_name: null,
  country: null,
  country_name: null,
  note: null,
  heard_in: [],
  figures: 0,
  positions: 0,
  ...rest
});

const speakerRows: SpeakerRow[] = [
  speaker("oleg-kazanov", "Oleg Kazanov", "official", "person", {
    country: "RU",
    role: "head of Rosnedra",
    affiliation: "rosnedra"
  }),
  speaker("vladimir-putin", "Vladimir Putin", "official", "person"),
  speaker("leonid-khazanov", "Leonid Khazanov", "expert", "person", { role: "industry expert" }),
  speaker("peter-arkell", "Peter Arkell", "expert", "person"),
  speaker("natural-resources-ministry", "Ministry of Natural Resources of Russia", "official", "organisation", {
    country: "RU",
    name_short: "Ministry of Natural Resources"
  }),
  speaker("rosnedra", "Rosnedra", "official", "organisation"),
  speaker("russia", "Russia", "official", "organisation"),
  speaker("usgs", "US Geological Survey", "statistic", "organisation"),
  speaker("rusal", "Rusal", "expert", "organisation"),
  speaker("arctida-authors", "Anastasia Martynova and Nail Farkhatdinov", "independent", "person"),
  speaker("russia-post-outlet", "Russia.Post", "independent", "publication"),
  speaker("rare-earth-exchanges", "Rare Earth Exchanges", "trade-press", "publication"),
  speaker("izvestia-outlet", "Izvestia", "state-media", "publication"),
  speaker("sputnik-outlet", "Sputnik International", "state-media", "publication"),
  speaker("kommersant", "Kommersant", "trade-press", "publication"),
  speaker("reuters", "Reuters", "independent", "publication")
];

const source = (id: string, publisher: string, kind: string): SourceRow => ({
  id,
  title: `Title of ${id}`,
  title_known: true,
  publisher,
  publisher_name: speakerRows.find((row) => row.id === publisher)?.name ?? publisher,
  kind,
  kind_label: kind,
  country: null,
  country_name: null,
  language: "en",
  translated: null,
  authors: null,
  published: "2025-03",
  published_precision: "month",
  published_qualifier: "inferred",
  published_note: null,
  url: "https://example.org/",
  text_sha256: "0".repeat(64),
  edition: null,
  edition_short: null,
  licence: null,
  reading: "text",
  edition_of: null,
  supersedes: null,
  next_due: null,
  next_due_note: null,
  next_due_url: null,
  text_note: null,
  figures: 0,
  positions: 0
});

const sourceRows: SourceRow[] = [
  source("izvestia", "izvestia-outlet", "state-media"),
  source("rex-kommersant", "rare-earth-exchanges", "trade-press"),
  source("rex-reuters", "rare-earth-exchanges", "trade-press"),
  source("russia-post", "russia-post-outlet", "independent"),
  source("sputnik", "sputnik-outlet", "state-media"),
  { ...source("further-statements", "this-notebook", "independent"), reading: "second-hand", url: null }
];

/** The releases that figures with an edition stand in, each with the short name of its edition. */
const releasesOf = (figures: readonly QuantityRow[]): SourceRow[] =>
  [...new Map(figures.map((figure) => [figure.source, figure])).values()].flatMap(
    ({ source: id, publisher, edition }) => {
      const [, year] = /\bSummaries (\d{4})\b/.exec(edition ?? "") ?? [];
      return year ? [{ ...source(id, publisher, "statistic"), edition, edition_short: `${year} edition` }] : [];
    }
  );
