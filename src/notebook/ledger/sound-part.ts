import { type CheckName, violationsOf } from "./check-ledger.ts";
import { idsByList, referencesOf } from "./checks/violation.ts";
import type { ParsedLedger } from "./parse-ledger.ts";
import type { Ledger, Vocabulary } from "./schema.ts";

/** Checks whose breach makes a record's number or its links useless; a breach of the others leaves it as good as it was. */
const spoiling: readonly CheckName[] = [
  "every-reference-leads-somewhere",
  "canonical-unit-is-one",
  "unit-fits-its-metric",
  "basis-fits-its-metric",
  "interval-runs-upwards",
  "comparator-fits-its-amount",
  "printed-figure-contains-its-value",
  "editions-stand-in-one-line",
  "choice-can-be-made"
];

/** The part of a ledger that later checks can rest on: without what the ledger's own checks found useless. */
export function soundPart(parsed: ParsedLedger): ParsedLedger {
  const useless = spoiling.flatMap((check) => violationsOf(parsed, check));
  return withoutRecords(
    parsed,
    useless.map(({ record }) => record)
  );
}

/** The ledger without these records and without all that names one of them; what is left out is remembered as unread. */
export function withoutRecords(parsed: ParsedLedger, records: Iterable<object>): ParsedLedger {
  const dropped = new Set<object>(records);
  let ledger = without(parsed.ledger, dropped);
  for (let lost = dangling(ledger); lost.length > 0; lost = dangling(ledger)) {
    for (const record of lost) dropped.add(record);
    ledger = without(ledger, dropped);
  }
  if (dropped.size === 0) return parsed;
  const kept = new Set(Object.values(idsByList(ledger)).flatMap((ids) => [...ids]));
  const before = Object.values(idsByList(parsed.ledger)).flatMap((ids) => [...ids]);
  const ids = [...parsed.unread.ids, ...before.filter((id) => !kept.has(id)), ...[...dropped].flatMap(idOf)];
  return {
    ...parsed,
    ledger,
    unread: { ...parsed.unread, ids: new Set(ids) },
    omitted: [
      ...parsed.omitted,
      ...[...dropped].map((record) => ({
        file: parsed.locations.get(record)?.document.file ?? "",
        text: JSON.stringify(record)
      }))
    ]
  };
}

const idOf = (record: object): string[] => ("id" in record && typeof record.id === "string" ? [record.id] : []);

/** Records that name one that is not there. */
function dangling(ledger: Ledger): object[] {
  const known = idsByList(ledger);
  return [...referencesOf(ledger)].filter(({ list, id }) => !known[list].has(id)).map(({ record }) => record);
}

/** The ledger without these records; a table takes its cells with it, a source all that it holds. */
function without(ledger: Ledger, dropped: ReadonlySet<object>): Ledger {
  const keep = <Entry extends object>(list: readonly Entry[]): Entry[] => list.filter((entry) => !dropped.has(entry));
  // A source that has lost a record is another object, so sources are known by their ids.
  const lostSources = new Set([...dropped].flatMap((record) => ("left_out" in record ? idOf(record) : [])));
  const sources = ledger.sources
    .filter(({ id }) => !lostSources.has(id))
    .map((source) => {
      const series = keep(source.series);
      const tables = new Set(series.map(({ id }) => id));
      const figures = keep(source.figures).filter((figure) => figure.series === null || tables.has(figure.series));
      return { ...source, series, figures, positions: keep(source.positions), corrections: keep(source.corrections) };
    });
  // Terms name each other too: a unit its larger ones, a material its forms.
  const terms = Object.entries(ledger.vocabulary).map(([list, of]) => [list, keep<object>(of)]);
  return {
    vocabulary: Object.fromEntries(terms) as Vocabulary,
    speakers: keep(ledger.speakers),
    places: keep(ledger.places),
    events: keep(ledger.events),
    derivations: keep(ledger.derivations),
    choices: keep(ledger.choices),
    comparisons: keep(ledger.comparisons),
    verdicts: keep(ledger.verdicts),
    nothing_to_compare: keep(ledger.nothing_to_compare),
    terms: keep(ledger.terms),
    sources
  };
}
