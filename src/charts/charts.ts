import type { Chart, ChartRow } from "./chart.ts";

/** Every figure, in the order of the pages. */
export const charts: readonly Chart<ChartRow>[] = [];
