import { exact } from "./exact.ts";
import type { Figure, Unit } from "./schema.ts";

/** Low, value and high in a canonical unit; null where the source gives none. */
export interface Amount {
  low: number | null;
  value: number | null;
  high: number | null;
  unit: string;
}

/**
 * A figure's amount in its unit's canonical unit. A plain or approximate point has `low = value = high`; "less than" has
 * only `high`, "at least" only `low`, an interval no `value`, "nearly" a `value` that is also its `high`.
 */
export function canonicalAmount(figure: Pick<Figure, "low" | "value" | "high" | "comparator">, unit: Unit): Amount {
  const scale = (x: number | undefined) => (x === undefined ? null : exact(x * unit.factor));
  const value = scale(figure.value);
  const isPoint = figure.value !== undefined && figure.low === undefined && figure.high === undefined;
  return {
    low: scale(figure.low) ?? (isPoint ? value : null),
    value,
    high: scale(figure.high) ?? (isPoint ? value : null),
    unit: unit.canonical
  };
}
