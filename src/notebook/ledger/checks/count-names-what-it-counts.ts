import type { Ledger, Metric, Quantity, Series } from "../schema.ts";
import { allQuantities, type Violation } from "./violation.ts";

/**
 * A bare number counts one kind of thing, which its metric names and its record too: elements and deposits under one metric
 * would pass for two opinions on one quantity.
 */
export function countNamesWhatItCounts(ledger: Ledger): Violation[] {
  const { metrics, units } = ledger.vocabulary;
  const bare = units.find(({ id }) => id === "1")?.dimension;
  const counting = metrics.filter(({ dimension, ordinal }) => dimension === bare && !ordinal);
  const silent = counting.filter(({ counts }) => counts.length === 0);
  return [
    ...silent.map((metric) => ({
      record: metric,
      field: ["id"],
      message: `metric "${metric.id}" does not say what it counts`,
      remedy: 'name it under "counts", one kind of thing, or give "ordinal: true" if it is a place in an order'
    })),
    ...allQuantities(ledger).flatMap((figure) => {
      const metric = counting.find(({ id }) => id === figure.metric);
      if (!metric || metric.counts.length === 0 || names(figure, metric)) return [];
      return [
        {
          record: figure,
          field: ["metric"],
          message: `"${figure.id}" names none of what ${metric.label} counts: ${metric.counts.join(", ")}`,
          remedy: "use the metric of what it counts, or add one to data/ledger/vocabulary.yaml"
        }
      ];
    })
  ];
}

function names(figure: Quantity | Series, { counts }: Metric): boolean {
  const said = `${"printed" in figure ? figure.printed : figure.table} ${figure.says}`.toLowerCase();
  return counts.some((thing) => new RegExp(`\\b${thing.toLowerCase()}\\b`).test(said));
}
