import { canonicalAmount, oneNumber } from "../amounts.ts";
import type { Ledger, Quantity } from "../schema.ts";
import type { Violation } from "./violation.ts";

/**
 * A correction is dropped once its own edition prints what it says holds. A newer edition that prints so confirms it: the
 * older still prints what it printed, and pages that quote it go on saying what holds.
 */
export function correctionHasNotOutlivedItsReason(ledger: Ledger): Violation[] {
  const unitOf = new Map(ledger.vocabulary.units.map((unit) => [unit.id, unit]));
  const amountOf = (figure: Pick<Quantity, "low" | "value" | "high" | "comparator" | "unit">): string | null => {
    const unit = unitOf.get(figure.unit);
    return unit ? JSON.stringify([figure.comparator ?? "=", canonicalAmount(figure, unit)]) : null;
  };
  return ledger.sources.flatMap((source) =>
    source.corrections.flatMap((correction) => {
      const { holds, comparator } = correction;
      const figure = source.figures.find(({ id }) => id === correction.figure);
      if (!figure) return [];
      const held = amountOf({ ...oneNumber(holds, comparator), comparator, unit: figure.unit });
      if (!held || amountOf(figure) !== held) return [];
      return [
        {
          record: correction,
          field: ["holds"],
          message: `"${figure.id}" prints ${figure.printed} itself, as its correction says`,
          remedy: "drop the correction: it has outlived its reason"
        }
      ];
    })
  );
}
