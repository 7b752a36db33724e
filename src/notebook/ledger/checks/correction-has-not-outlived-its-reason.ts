import { canonicalAmount, editionKey, oneNumber } from "../amounts.ts";
import { newerEditions } from "../editions.ts";
import type { Ledger, Quantity } from "../schema.ts";
import type { Violation } from "./violation.ts";

/** A correction is dropped once the edition itself, or a newer one, prints what it says holds. */
export function correctionHasNotOutlivedItsReason(ledger: Ledger): Violation[] {
  const keyOf = editionKey(ledger.vocabulary.metrics);
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
      const agreeing = [source, ...newerEditions(source, ledger.sources)]
        .flatMap((edition) => edition.figures)
        .find((other) => held && keyOf(other) === keyOf(figure) && amountOf(other) === held);
      return agreeing
        ? [
            {
              record: correction,
              field: ["holds"],
              message:
                agreeing === figure
                  ? `"${figure.id}" prints ${agreeing.printed} itself, as its correction says`
                  : `"${agreeing.id}" prints ${agreeing.printed}, as the correction of "${figure.id}" says`,
              remedy: "drop the correction: it has outlived its reason"
            }
          ]
        : [];
    })
  );
}
