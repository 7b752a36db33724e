import type { Ledger } from "../schema.ts";
import { allFigures, type Violation } from "./violation.ts";

/** Which of low, value and high each comparator takes; see the contract of the table `figures`. */
const shapes = {
  "=": ["value", "low+high", "low+value+high"],
  "~": ["value", "low+high"],
  "<": ["high"],
  "<=": ["high"],
  ">": ["low"],
  ">=": ["low"],
  nearly: ["value+high"],
  unquantified: [""]
} as const;

/** A comparator stands with the ends that it means: “less than” with a high one alone. */
export function comparatorFitsItsAmount(ledger: Ledger): Violation[] {
  return allFigures(ledger).flatMap((figure) => {
    const comparator = figure.comparator ?? "=";
    const given = (["low", "value", "high"] as const).filter((end) => figure[end] !== undefined).join("+");
    const allowed: readonly string[] = shapes[comparator];
    if (allowed.includes(given)) return [];
    return [
      {
        record: figure,
        field: [figure.comparator ? "comparator" : "id"],
        message: `comparator "${comparator}" does not go with ${given || "no amount"}`,
        remedy: `give ${allowed.map((shape) => shape || "no amount").join(" or ")}`
      }
    ];
  });
}
