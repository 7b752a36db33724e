import { type Ledger, speaker } from "../ledger/schema.ts";
import { countBy, countryName, wordsOf } from "./lookups.ts";
import { columnsOf, idIn, integer, isoCountry, list, oneOf, orEmpty, type RowOf, type Table, text } from "./table.ts";

/** One row a person, organisation or outlet that is heard, with where and how often. */
export function compileSpeakers(ledger: Ledger): Table<SpeakerRow> {
  const figures = countBy(
    ledger.sources.flatMap((source) => source.figures),
    "speaker"
  );
  const positions = countBy(
    ledger.sources.flatMap((source) => source.positions),
    "speaker"
  );
  const heard = ledger.sources.map((source) => ({
    id: source.id,
    speakers: new Set([...source.figures, ...source.positions].map((record) => record.speaker))
  }));
  const nameOf = wordsOf(ledger.speakers);
  const kind = wordsOf(ledger.vocabulary.kinds);
  const symbols = new Map(ledger.vocabulary.kinds.map(({ id, symbol }) => [id, symbol]));
  const rows = ledger.speakers.map((speaker) => ({
    id: speaker.id,
    name: speaker.name,
    name_short: speaker.name_short ?? speaker.name,
    name_native: speaker.name_native ?? null,
    abbreviation: speaker.abbreviation ?? null,
    type: speaker.type,
    kind: speaker.kind,
    kind_label: kind(speaker.kind),
    symbol: symbols.get(speaker.kind) ?? "",
    role: speaker.role,
    affiliation: speaker.affiliation ?? null,
    affiliation_name: nameOf(speaker.affiliation),
    country: speaker.country,
    country_name: countryName(speaker.country),
    note: speaker.note ?? null,
    heard_in: heard.filter(({ speakers }) => speakers.has(speaker.id)).map(({ id }) => id),
    figures: figures.get(speaker.id) ?? 0,
    positions: positions.get(speaker.id) ?? 0
  }));
  return { name: "speakers", title: "Speakers", description, columns: columnsOf(columns), rows };
}

const description = "Who is heard in the publications: persons, organisations, outlets, and voices that are not named.";

const columns = {
  id: text("Stable name."),
  name: text("Name as this notebook writes it."),
  name_short: text("The name where there is little room."),
  name_native: orEmpty(text("The name in its own script; empty where it is not given.")),
  abbreviation: orEmpty(text("What the name is shortened to, such as its initials; empty where it is not given.")),
  type: oneOf(speaker.shape.type.options, "person, organisation, publication or unnamed."),
  kind: text("The kind of voice, from the vocabulary."),
  kind_label: text("The kind of voice in words."),
  symbol: text("The shape that stands for the kind in figures."),
  role: orEmpty(text("Office or standing as the publications give it.")),
  affiliation: orEmpty(idIn("speakers", text("The organisation spoken for; see this table."))),
  affiliation_name: orEmpty(text("That organisation’s name.")),
  country: orEmpty(text("Two-letter ISO code; empty where none is given.", isoCountry)),
  country_name: orEmpty(text("The country’s name.")),
  note: orEmpty(text("What to take care of, such as a nearly equal name.")),
  heard_in: idIn("sources", list("The publications with a figure or position of this speaker.")),
  figures: integer("How many figures."),
  positions: integer("How many positions.")
};

export type SpeakerRow = RowOf<typeof columns>;
