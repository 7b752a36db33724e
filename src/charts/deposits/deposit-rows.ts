import type { PlaceRow } from "../../tables/places.ts";
import type { Tables } from "../../tables/tables.ts";
import { secondHandRow } from "../rows/second-hand-row.ts";
import type { StatementRow } from "../rows/statement-row.ts";

/** A statement about a deposit, a plant or a region of deposits in Russia. */
export interface DepositRow extends StatementRow {
  place: string;
  type: PlaceRow["type"];
  region: string;
  latitude: number | null;
  longitude: number | null;
  /** Who gives the coordinates and what they mark; null where nobody does. */
  coordinateSource: string | null;
}

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
  "ore-mined"
];

/** Every statement about rare earths of a place in Russia, place by place; of a table's years only the last. */
export function depositRows({ figures, places, ...tables }: Tables): DepositRow[] {
  const isPlace = ({ type, country, id }: PlaceRow): boolean =>
    country === "RU" &&
    (type === "deposit" ||
      type === "plant" ||
      figures.rows.some(({ subject, metric }) => type === "region" && subject === id && metrics.includes(metric)));
  return places.rows
    .filter(isPlace)
    .sort(fromWestToEast)
    .flatMap((place) => {
      const about = figures.rows.filter(
        ({ subject, material, metric, current }) =>
          subject === place.id && material === "rare-earths" && metrics.includes(metric) && current
      );
      const isLast = ({ series, period }: (typeof about)[number]): boolean =>
        series === null || about.every((row) => row.series !== series || (row.period ?? "") <= (period ?? ""));
      return about
        .filter(isLast)
        .sort((a, b) => metrics.indexOf(a.metric) - metrics.indexOf(b.metric))
        .map((figure) => ({
          ...secondHandRow(figure, { figures, places, ...tables }),
          place: place.name,
          type: place.type,
          region: places.rows.find(({ id }) => id === place.within)?.name ?? "",
          latitude: place.latitude,
          longitude: place.longitude,
          coordinateSource: place.coordinate_source
        }));
    });
}

/** Places without coordinates last. */
function fromWestToEast(one: PlaceRow, other: PlaceRow): number {
  const [here, there] = [one, other].map(({ longitude }) => longitude ?? 360);
  return Number(here) - Number(there) || one.name.localeCompare(other.name, "en");
}
