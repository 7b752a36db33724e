import { canonicalAmount } from "../amounts.ts";
import type { Ledger, Quantity, Source } from "../schema.ts";
import { allFigures, type Violation } from "./violation.ts";

/** Totals are rounded otherwise than their parts. */
const rounding = 1.02;

/** A share is at most 100%, and in one table a place has no more of a material than the place that it lies within. */
export function partIsWithinItsWhole(ledger: Ledger): Violation[] {
  return [...sharesAboveAll(ledger), ...ledger.sources.flatMap((source) => cellsAboveTheirTotals(source, ledger))];
}

function sharesAboveAll(ledger: Ledger): Violation[] {
  const { metrics } = ledger.vocabulary;
  const parts = new Set(metrics.filter(({ part }) => part).map(({ id }) => id));
  return allFigures(ledger).flatMap((figure) => {
    const end = (["low", "value", "high"] as const).find((one) => (figure[one] ?? 0) > 100);
    if (end === undefined || figure.unit !== "%" || !parts.has(figure.metric)) return [];
    return [
      {
        record: figure,
        field: figure.series === null ? [end] : [],
        message: `${figure[end]}% is more than all of which "${figure.id}" is a part`,
        remedy: 'correct the amount, or the metric, if it is none with "part: true"'
      }
    ];
  });
}

function cellsAboveTheirTotals({ figures }: Source, { vocabulary, places }: Ledger): Violation[] {
  const within = new Map(places.map((place) => [place.id, place.within]));
  const cells = new Map(
    figures
      .filter(({ series }) => series !== null)
      .map((cell) => [`${cell.series} ${cell.subject} ${cell.period}`, cell])
  );
  const amountOf = (cell: Quantity) => {
    const unit = vocabulary.units.find(({ id }) => id === cell.unit);
    const measures = vocabulary.units.find(({ id }) => id === unit?.canonical);
    return unit && measures?.of_material ? canonicalAmount(cell, unit) : null;
  };
  return [...cells.values()].flatMap((cell) => {
    const whole = cells.get(`${cell.series} ${within.get(cell.subject)} ${cell.period}`);
    const most = whole && amountOf(whole)?.high;
    if (!whole || most == null) return [];
    const part = amountOf(cell);
    if ((part?.value ?? part?.low ?? 0) <= most * rounding) return [];
    return [
      {
        record: cell,
        field: [],
        message: `${cell.printed} is more than the ${whole.printed} of "${whole.subject}", of which "${cell.subject}" is a part`,
        remedy: "correct the one or the other as the table prints it"
      }
    ];
  });
}
