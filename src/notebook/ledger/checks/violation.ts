import type { Fault } from "../fault.ts";
import { asWritten } from "../named-figures.ts";
import type { Path } from "../parse-document.ts";
import type { Located } from "../record-reader.ts";
import type { Ledger, Quantity, ReferenceList, Series, Source } from "../schema.ts";
import type { Unread } from "../unread.ts";

/** What a check found wrong in a record: the record, the field within it, what, and the remedy. */
export interface Violation {
  record: object;
  field: Path;
  message: string;
  remedy: string;
  /** Another record that has to do with it, whose place ends the message. */
  other?: object;
}

/** `unread` tells what may be missing from the ledger for faults of its own. */
export type Check = (ledger: Ledger, unread: Unread) => Violation[];

/** A violation as a fault of the file, line and column that its record was read from. */
export function locate(
  { record, field, message, remedy, other }: Violation,
  locations: ReadonlyMap<object, Located>
): Fault {
  const location = locations.get(record);
  if (!location) throw new Error(`a check names a record that was not read: ${JSON.stringify(record)}`);
  const { document, path } = location;
  const written = field.map((step) => (typeof step === "string" ? asWritten(record, step) : step));
  const first = other && locations.get(other);
  const where = first ? `, first at ${first.document.file}:${first.document.locate(first.path).line}` : "";
  return { file: document.file, ...document.locate([...path, ...written]), message: message + where, remedy };
}

/** Every figure of every source. */
export const allFigures = (ledger: Ledger): Quantity[] => ledger.sources.flatMap((source) => source.figures);

/** What says which quantity is meant: single figures, and tables once for all their cells. */
export const quantities = (source: Source): (Quantity | Series)[] => [
  ...source.figures.filter(({ series }) => series === null),
  ...source.series
];

/** The same of every source. */
export const allQuantities = (ledger: Ledger): (Quantity | Series)[] => ledger.sources.flatMap(quantities);

/** The ids that a reference into each list can name. */
export function idsByList(ledger: Ledger): Record<ReferenceList, ReadonlySet<string>> {
  const { vocabulary } = ledger;
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    figures: ids(allFigures(ledger)),
    positions: ids(ledger.sources.flatMap(({ positions }) => positions)),
    derivations: ids(ledger.derivations),
    sources: ids(ledger.sources),
    speakers: ids(ledger.speakers),
    places: ids(ledger.places),
    kinds: ids(vocabulary.kinds),
    metrics: ids(vocabulary.metrics),
    units: ids(vocabulary.units),
    bases: ids(vocabulary.bases),
    forms: ids(vocabulary.forms),
    materials: ids(vocabulary.materials),
    topics: ids(vocabulary.topics),
    obstacles: ids(vocabulary.obstacles),
    place_types: ids(vocabulary.place_types),
    marks: ids(vocabulary.marks)
  };
}

/** A field of a record that names another record: which field, the list that holds the other one, and its id. */
interface Reference {
  record: object;
  field: Path;
  list: ReferenceList;
  id: string;
}

type Named = string | null | undefined;

/**
 * Every reference from one record of the ledger to another, whether or not it leads somewhere: source by source, since those of
 * a large ledger take more room than the ledger.
 */
export function* referencesOf(ledger: Ledger): Generator<Reference, void> {
  yield* ofShared(ledger);
  for (const source of ledger.sources) yield* ofSource(source);
}

