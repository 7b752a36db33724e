import type { Ledger } from "../schema.ts";
import { quantities, type Violation } from "./violation.ts";

/** An id names one record of its list. */
export function everyIdIsUsedOnce(ledger: Ledger): Violation[] {
  const { vocabulary } = ledger;
  const lists: { id: string }[][] = [
    ledger.sources,
    ledger.speakers,
    ledger.places,
    ledger.events,
    ledger.derivations,
    ledger.choices,
    ledger.comparisons,
    ledger.verdicts,
    ledger.terms,
    ledger.sources.flatMap((source): { id: string }[] => [...quantities(source), ...source.positions]),
    ...Object.values(vocabulary)
  ];
  return lists.flatMap((list) => {
    const seen = new Map<string, object>();
    return list.flatMap((record) => {
      const first = seen.get(record.id);
      if (!first) seen.set(record.id, record);
      return first
        ? [
            {
              record,
              other: first,
              field: ["id"],
              message: `id "${record.id}" is used twice`,
              remedy: "give one of the two another id"
            }
          ]
        : [];
    });
  });
}
