/**
 * A quantity that may be a point, an interval or a bound. An end that is null is not known, so a result that would need
 * it is null too: an interval never gets narrower than its inputs allow. All quantities here are positive.
 */
export interface Interval {
  low: number | null;
  value: number | null;
  high: number | null;
}

type Operation = (...inputs: number[]) => number;

/**
 * Applies a function that rises with each input marked `up` and falls with each marked `down`: the result's low end
 * takes the low ends of the rising inputs and the high ends of the falling ones, and the other way round.
 */
export function spread(operation: Operation, ...inputs: { of: Interval; as: "up" | "down" }[]): Interval {
  const apply = (ends: (number | null)[]): number | null => {
    const known = ends.filter((end) => end !== null);
    return known.length === ends.length ? exact(operation(...known)) : null;
  };
  return {
    low: apply(inputs.map(({ of, as }) => (as === "up" ? of.low : of.high))),
    value: apply(inputs.map(({ of }) => of.value)),
    high: apply(inputs.map(({ of, as }) => (as === "up" ? of.high : of.low)))
  };
}

/** Removes the dust of binary fractions; twelve digits are more than any source prints. */
const exact = (value: number): number => Number(value.toPrecision(12));
