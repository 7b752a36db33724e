import type { ParsedLedger } from "./parse-ledger.ts";

/** Where each figure, position and derivation is written, `data/ledger/gazette.yaml:12`, by its id. */
export function recordPlaces({ ledger, locations }: ParsedLedger): (id: string) => string | undefined {
  const records = new Map(
    [
      ...ledger.sources.flatMap(({ figures, positions }) => [...figures, ...positions]),
      ...ledger.derivations,
      ...ledger.events
    ].map((record) => [record.id, record])
  );
  return (id) => {
    const record = records.get(id);
    const location = record && locations.get(record);
    return location && `${location.document.file}:${location.document.locate(location.path).line}`;
  };
}
