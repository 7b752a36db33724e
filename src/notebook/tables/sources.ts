import type { Ledger, Reading } from "../ledger/schema.ts";
import { countryName, type Table, wordsOf } from "./lookups.ts";

export interface SourceRow {
  id: string;
  title: string;
  title_known: boolean;
  publisher: string;
  publisher_name: string;
  kind: string;
  kind_label: string;
  country: string | null;
  country_name: string | null;
  language: string;
  translated: string | null;
  authors: string[] | null;
  published: string;
  published_precision: string;
  published_qualifier: string;
  published_note: string | null;
  url: string | null;
  text_sha256: string | null;
  edition: string | null;
  edition_short: string | null;
  licence: string | null;
  reading: Reading;
  supersedes: string | null;
  text_note: string | null;
  figures: number;
  positions: number;
}

/** One row a publication: its identity, and how many figures and positions it contributes. */
export function compileSources(ledger: Ledger): Table<SourceRow> {
  const nameOf = wordsOf(ledger.speakers);
  const kind = wordsOf(ledger.vocabulary.kinds);
  const rows = ledger.sources.map((source) => ({
    id: source.id,
    title: source.title ?? source.title_supplied ?? source.id,
    title_known: source.title !== null,
    publisher: source.publisher,
    publisher_name: nameOf(source.publisher) ?? source.publisher,
    kind: source.kind,
    kind_label: kind(source.kind) ?? source.kind,
    country: source.country,
    country_name: countryName(source.country),
    language: source.language,
    translated: source.translated,
    authors: source.authors,
    published: source.published.date,
    published_precision: source.published.precision,
    published_qualifier: source.published.qualifier,
    published_note: source.published.reason ?? null,
    url: source.url,
    text_sha256: source.text_sha256,
    edition: source.edition,
    edition_short: source.edition_short ?? null,
    licence: source.licence,
    reading: source.reading,
    supersedes: source.supersedes,
    text_note: source.text_note ?? null,
    figures: source.figures.length,
    positions: source.positions.length
  }));
  return { name: "sources", title: "Sources", description, columns, rows };
}

const description =
  "The publications and releases that the notebook reads, with what is known of each and what is not.";

const columns = [
  { name: "id", type: "string", description: "Stable name." },
  { name: "title", type: "string", description: "Its title, or a working title of ours where `title_known` is false." },
  { name: "title_known", type: "boolean", description: "Whether the publication’s own title is known." },
  { name: "publisher", type: "string", description: "Who published it; see table `speakers`." },
  { name: "publisher_name", type: "string", description: "The publisher’s name." },
  { name: "kind", type: "string", description: "The kind of source." },
  { name: "kind_label", type: "string", description: "The kind in words." },
  {
    name: "country",
    type: "string",
    description: "Two-letter ISO code; empty where the publisher has no one country."
  },
  { name: "country_name", type: "string", description: "The country’s name." },
  { name: "language", type: "string", description: "Two-letter ISO code of the text." },
  { name: "translated", type: "string", description: "From which language and by whom; empty for an original." },
  { name: "authors", type: "list", description: "Its authors; empty where unknown." },
  { name: "published", type: "string", description: "Date of publication, to `published_precision`." },
  { name: "published_precision", type: "string", description: "day, month or year." },
  { name: "published_qualifier", type: "string", description: "exact, inferred or not-before." },
  { name: "published_note", type: "string", description: "How the date is known, where it is not printed." },
  {
    name: "url",
    type: "string",
    description: "Where it was published; empty for statements collected from many pages, which have their own."
  },
  {
    name: "text_sha256",
    type: "string",
    description: "SHA-256 of the text that was transcribed; empty for a release."
  },
  { name: "edition", type: "string", description: "Edition and version of a release; empty for a text." },
  {
    name: "edition_short",
    type: "string",
    description: "The edition where there is little room; empty where it has no other name."
  },
  { name: "licence", type: "string", description: "Licence of a release; empty for a text, which is under copyright." },
  {
    name: "reading",
    type: "string",
    description: "text, original, original-not-kept or second-hand: how it was read."
  },
  { name: "supersedes", type: "string", description: "The earlier edition of the same tables." },
  { name: "text_note", type: "string", description: "What is wrong with the text as found." },
  { name: "figures", type: "integer", description: "How many figures it contributes." },
  { name: "positions", type: "integer", description: "How many positions it contributes." }
] as const satisfies Table<SourceRow>["columns"];
