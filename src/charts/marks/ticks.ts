import { noBreakSpace, plainNumber } from "../words/format.ts";

/**
 * Round ticks from zero for an axis that has to reach `max`: a step of 1, 2 or 5 times a power of ten, at most five
 * steps. The last tick lies beyond `max` if that is not far.
 */
export function ticksTo(max: number): number[] {
  const power = 10 ** Math.floor(Math.log10(max));
  const step = [0.1, 0.2, 0.5, 1, 2, 5].map((factor) => factor * power).find((size) => max / size < 4.5) ?? power;
  const steps = Math.round(max / step);
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Labels for ticks: plain numbers, the unit on the last one only. */
export function tickTexts(ticks: readonly number[], unit: string): (tick: number) => string {
  const last = ticks.at(-1);
  const space = unit === "%" ? "" : noBreakSpace;
  return (tick) => plainNumber(tick) + (tick === last ? space + unit : "");
}