function ofShared(ledger: Ledger): Reference[] {
  return [
    ...ledger.speakers.flatMap((speaker) => [
      ...one(speaker, ["kind"], "kinds", speaker.kind),
      ...one(speaker, ["affiliation"], "speakers", speaker.affiliation)
    ]),
    ...ledger.places.flatMap((place) => [
      ...one(place, ["within"], "places", place.within),
      ...one(place, ["type"], "place_types", place.type)
    ]),
    ...ledger.vocabulary.units.flatMap((unit) => many(unit, "large", "units", unit.large)),
    ...ledger.vocabulary.materials.flatMap((material) => many(material, "forms", "forms", material.forms)),
    ...ledger.derivations.flatMap((derivation) => many(derivation, "inputs", "figures", derivation.inputs)),
    ...ledger.choices.flatMap((choice) =>
      choice.options.flatMap(({ stands_in, keeps }, place) => [
        ...Object.entries(stands_in).flatMap(([figure, other]) =>
          [figure, other].flatMap((id) => one(choice, ["options", place, "stands_in", figure], "figures", id))
        ),
        ...keeps.flatMap((id, index) => one(choice, ["options", place, "keeps", index], "derivations", id))
      ])
    ),
    ...ledger.comparisons.flatMap((comparison) => [
      ...many(comparison, "figures", "figures", comparison.figures),
      ...many(comparison, "positions", "positions", comparison.positions),
      ...one(comparison, ["finds", "metric"], "metrics", comparison.finds?.metric),
      ...one(comparison, ["finds", "subject"], "places", comparison.finds?.subject),
      ...one(comparison, ["finds", "material"], "materials", comparison.finds?.material)
    ]),
    ...ledger.verdicts.flatMap((verdict) => [
      ...many(verdict, "figures", "figures", verdict.figures),
      ...many(verdict, "positions", "positions", verdict.positions),
      ...Object.keys(verdict.rests_on).flatMap((id) => one(verdict, ["rests_on", id], "figures", id))
    ]),
    ...ledger.nothing_to_compare.flatMap((claim) => one(claim, ["figure"], "figures", claim.figure)),
    ...ledger.terms.flatMap((term) => [
      ...term.from.flatMap(({ source }, place) => one(term, ["from", place, "source"], "sources", source)),
      ...many(term, "rests_on", "figures", term.rests_on)
    ]),
    ...ledger.events.flatMap((event) => [
      ...one(event, ["topic"], "topics", event.topic),
      ...many(event, "speakers", "speakers", event.speakers),
      ...many(event, "places", "places", event.places),
      ...event.passages.flatMap((passage, index) => [
        ...one(event, ["passages", index, "source"], "sources", passage.source),
        ...one(event, ["passages", index, "statement"], "figures", passage.statement)
      ])
    ])
  ];
}

function ofSource(source: Source): Reference[] {
  return [
    ...one(source, ["publisher"], "speakers", source.publisher),
    ...one(source, ["author_speaker"], "speakers", source.author_speaker),
    ...one(source, ["kind"], "kinds", source.kind),
    ...one(source, ["relay", "of"], "speakers", source.relay?.of),
    ...one(source, ["supersedes"], "sources", source.supersedes),
    ...quantities(source).flatMap((quantity) => [
      ...one(quantity, ["metric"], "metrics", quantity.metric),
      ...one(quantity, ["material"], "materials", quantity.material),
      ...one(quantity, ["basis"], "bases", quantity.basis),
      ...one(quantity, ["form"], "forms", quantity.form),
      ...one(quantity, ["unit"], "units", quantity.unit),
      ...one(quantity, ["speaker"], "speakers", quantity.speaker)
    ]),
    ...source.series.flatMap((series) =>
      Object.keys(series.values).flatMap((subject) => one(series, ["values", subject], "places", subject))
    ),
    ...source.figures.flatMap((figure) => [
      ...one(figure, ["subject"], "places", figure.series === null ? figure.subject : null),
      ...many(figure, "chain", "speakers", figure.chain),
      ...(figure.series === null ? [] : figure.marks.flatMap((mark) => one(figure, [], "marks", mark)))
    ]),
    ...source.corrections.flatMap((correction) => one(correction, ["figure"], "figures", correction.figure)),
    ...source.positions.flatMap((position) => [
      ...one(position, ["speaker"], "speakers", position.speaker),
      ...one(position, ["topic"], "topics", position.topic),
      ...one(position, ["subject"], "places", position.subject),
      ...one(position, ["obstacle"], "obstacles", position.obstacle),
      ...many(position, "chain", "speakers", position.chain)
    ])
  ];
}

const one = (record: object, field: Path, list: ReferenceList, id: Named): Reference[] =>
  id == null ? [] : [{ record, field, list, id }];

const many = (record: object, field: string, list: ReferenceList, ids: readonly string[]): Reference[] =>
  ids.map((id, index) => ({ record, field: [field, index], list, id }));

/** How many words a text has. */
export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;
