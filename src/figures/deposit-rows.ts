import {
  type PlaceRow,
  pickDerived,
  pickFigure,
  type QuantityRow,
  type StatementRow,
  secondHandRow,
  type Tables
} from "../notebook/index.ts";
import { byPeriod, periodOf } from "./periods.ts";

const name = "deposits-map";

/**
 * A statement about a deposit, a plant or a region of deposits in Russia, or a plant abroad that Russia feeds; or what the
 * mines of a country yield.
 */
export interface DepositRow extends StatementRow {
  place: string;
  type: PlaceRow["type"];
  region: string;
  latitude: number | null;
  longitude: number | null;
  /** Who gives the coordinates and what they mark; null where nobody does. */
  coordinateSource: string | null;
  /** The colour that the ledger gives a country; null for grey. */
  colour: string | null;
  /** The main town of the district, for a place that no source locates more closely. */
  town: { latitude: number; longitude: number } | null;
}

/** What part of its raw material a plant takes from Russia. */
export const feed = "share-of-feed";

/** What a statement may be of to be about rare earths that somebody counts, mines or makes. */
const metrics = [
  "reserves",
  "share-of-reserves",
  "ore",
  "grade",
  "contained-in-ore",
  "concentrate-output",
  "production-of-compounds",
  "capacity",
  "ore-mined",
  feed
];

/** What is said of places in Russia and of the plants that it feeds, then the yield of each country with mines. */
export const mapRows = (tables: Tables): DepositRow[] => [...depositRows(tables), ...yieldRows(tables)];

/** What the survey gives for the mines of each country, of the edition and year from which China's share is taken; the largest first. */
function yieldRows(tables: Tables): DepositRow[] {
  const [china = ""] = pickDerived(name, tables, "derived.survey-output-share-china").inputs;
  const { series, period } = pickFigure(name, tables, china);
  const ofTable = tables.figures.rows.filter((row) => row.series === series && row.period === period);
  return ofTable
    .filter(({ value }) => value !== null && value > 0)
    .flatMap((figure) => {
      const place = tables.places.rows.find(({ id, type }) => id === figure.subject && type === "country");
      return place ? [placedRow(figure, place, tables)] : [];
    })
    .sort((one, other) => Number(other.value) - Number(one.value));
}

const placedRow = (figure: QuantityRow, place: PlaceRow, tables: Tables): DepositRow => ({
  ...secondHandRow(figure, tables),
  place: place.name,
  type: place.type,
  region: regionOf(place, tables.places)?.name ?? "",
  latitude: place.latitude,
  longitude: place.longitude,
  coordinateSource: place.coordinate_source,
  colour: place.colour,
  town: townOf(place, tables.places)
});

/** Every statement about rare earths of such a place, place by place; of a table's years only the last. */
function depositRows({ figures, places, ...tables }: Tables): DepositRow[] {
  const isSaid = (id: string, what: readonly string[]): boolean =>
    figures.rows.some(({ subject, metric }) => subject === id && what.includes(metric));
  const isPlace = ({ type, country, id }: PlaceRow): boolean =>
    country === "RU"
      ? type === "deposit" || type === "plant" || (type === "region" && isSaid(id, metrics))
      : type === "plant" && isSaid(id, [feed]);
  return places.rows
    .filter(isPlace)
    .sort(fromWestToEast)
    .flatMap((place) => {
      const about = figures.rows.filter(
        ({ subject, material, metric, current }) =>
          subject === place.id && material === "rare-earths" && metrics.includes(metric) && current
      );
      const isLast = (one: QuantityRow): boolean =>
        one.series === null || about.every((row) => row.series !== one.series || byPeriod(row, one) <= 0);
      return about
        .filter(isLast)
        .sort((a, b) => metrics.indexOf(a.metric) - metrics.indexOf(b.metric))
        .map((figure) => placedRow(figure, place, { figures, places, ...tables }));
    });
}

const regionOf = ({ within }: PlaceRow, places: Tables["places"]): PlaceRow | undefined =>
  places.rows.find(({ id }) => id === within);

function townOf(place: PlaceRow, places: Tables["places"]): DepositRow["town"] {
  const region = regionOf(place, places);
  const { latitude = null, longitude = null } = region?.type === "region" ? region : {};
  return place.latitude !== null || latitude === null || longitude === null ? null : { latitude, longitude };
}

/** Places without coordinates last. */
function fromWestToEast(one: PlaceRow, other: PlaceRow): number {
  const [here, there] = [one, other].map(({ longitude }) => longitude ?? 360);
  return Number(here) - Number(there) || one.name.localeCompare(other.name, "en");
}

export const isYield = ({ type }: DepositRow): boolean => type === "country";

export const isPoint = (type: PlaceRow["type"]): boolean => type === "deposit" || type === "plant";

/** The largest yields have their names on the small map, and those of countries that have a colour. */
const isNamed = ({ colour }: DepositRow, index: number): boolean => index < 4 || colour !== null;

/** What countries' mines yield, the largest first. */
export interface MineYield {
  year: string;
  speaker: string;
  placed: DepositRow[];
  /** The names of countries that the ledger gives no place. */
  unplaced: string[];
  /** Who gives the places. */
  source: string;
  /** Those that have their names on the small map. */
  shown: DepositRow[];
  /** The largest, and Russia's. */
  ends: DepositRow[];
}

/** Null where no table gives any. */
export function mineYield(rows: readonly DepositRow[]): MineYield | null {
  const yields = rows.filter(isYield);
  const [first] = yields;
  if (!first) return null;
  const placed = yields.filter(({ latitude }) => latitude !== null);
  return {
    year: periodOf(first),
    speaker: first.speaker,
    placed,
    unplaced: yields.filter(({ latitude }) => latitude === null).map(({ place }) => place),
    source: [...new Set(placed.map(({ coordinateSource }) => coordinateSource?.split(";")[0]))].join(", "),
    shown: yields.filter(isNamed),
    ends: yields.filter(({ subject }, index) => index === 0 || subject === "Russia")
  };
}
