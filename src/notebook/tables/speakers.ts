import type { Ledger, Speaker } from "../ledger/schema.ts";
import { countBy, countryName, type Table, wordsOf } from "./lookups.ts";

export interface SpeakerRow {
  id: string;
  name: string;
  name_short: string;
  type: Speaker["type"];
  kind: string;
  kind_label: string;
  symbol: string;
  role: string | null;
  affiliation: string | null;
  affiliation_name: string | null;
  country: string | null;
  country_name: string | null;
  note: string | null;
  heard_in: string[];
  figures: number;
  positions: number;
}

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
  const nameOf = wordsOf(ledger.speakers);
  const kind = wordsOf(ledger.vocabulary.kinds);
  const symbols = new Map(ledger.vocabulary.kinds.map(({ id, symbol }) => [id, symbol]));
  const rows = ledger.speakers.map((speaker) => ({
    id: speaker.id,
    name: speaker.name,
    name_short: speaker.name_short ?? speaker.name,
    type: speaker.type,
    kind: speaker.kind,
    kind_label: kind(speaker.kind) ?? speaker.kind,
    symbol: symbols.get(speaker.kind) ?? "",
    role: speaker.role,
    affiliation: speaker.affiliation ?? null,
    affiliation_name: nameOf(speaker.affiliation),
    country: speaker.country,
    country_name: countryName(speaker.country),
    note: speaker.note ?? null,
    heard_in: ledger.sources
      .filter((source) => [...source.figures, ...source.positions].some((record) => record.speaker === speaker.id))
      .map(({ id }) => id),
    figures: figures.get(speaker.id) ?? 0,
    positions: positions.get(speaker.id) ?? 0
  }));
  return { name: "speakers", title: "Speakers", description, columns, rows };
}

const description = "Who is heard in the publications: persons, organisations, outlets, and voices that are not named.";

const columns = [
  { name: "id", type: "string", description: "Stable name." },
  { name: "name", type: "string", description: "Name as this notebook writes it." },
  { name: "name_short", type: "string", description: "The name where there is little room." },
  { name: "type", type: "string", description: "person, organisation, publication or unnamed." },
  {
    name: "kind",
    type: "string",
    description: "The kind of voice, from the vocabulary."
  },
  { name: "kind_label", type: "string", description: "The kind of voice in words." },
  { name: "symbol", type: "string", description: "The shape that stands for the kind in figures." },
  { name: "role", type: "string", description: "Office or standing as the publications give it." },
  { name: "affiliation", type: "string", description: "The organisation spoken for; see this table." },
  { name: "affiliation_name", type: "string", description: "That organisation’s name." },
  { name: "country", type: "string", description: "Two-letter ISO code; empty where none is given." },
  { name: "country_name", type: "string", description: "The country’s name." },
  { name: "note", type: "string", description: "What to take care of, such as a nearly equal name." },
  { name: "heard_in", type: "list", description: "The publications with a figure or position of this speaker." },
  { name: "figures", type: "integer", description: "How many figures." },
  { name: "positions", type: "integer", description: "How many positions." }
] as const satisfies Table<SpeakerRow>["columns"];
