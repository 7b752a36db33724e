import type { Ledger } from "../schema.ts";
import { allQuantities, type Violation } from "./violation.ts";

/** A unit measures what its metric is. */
export function unitFitsItsMetric(ledger: Ledger): Violation[] {
  const { metrics, units } = ledger.vocabulary;
  return allQuantities(ledger).flatMap((figure) => {
    const metric = metrics.find(({ id }) => id === figure.metric);
    const unit = units.find(({ id }) => id === figure.unit);
    if (!metric || !unit || metric.dimension === unit.dimension) return [];
    const fitting = units.filter(({ dimension }) => dimension === metric.dimension).map(({ id }) => id);
    return [
      {
        record: figure,
        field: ["unit"],
        message: `unit "${unit.id}" measures ${unit.dimension}, but ${metric.label} is ${metric.dimension}`,
        remedy:
          fitting.length > 0
            ? `use ${fitting.join(" or ")}`
            : `add a unit that measures ${metric.dimension} to data/ledger/vocabulary.yaml`
      }
    ];
  });
}
