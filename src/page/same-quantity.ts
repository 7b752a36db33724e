import type { FigureRow } from "../tables/figures.ts";

/**
 * The other figures for the same quantity: same metric, subject and material, whatever their basis. Of a table only the
 * newest current cell is one of them.
 */
export function sameQuantity(figure: FigureRow, figures: readonly FigureRow[]): FigureRow[] {
  const same = figures.filter(
    (other) =>
      other.id !== figure.id &&
      other.metric === figure.metric &&
      other.subject === figure.subject &&
      other.material === figure.material
  );
  return same.filter(
    (other) =>
      other.series === null ||
      (other.current &&
        other.series !== figure.series &&
        same.every(({ series, period }) => series !== other.series || (period ?? "") <= (other.period ?? "")))
  );
}
