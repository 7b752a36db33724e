import type { Ledger } from "../schema.ts";
import type { Violation } from "./violation.ts";

/** What units are counted in is itself a unit, of the same dimension, with the factor 1; otherwise every amount would be off. */
export function canonicalUnitIsOne(ledger: Ledger): Violation[] {
  const { units } = ledger.vocabulary;
  return units.flatMap((unit): Violation[] => {
    const { id, canonical, factor, dimension } = unit;
    const fitting = units.filter((one) => one.dimension === dimension && one.canonical === one.id).map((one) => one.id);
    if (!fitting.includes(canonical))
      return [
        {
          record: unit,
          field: ["canonical"],
          message: `"${canonical}" is no canonical unit of ${dimension}`,
          remedy:
            fitting.length > 0
              ? `use ${fitting.join(" or ")}`
              : `add a unit "${canonical}", canonical: ${canonical}, factor: 1`
        }
      ];
    if (id !== canonical || factor === 1) return [];
    return [
      {
        record: unit,
        field: ["factor"],
        message: `"${id}" is its own canonical unit, and so has the factor 1, not ${factor}`,
        remedy: "write 1, or name the unit that it is counted in"
      }
    ];
  });
}
