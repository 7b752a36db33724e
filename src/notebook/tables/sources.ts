import { precision } from "../ledger/schema/fields.ts";
import { type Ledger, published, type Reading, readings } from "../ledger/schema.ts";
import { countryName, wordsOf } from "./lookups.ts";
import {
  columnsOf,
  flag,
  idIn,
  integer,
  isoCountry,
  isoDate,
  list,
  oneOf,
  orEmpty,
  type RowOf,
  type Table,
  text
} from "./table.ts";

/** One row a publication: its identity, and how many figures and positions it contributes. */
export function compileSources(ledger: Ledger): Table<SourceRow> {
  const nameOf = wordsOf(ledger.speakers);
  const kind = wordsOf(ledger.vocabulary.kinds);
  const rows = ledger.sources.map((source) => ({
    id: source.id,
    title: source.title ?? source.title_supplied ?? source.id,
    title_known: source.title !== null,
    publisher: source.publisher,
    publisher_name: nameOf(source.publisher),
    kind: source.kind,
    kind_label: kind(source.kind),
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
    edition_of: source.edition_of,
    supersedes: source.supersedes,
    next_due: source.next?.due ?? null,
    next_due_note: source.next?.says ?? null,
    next_due_url: source.next?.url ?? null,
    text_note: source.text_note ?? null,
    figures: source.figures.length,
    positions: source.positions.length
  }));
  return { name: "sources", title: "Sources", description, columns: columnsOf(columns), rows };
}

const description =
  "The publications and releases that the notebook reads, with what is known of each and what is not.";

const columns = {
  id: text("Stable name."),
  title: text("Its title, or a working title of ours where `title_known` is false."),
  title_known: flag("Whether the publication’s own title is known."),
  publisher: idIn("speakers", text("Who published it; see table `speakers`.")),
  publisher_name: text("The publisher’s name."),
  kind: text("The kind of source."),
  kind_label: text("The kind in words."),
  country: orEmpty(text("Two-letter ISO code; empty where the publisher has no one country.", isoCountry)),
  country_name: orEmpty(text("The country’s name.")),
  language: text("Two-letter ISO code of the text."),
  translated: orEmpty(text("From which language and by whom; empty for an original.")),
  authors: orEmpty(list("Its authors; empty where unknown.")),
  published: text("Date of publication, to `published_precision`.", isoDate),
  published_precision: oneOf(precision.options, "day, month or year."),
  published_qualifier: oneOf(published.shape.qualifier.options, "exact, inferred or not-before."),
  published_note: orEmpty(text("How the date is known, where it is not printed.")),
  url: orEmpty(text("Where it was published; empty for statements collected from many pages, which have their own.")),
  text_sha256: orEmpty(
    text("SHA-256 of the text that was transcribed; empty for a release.", { pattern: "^[0-9a-f]{64}$" })
  ),
  edition: orEmpty(text("Edition and version of a release; empty for a text.")),
  edition_short: orEmpty(text("The edition where there is little room; empty where it has no other name.")),
  licence: orEmpty(text("Licence of a release; empty for a text, which is under copyright.")),
  reading: oneOf<Reading>(readings, "text, original, original-not-kept or second-hand: how it was read."),
  edition_of: orEmpty(text("The release that it is an edition of; empty for others.")),
  supersedes: orEmpty(idIn("sources", text("The earlier edition of the same tables."))),
  next_due: orEmpty(text("When the next edition is due; empty where nobody says.", isoDate)),
  next_due_note: orEmpty(text("Who says when the next edition is due.")),
  next_due_url: orEmpty(text("Where that is said.")),
  text_note: orEmpty(text("What is wrong with the text as found.")),
  figures: integer("How many figures it contributes."),
  positions: integer("How many positions it contributes.")
};

export type SourceRow = RowOf<typeof columns>;
