import { dateText, type QuantityRow } from "../notebook/index.ts";

type Dated = Pick<QuantityRow, "period">;

/** The time of a figure as it can be compared and shown; empty where none is stated. */
export const periodOf = ({ period }: Dated): string => period ?? "";

/** The year that a figure is for, else when it was said. */
export const whenOf = ({ period, published }: Dated & Pick<QuantityRow, "published">): string =>
  period ?? (published === null ? "undated" : `said ${dateText(published.slice(0, 7))}`);

/** The earlier time first. */
export const byPeriod = (a: Dated, b: Dated): number => periodOf(a).localeCompare(periodOf(b));

/** The figures of each period, from whichever was published last; where several were at once, the first. */
export function newestOfEachPeriod<Row extends Dated & Pick<QuantityRow, "published">>(figures: readonly Row[]): Row[] {
  const publishedOf = ({ published }: Row): string => published ?? "";
  const newestLast = figures.toReversed().sort((a, b) => publishedOf(a).localeCompare(publishedOf(b)));
  return [...new Map(newestLast.map((figure) => [figure.period, figure])).values()];
}
