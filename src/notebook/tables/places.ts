import type { Ledger } from "../ledger/schema.ts";
import { countBy, countryName, wordsOf } from "./lookups.ts";
import { columnsOf, idIn, integer, isoCountry, number, orEmpty, type RowOf, type Table, text } from "./table.ts";

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
    name_native: place.name_native ?? null,
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
  return { name: "places", title: "Places", description, columns: columnsOf(columns), rows };
}

const description = "Places that the publications name.";

const columns = {
  id: text("Stable name."),
  name: text("Name as this notebook writes it."),
  name_native: orEmpty(text("The name in its own script; empty where it is not given.")),
  type: text("world, country, bloc, group, region, city, or another type from the vocabulary."),
  within: orEmpty(idIn("places", text("The place that holds it; see this table."))),
  within_name: orEmpty(text("That place’s name.")),
  country: orEmpty(text("Two-letter ISO code.", isoCountry)),
  country_name: orEmpty(text("The country’s name.")),
  latitude: orEmpty(number("Degrees north; empty where no source gives it.", { minimum: -90, maximum: 90 })),
  longitude: orEmpty(number("Degrees east; empty where no source gives it.", { minimum: -180, maximum: 180 })),
  coordinate_source: orEmpty(text("Who gives the coordinates, with the credit they ask for, and what they mark.")),
  colour: orEmpty(text("What figures draw it in; empty for grey.")),
  note: orEmpty(text("What to take care of.")),
  figures: integer("How many figures are about it.")
};

export type PlaceRow = RowOf<typeof columns>;
