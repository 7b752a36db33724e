import type { Chart, ChartRow } from "../charts/chart.ts";

/** A chart with its rows selected: what the page shows and what the downloads hold. */
export interface DrawnChart {
  chart: Chart<ChartRow>;
  rows: readonly ChartRow[];
}

/** Every record that a figure rests on, each once, in the order of the rows. */
export const recordsOf = ({ rows }: Pick<DrawnChart, "rows">): string[] => [
  ...new Set(rows.flatMap((row) => row.evidence))
];
