import type { QuantityRow, Tables } from "../notebook/index.ts";

/** What the yearbooks of the US Geological Survey give of one quantity for rare earths in the United States, all editions. */
export const usSeries = ({ figures }: Pick<Tables, "figures">, metric: string, basis: string): QuantityRow[] =>
  figures.rows.filter(
    (figure) =>
      figure.source.startsWith("usgs-mcs-") &&
      figure.subject === "united-states" &&
      figure.material === "rare-earths" &&
      figure.metric === metric &&
      figure.basis === basis
  );
