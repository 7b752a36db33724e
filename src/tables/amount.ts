import { exact } from "../ledger/exact.ts";

/**
 * A quantity that may be a point, an interval or a bound. An end that is null is not known, so a result that would need
 * it is null too: an interval never gets narrower than its inputs allow. All quantities here are positive.
 */
export interface Interval {
  low: number | null;
  value: number | null;
  high: number | null;
}

/** A calculation over plain numbers. */
export type Operation = (...inputs: number[]) => number;

/**
 * Applies a function that rises with each input marked `up` and falls with each marked `down`: the result's low end
 * takes the low ends of the rising inputs and the high ends of the falling ones, and the other way round. A result that
 * is not finite is not known.
 */
export function spread(operation: Operation, ...inputs: { of: Interval; as: "up" | "down" }[]): Interval {
  const apply = (ends: (number | null)[]): number | null => {
    const known = ends.filter((end) => end !== null);
    const result = known.length === ends.length ? operation(...known) : Number.NaN;
    return Number.isFinite(result) ? exact(result) : null;
  };
  return {
    low: apply(inputs.map(({ of, as }) => (as === "up" ? of.low : of.high))),
    value: apply(inputs.map(({ of }) => of.value)),
    high: apply(inputs.map(({ of, as }) => (as === "up" ? of.high : of.low)))
  };
}

/** The least interval that holds both; it has the first one's value. */
export function hull(one: Interval, other: Interval): Interval {
  const outer = (choose: (...ends: number[]) => number, a: number | null, b: number | null) =>
    a === null || b === null ? null : choose(a, b);
  return {
    low: outer(Math.min, one.low, other.low),
    value: one.value,
    high: outer(Math.max, one.high, other.high)
  };
}
