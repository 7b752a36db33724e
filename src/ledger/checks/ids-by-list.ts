import type { Ledger, ReferenceList } from "../schema.ts";
import { allFigures } from "./quantities.ts";

/** The ids that a reference into each list can name. */
export function idsByList(ledger: Ledger): Record<ReferenceList, ReadonlySet<string>> {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const { kinds, metrics, units, bases, forms, materials, topics, obstacles } = ledger.vocabulary;
  return {
    figures: ids(allFigures(ledger)),
    positions: ids(ledger.sources.flatMap(({ positions }) => positions)),
    derivations: ids(ledger.derivations),
    sources: ids(ledger.sources),
    speakers: ids(ledger.speakers),
    places: ids(ledger.places),
    kinds: ids(kinds),
    metrics: ids(metrics),
    units: ids(units),
    bases: ids(bases),
    forms: ids(forms),
    materials: ids(materials),
    topics: ids(topics),
    obstacles: ids(obstacles)
  };
}
