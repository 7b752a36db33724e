import { markAt } from "../charts/words/format.ts";
import type { FigureRow } from "../tables/figures.ts";

/** A statement and the amount that its symbol stands at, in its canonical unit. */
interface PlacedFigure {
  figure: FigureRow;
  at: number;
}

/** A ratio scale from the lowest current statement on. */
export interface RatioScale {
  /** All that have a place, lowest first. */
  marks: readonly PlacedFigure[];
  /** The ends of what is said today, those of intervals too. */
  lowest: PlacedFigure;
  highest: PlacedFigure;
  /** How many doublings the scale has. */
  steps: number;
  /** Where an amount stands, in % of the width. */
  percent: (value: number) => number;
}

/** Room at the ends, in % of the width: at the left for what an earlier edition put lower. */
const inset = { left: 6, right: 8 };

/** The scale on which statements of one quantity stand; null where fewer than two current ones differ. */
export function ratioScale(figures: readonly FigureRow[], doublings?: number): RatioScale | null {
  const marks = figures.flatMap((figure) => at(figure, markAt(figure))).sort(byAmount);
  const ends = figures
    .filter(({ current }) => current)
    .flatMap((figure) =>
      (figure.value === null ? [figure.low, figure.high] : [figure.value]).flatMap((end) => at(figure, end))
    )
    .sort(byAmount);
  const [lowest] = ends;
  const highest = ends.at(-1);
  if (!lowest || !highest || lowest.at === highest.at) return null;
  const steps = doublings ?? Math.max(1, Math.ceil(Math.log2(highest.at / lowest.at)));
  return { marks, lowest, highest, steps, percent: (value) => percentOf(Math.log2(value / lowest.at), steps) };
}

/** A statement at an amount, unless there is none or a ratio scale has no place for it. */
const at = (figure: FigureRow, amount: number | null): PlacedFigure[] =>
  amount === null || amount <= 0 ? [] : [{ figure, at: amount }];

const byAmount = (a: PlacedFigure, b: PlacedFigure): number => a.at - b.at;

/** Where so many doublings of the lowest stand on a scale of `steps`, in % of the width. */
export const percentOf = (doublings: number, steps: number): number =>
  Math.round(10 * (inset.left + (doublings / steps) * (100 - inset.left - inset.right))) / 10;
