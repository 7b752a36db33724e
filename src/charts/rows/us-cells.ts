import type { FigureRow } from "../../tables/figures.ts";
import type { Tables } from "../../tables/tables.ts";

/** What the yearbooks of the US Geological Survey give of one quantity for rare earths in the United States, all editions. */
export const usCells = ({ figures }: Pick<Tables, "figures">, metric: string, basis: string): FigureRow[] =>
  figures.rows.filter(
    (figure) =>
      figure.source.startsWith("usgs-mcs-") &&
      figure.subject === "united-states" &&
      figure.material === "rare-earths" &&
      figure.metric === metric &&
      figure.basis === basis
  );
