import type { FigureRow } from "../tables/figures.ts";

/**
 * The other figures for the same quantity: same metric, subject and material, whatever their basis. Of a table only the
 * newest current cell is one of them; beside an older cell stand only figures for its own time.
 */
export function sameQuantity(figure: FigureRow, figures: readonly FigureRow[]): FigureRow[] {
  const same = figures.filter(
    (other) =>
      other.id !== figure.id &&
      other.metric === figure.metric &&
      other.subject === figure.subject &&
      other.material === figure.material
  );
  if (isOlderCell(figure, figures)) return same.filter(({ period }) => period === figure.period);
  return same.filter(
    (other) =>
      other.series === null ||
      (other.current &&
        other.series !== figure.series &&
        same.every(({ series, period }) => series !== other.series || (period ?? "") <= (other.period ?? "")))
  );
}

const isOlderCell = ({ series, subject, period }: FigureRow, figures: readonly FigureRow[]): boolean =>
  series !== null &&
  figures.some(
    (other) => other.series === series && other.subject === subject && (other.period ?? "") > (period ?? "")
  );
