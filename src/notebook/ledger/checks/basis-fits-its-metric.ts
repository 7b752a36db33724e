import type { Basis, Ledger } from "../schema.ts";
import { allQuantities, type Violation } from "./violation.ts";

/** A basis qualifies the quantity that its metric counts. */
export function basisFitsItsMetric(ledger: Ledger): Violation[] {
  const { metrics, bases } = ledger.vocabulary;
  return allQuantities(ledger).flatMap((figure) => {
    const metric = metrics.find(({ id }) => id === figure.metric);
    const basis = bases.find(({ id }) => id === figure.basis);
    if (!metric || !basis) return [];
    const fits = ({ quantity }: Basis): boolean => [quantity].flat().some((q) => q === "any" || q === metric.quantity);
    if (fits(basis)) return [];
    const fitting = bases.filter(fits).map(({ id }) => id);
    return [
      {
        record: figure,
        field: ["basis"],
        message: `basis "${basis.id}" qualifies ${[basis.quantity].flat().join(" and ")}, not ${metric.quantity}`,
        remedy: `use ${fitting.join(" or ")}`
      }
    ];
  });
}
