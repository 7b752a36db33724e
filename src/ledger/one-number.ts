import type { Comparator, Figure } from "./schema.ts";

/** The end or ends that one number gives: "at least" its low, "less than" its high, anything else its value. */
export function oneNumber(number: number, comparator: Comparator = "="): Pick<Figure, "low" | "value" | "high"> {
  if (comparator.startsWith(">")) return { low: number };
  if (comparator.startsWith("<")) return { high: number };
  return { value: number };
}
