import type { Ledger, Place } from "../ledger/schema.ts";
import { countBy, countryName, type Table, wordsOf } from "./lookups.ts";

export interface PlaceRow {
  id: string;
  name: string;
  type: Place["type"];
  within: string | null;
  within_name: string | null;
  country: string | null;
  country_name: string | null;
  latitude: number | null;
  longitude: number | null;
  coordinate_source: string | null;
  colour: string | null;
  note: string | null;
  figures: number;
}

/** One row a place that the publications name, with how many figures are about it. */
export function compilePlaces(ledger: Ledger): Table<PlaceRow> {
  const figures = countBy(
    ledger.sources.flatMap((source) => source.figures),
    "subject"
  );
  const nameOf = wordsOf(ledger.places);
  const rows = ledger.places.map((place) => ({
    id: place.id,
    name: place.name,
    type: place.type,
    within: place.within,
    within_name: nameOf(place.within),
    country: place.country,
    country_name: countryName(place.country),
    latitude: place.coordinates?.latitude ?? null,
    longitude: place.coordinates?.longitude ?? null,
    coordinate_source: place.coordinates?.source ?? null,
    colour: place.colour ?? null,
    note: place.note ?? null,
    figures: figures.get(place.id) ?? 0
  }));
  return { name: "places", title: "Places", description, columns, rows };
}

const description = "Places that the publications name.";

const columns = [
  { name: "id", type: "string", description: "Stable name." },
  { name: "name", type: "string", description: "Name as this notebook writes it." },
  {
    name: "type",
    type: "string",
    description: "world, country, bloc, group, region, city, or another type from the vocabulary."
  },
  { name: "within", type: "string", description: "The place that holds it; see this table." },
  { name: "within_name", type: "string", description: "That place’s name." },
  { name: "country", type: "string", description: "Two-letter ISO code." },
  { name: "country_name", type: "string", description: "The country’s name." },
  { name: "latitude", type: "number", description: "Degrees north; empty where no source gives it." },
  { name: "longitude", type: "number", description: "Degrees east; empty where no source gives it." },
  {
    name: "coordinate_source",
    type: "string",
    description: "Who gives the coordinates, with the credit they ask for, and what they mark."
  },
  { name: "colour", type: "string", description: "What figures draw it in; empty for grey." },
  { name: "note", type: "string", description: "What to take care of." },
  { name: "figures", type: "integer", description: "How many figures are about it." }
] as const satisfies Table<PlaceRow>["columns"];
