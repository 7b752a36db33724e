import { plainNumber } from "./format.ts";

const names: readonly (readonly [number, string])[] = [
  [25, "a quarter"],
  [100 / 3, "a third"],
  [50, "half"],
  [200 / 3, "two thirds"],
  [75, "three quarters"]
];

/** A share of a hundred in words where it is a plain fraction, else as a percentage: "two thirds", "58%". */
export function fractionWords(percent: number): string {
  const named = names.find(([share]) => Math.abs(percent - share) < 0.1);
  return named?.[1] ?? `${plainNumber(percent, 2)}%`;
}
