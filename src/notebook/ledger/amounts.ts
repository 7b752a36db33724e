import type { Comparator, Metric, Quantity, Unit } from "./schema.ts";

/**
 * Removes the dust of binary fractions: 28.5 × 1e6 and 2.6 × 1e3 become whole again, and powers are the same whichever engine
 * took them. No source prints twelve digits.
 */
export const exact = (value: number): number =>
  // Whole numbers have no such dust.
  Number.isInteger(value) && Math.abs(value) < 1e12 ? value + 0 : Number(value.toPrecision(12));

/** Whether two amounts are the same but for that dust. */
export const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** The steady growth in % a year that leads from one amount to another in so many years: ((to ÷ from)^(1 ÷ years) − 1) × 100. */
export const growthPerYear = (from: number, to: number, years: number): number =>
  exact(((to / from) ** (1 / years) - 1) * 100);

/** The end or ends that one number gives: "at least" its low, "less than" its high, anything else its value. */
export function oneNumber(number: number, comparator?: Comparator): Pick<Quantity, "low" | "value" | "high"> {
  if (comparator?.startsWith(">")) return { low: number };
  if (comparator?.startsWith("<")) return { high: number };
  return { value: number };
}

/**
 * What two editions of a table give anew: metric, subject, material, basis and period; of a metric that is a stock without
 * the period, since each edition counts it anew, whatever date it gives.
 */
export function editionKey(metrics: readonly Metric[]): (figure: Quantity) => string {
  const stocks = new Set(metrics.filter(({ stock }) => stock).map(({ id }) => id));
  return ({ metric, subject, material, basis, period }) =>
    [metric, subject, material, basis, stocks.has(metric) ? "" : period].join(" ");
}

/** Low, value and high in a canonical unit; null where the source gives none. */
interface Amount {
  low: number | null;
  value: number | null;
  high: number | null;
  unit: string;
}

/**
 * A figure's amount in its unit's canonical unit. A plain or approximate point has `low = value = high`; "less than" has
 * only `high`, "at least" only `low`, an interval no `value`, "nearly" a `value` that is also its `high`.
 */
export function canonicalAmount(
  figure: Pick<Quantity, "low" | "value" | "high" | "comparator">,
  unit: Pick<Unit, "factor" | "canonical">
): Amount {
  const scale = (x: number | undefined) => (x === undefined ? null : exact(x * unit.factor));
  const value = scale(figure.value);
  const hasEnds = figure.low !== undefined || figure.high !== undefined;
  return {
    low: scale(figure.low) ?? (hasEnds ? null : value),
    value,
    high: scale(figure.high) ?? (hasEnds ? null : value),
    unit: unit.canonical
  };
}
