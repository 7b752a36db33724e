import type { FigureRow } from "./figures.ts";

/** The span of values that a figure leaves possible, in its canonical unit. */
export interface Span {
  from: number;
  to: number;
}

/**
 * What a figure leaves possible: a printed number stands for all that round to it, "less than" for everything below, an
 * interval for what lies in it. Null for a figure without an amount.
 */
export function possibleSpan({ low, value, high, comparator, unit }: FigureRow): Span | null {
  if (comparator === "unquantified" || (low === null && value === null && high === null)) return null;
  if (comparator === "<" || comparator === "<=") return { from: 0, to: high ?? 0 };
  if (comparator === ">" || comparator === ">=") return { from: low ?? 0, to: Number.POSITIVE_INFINITY };
  // A count or a rank is exact unless it is said to be about that many.
  if (value !== null && unit === "1" && comparator === "=") return { from: value, to: value };
  if (value !== null) {
    const half = roundingUnit(value) / 2;
    // "Nearly 29" lies below 29, by no more than the next rounder number.
    return comparator === "nearly" ? { from: value - 2 * half, to: value } : { from: value - half, to: value + half };
  }
  return { from: low ?? 0, to: high ?? Number.POSITIVE_INFINITY };
}

/** The place of the last digit that a number bears: 28.5 million → 100,000; 2,500 → 100. */
function roundingUnit(value: number): number {
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  return 10 ** (Number(exponent) - (mantissa.split(".")[1]?.length ?? 0));
}

/** Whether two figures can both be right within what they print. */
export function agree(one: FigureRow, other: FigureRow): boolean {
  const [a, b] = [possibleSpan(one), possibleSpan(other)];
  return a === null || b === null || (a.from <= b.to && b.from <= a.to);
}

/**
 * Whether two figures speak of times near enough to be compared: a year apart at most, or one of them undated. A target
 * or forecast is compared only with another.
 */
export function sameTime(one: FigureRow, other: FigureRow): boolean {
  if (looksAhead(one) !== looksAhead(other)) return false;
  if (one.period === null || other.period === null) return true;
  const [a, b] = [years(one.period), years(other.period)];
  return a.from - 1 <= b.to && b.from - 1 <= a.to;
}

const looksAhead = ({ status }: FigureRow): boolean => status === "target" || status === "forecast";

function years(period: string): Span {
  const [from = "", to = from] = period.split("/");
  return { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) };
}
