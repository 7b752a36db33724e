import type { FigureRow } from "../tables/figures.ts";

/** What a figure counts, by metric and basis: "production, basis not stated". A basis that names the metric stands alone. */
export const measureText = ({ metric_label, basis_label }: FigureRow): string =>
  basis_label.includes(metric_label) ? basis_label : `${metric_label}, ${basis_label}`;
