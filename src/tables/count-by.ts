import { from, op } from "arquero";

/** How many rows there are for each value of a field. */
export function countBy<Row extends object>(rows: readonly Row[], field: keyof Row & string): Map<string, number> {
  if (rows.length === 0) return new Map();
  const counts = from([...rows])
    .groupby(field)
    .rollup({ count: op.count() })
    .objects() as Record<string, unknown>[];
  return new Map(counts.map((row) => [String(row[field]), Number(row.count)]));
}
