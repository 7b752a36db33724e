import type { FigureRow } from "../tables/figures.ts";

/** What a figure counts, by metric and basis: "production, basis not stated". Where one names the other it stands alone. */
export function measureText({ metric_label, basis_label }: Pick<FigureRow, "metric_label" | "basis_label">): string {
  if (basis_label.includes(metric_label)) return basis_label;
  return metric_label.includes(basis_label) ? metric_label : `${metric_label}, ${basis_label}`;
}
