import type { Fault } from "./fault.ts";
import { suggest } from "./nearest.ts";
import { oneNumber } from "./one-number.ts";
import type { Path } from "./parse-document.ts";
import type { ParsedLedger } from "./parse-ledger.ts";
import { printedNumbers } from "./printed-numbers.ts";
import { quantityKey } from "./quantity-key.ts";
import type { Basis, Figure, Ledger, LedgerEvent, ReferenceList, Series, Source } from "./schema.ts";
import { canonicalAmount } from "./units.ts";

/** What a check found wrong in a record: the record, the field within it, what, and the remedy. */
interface Finding {
  record: object;
  field: Path;
  message: string;
  remedy: string;
}

/** `unread` holds ids of records that may be missing from the ledger for faults of their own. */
type Check = (ledger: Ledger, unread: ReadonlySet<string>) => Finding[];

/** Every rule that needs more than a record's own schema, named for what holds when it passes. */
export const checks: Readonly<Record<string, Check>> = {
  "every-id-is-used-once": everyIdIsUsedOnce,
  "every-reference-leads-somewhere": everyReferenceLeadsSomewhere,
  "a-record-belongs-to-its-source": recordBelongsToItsSource,
  "a-passage-can-be-found": passageCanBeFound,
  "every-date-exists": everyDateExists,
  "a-unit-fits-its-metric": unitFitsItsMetric,
  "a-basis-fits-its-metric": basisFitsItsMetric,
  "an-interval-runs-upwards": intervalRunsUpwards,
  "a-comparator-fits-its-amount": comparatorFitsItsAmount,
  "a-printed-figure-contains-its-value": printedFigureContainsItsValue,
  "a-printed-figure-is-short": printedFigureIsShort,
  "our-words-are-few": ourWordsAreFew,
  "an-unknown-title-has-a-working-title": unknownTitleHasWorkingTitle,
  "no-edition-supersedes-itself": noEditionSupersedesItself,
  "a-correction-has-not-outlived-its-reason": correctionHasNotOutlivedItsReason
};

/** All faults of a parsed ledger: those of its files and records, then those between records. */
export function checkLedger({ ledger, locations, unread, faults }: ParsedLedger): Fault[] {
  const found = Object.values(checks).flatMap((check) => check(ledger, unread));
  const located = found.flatMap(({ record, field, message, remedy }) => {
    const location = locations.get(record);
    if (!location) throw new Error(`a check names a record that was not read: ${JSON.stringify(record)}`);
    const { document, path } = location;
    return { file: document.file, ...document.locate([...path, ...field]), message, remedy };
  });
  return [...faults, ...located];
}

const allFigures = (ledger: Ledger): Figure[] => ledger.sources.flatMap((source) => source.figures);

/** What says which quantity is meant: single figures, and tables once for all their cells. */
const quantities = (source: Source): (Figure | Series)[] => [
  ...source.figures.filter(({ series }) => series === null),
  ...source.series
];
const allQuantities = (ledger: Ledger): (Figure | Series)[] => ledger.sources.flatMap(quantities);

function everyIdIsUsedOnce(ledger: Ledger): Finding[] {
  const { vocabulary } = ledger;
  const lists: { id: string }[][] = [
    ledger.sources,
    ledger.speakers,
    ledger.places,
    ledger.events,
    ledger.derivations,
    ledger.comparisons,
    ledger.verdicts,
    ledger.sources.flatMap((source): { id: string }[] => [...quantities(source), ...source.positions]),
    ...Object.values(vocabulary)
  ];
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return list.flatMap((record) => {
      const repeated = seen.has(record.id);
      seen.add(record.id);
      return repeated
        ? [
            {
              record,
              field: ["id"],
              message: `id "${record.id}" is used twice`,
              remedy: "give one of the two another id"
            }
          ]
        : [];
    });
  });
}

function everyReferenceLeadsSomewhere(ledger: Ledger, unread: ReadonlySet<string>): Finding[] {
  const ids = (list: readonly { id: string }[]) => list.map((record) => record.id);
  const { kinds, metrics, units, bases, forms, materials, topics, obstacles } = ledger.vocabulary;
  const known: Record<ReferenceList, string[]> = {
    figures: ids(allFigures(ledger)),
    positions: ledger.sources.flatMap(({ positions }) => ids(positions)),
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
  const knownIds = new Map(Object.entries(known).map(([list, members]) => [list, new Set(members)]));
  const findings: Finding[] = [];
  const look = (record: object, field: Path, list: ReferenceList, value: string | null | undefined) => {
    if (value == null || knownIds.get(list)?.has(value) || unread.has(value) || unread.has(tableOf(value))) return;
    findings.push({
      record,
      field,
      message: `"${value}" is not among the ${list}`,
      remedy: suggest(value, known[list], homeOf(list))
    });
  };
  const lookAll = (record: object, field: string, list: ReferenceList, values: readonly string[]) =>
    values.forEach((value, index) => {
      look(record, [field, index], list, value);
    });

  for (const speaker of ledger.speakers) {
    look(speaker, ["kind"], "kinds", speaker.kind);
    look(speaker, ["affiliation"], "speakers", speaker.affiliation);
  }
  for (const derivation of ledger.derivations) lookAll(derivation, "inputs", "figures", derivation.inputs);
  for (const comparison of ledger.comparisons) {
    lookAll(comparison, "figures", "figures", comparison.figures);
    lookAll(comparison, "positions", "positions", comparison.positions);
    look(comparison, ["finds", "metric"], "metrics", comparison.finds?.metric);
    look(comparison, ["finds", "subject"], "places", comparison.finds?.subject);
    look(comparison, ["finds", "material"], "materials", comparison.finds?.material);
  }
  for (const verdict of ledger.verdicts) {
    lookAll(verdict, "figures", "figures", verdict.figures);
    lookAll(verdict, "positions", "positions", verdict.positions);
    for (const id of Object.keys(verdict.rests_on)) look(verdict, ["rests_on", id], "figures", id);
  }
  for (const claim of ledger.nothing_to_compare) look(claim, ["figure"], "figures", claim.figure);
  for (const place of ledger.places) look(place, ["within"], "places", place.within);
  for (const event of ledger.events) {
    look(event, ["topic"], "topics", event.topic);
    lookAll(event, "speakers", "speakers", event.speakers);
    lookAll(event, "places", "places", event.places);
    event.passages.forEach((passage, index) => {
      look(event, ["passages", index, "source"], "sources", passage.source);
      look(event, ["passages", index, "statement"], "figures", passage.statement);
    });
  }
  for (const source of ledger.sources) {
    look(source, ["publisher"], "speakers", source.publisher);
    look(source, ["author_speaker"], "speakers", source.author_speaker);
    look(source, ["kind"], "kinds", source.kind);
    look(source, ["supersedes"], "sources", source.supersedes);
    for (const quantity of quantities(source)) {
      look(quantity, ["metric"], "metrics", quantity.metric);
      look(quantity, ["material"], "materials", quantity.material);
      look(quantity, ["basis"], "bases", quantity.basis);
      look(quantity, ["form"], "forms", quantity.form);
      look(quantity, ["unit"], "units", quantity.unit);
      look(quantity, ["speaker"], "speakers", quantity.speaker);
    }
    for (const series of source.series)
      for (const subject of Object.keys(series.values)) look(series, ["values", subject], "places", subject);
    for (const figure of source.figures) {
      if (figure.series === null) look(figure, ["subject"], "places", figure.subject);
      lookAll(figure, "chain", "speakers", figure.chain);
    }
    for (const correction of source.corrections) look(correction, ["figure"], "figures", correction.figure);
    for (const position of source.positions) {
      look(position, ["speaker"], "speakers", position.speaker);
      look(position, ["topic"], "topics", position.topic);
      if (position.obstacle !== undefined) look(position, ["obstacle"], "obstacles", position.obstacle);
      lookAll(position, "chain", "speakers", position.chain);
    }
  }
  return findings;
}

/** The table that a cell's id names, which may have been left out for a fault of its own. */
const tableOf = (id: string): string => id.split(".").slice(0, 2).join(".");

const homeOf = (list: ReferenceList): string =>
  list === "speakers" || list === "places"
    ? `data/ledger/${list}.yaml`
    : ["sources", "figures", "positions"].includes(list)
      ? "data/ledger/"
      : "data/ledger/vocabulary.yaml";

function recordBelongsToItsSource(ledger: Ledger): Finding[] {
  return ledger.sources.flatMap((source) => [
    ...[...quantities(source), ...source.positions].flatMap((record) =>
      record.id.startsWith(`${source.id}.`)
        ? []
        : [
            {
              record,
              field: ["id"],
              message: `id "${record.id}" does not start with its source, "${source.id}."`,
              remedy: `call it "${source.id}.${record.id.replace(/^[^.]*\./, "")}"`
            }
          ]
    ),
    ...source.corrections.flatMap((correction) =>
      correction.figure.startsWith(`${source.id}.`)
        ? []
        : [
            {
              record: correction,
              field: ["figure"],
              message: `"${correction.figure}" is no figure of this edition`,
              remedy: "move the correction to the file of the edition that prints it"
            }
          ]
    )
  ]);
}

/** A passage of a text is a paragraph; one of a release a statement of it, or words for its place. */
function passageCanBeFound(ledger: Ledger): Finding[] {
  const sources = new Map(ledger.sources.map((source) => [source.id, source]));
  return ledger.events.flatMap((event) =>
    event.passages.flatMap((passage, index) => {
      const { paragraph, printed, statement, place, url } = passage;
      const source = sources.get(passage.source);
      if (!source) return [];
      const isText = source.reading === "text";
      const given = Object.entries(isText ? { statement, place, url } : { paragraph, printed });
      const [misplaced] = given.flatMap(([field, value]) => (value === undefined ? [] : [field]));
      const found = (field: string | null, message: string, remedy: string) => [
        { record: event, field: ["passages", index, ...(field === null ? [] : [field])], message, remedy }
      ];
      if (misplaced !== undefined)
        return found(
          misplaced,
          `"${source.id}" is ${isText ? "a text" : "a release"}, where a passage has no "${misplaced}"`,
          isText ? 'give "paragraph" alone, with "printed" for its date' : 'give "statement", or "place"'
        );
      if (isText)
        return paragraph === undefined
          ? found(null, `the paragraph of "${source.id}" is not given`, 'add "paragraph"')
          : [];
      if ((statement === undefined) === (place === undefined))
        return found(null, `the place in "${source.id}" is not given once`, 'give either "statement" or "place"');
      return statement?.startsWith(`${source.id}.`) === false
        ? found("statement", `"${statement}" is no statement of "${source.id}"`, "name the source that holds it")
        : [];
    })
  );
}

function everyDateExists(ledger: Ledger): Finding[] {
  const findings: Finding[] = [];
  const look = (record: object, field: Path, date: string | null) => {
    for (const part of date?.split("/") ?? [])
      if (!isRealDate(part))
        findings.push({
          record,
          field,
          message: `there is no date "${part}"`,
          remedy: "write YYYY, YYYY-MM or YYYY-MM-DD"
        });
  };
  const lookAtPrecision = (
    record: object,
    field: Path,
    { date, precision }: Pick<LedgerEvent, "date" | "precision">
  ) => {
    look(record, field, date);
    if (dateParts[precision] !== date.split("-").length)
      findings.push({
        record,
        field,
        message: `"${date}" is not a date to the ${precision}`,
        remedy: "let date and precision agree"
      });
  };
  for (const event of ledger.events) lookAtPrecision(event, ["date"], event);
  for (const source of ledger.sources) {
    lookAtPrecision(source, ["published", "date"], source.published);
    for (const figure of source.figures) look(figure, ["period"], figure.period);
    for (const figure of source.figures) if (figure.series === null) look(figure, ["said"], figure.said);
    for (const series of source.series) look(series, ["published"], series.published ?? null);
  }
  return findings;
}

const dateParts = { year: 1, month: 2, day: 3 } as const;

function isRealDate(date: string): boolean {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  if (year === undefined) return false;
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCFullYear() === year && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
}

function unitFitsItsMetric(ledger: Ledger): Finding[] {
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
        remedy: `use ${fitting.join(" or ")}`
      }
    ];
  });
}

function basisFitsItsMetric(ledger: Ledger): Finding[] {
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

function intervalRunsUpwards(ledger: Ledger): Finding[] {
  return allFigures(ledger).flatMap((figure) => {
    const findings: Finding[] = [];
    const ends = [figure.low, figure.value, figure.high].filter((x) => x !== undefined);
    if (!isAscending(ends))
      findings.push({
        record: figure,
        field: [figure.low !== undefined ? "low" : "value"],
        message: `the interval ${ends.join(" – ")} is upside down`,
        remedy: "write the smaller end as low and the larger as high"
      });
    const years = figure.period?.split("/") ?? [];
    if (!isAscending(years))
      findings.push({
        record: figure,
        field: ["period"],
        message: `the period ${years.join(" – ")} is upside down`,
        remedy: "write the earlier year first"
      });
    return findings;
  });
}

const isAscending = <End extends number | string>(ends: readonly End[]): boolean =>
  ends.every((end, i) => i === 0 || (ends[i - 1] ?? end) <= end);

/** Which of low, value and high each comparator takes; see the contract of the table `figures`. */
const shapes = {
  "=": ["value", "low+high", "low+value+high"],
  "~": ["value", "low+high"],
  "<": ["high"],
  "<=": ["high"],
  ">": ["low"],
  ">=": ["low"],
  nearly: ["value+high"],
  unquantified: [""]
} as const;

function comparatorFitsItsAmount(ledger: Ledger): Finding[] {
  return allFigures(ledger).flatMap((figure) => {
    const comparator = figure.comparator ?? "=";
    const given = (["low", "value", "high"] as const).filter((end) => figure[end] !== undefined).join("+");
    const allowed: readonly string[] = shapes[comparator];
    if (allowed.includes(given)) return [];
    return [
      {
        record: figure,
        field: [figure.comparator ? "comparator" : "id"],
        message: `comparator "${comparator}" does not go with ${given || "no amount"}`,
        remedy: `give ${allowed.map((shape) => shape || "no amount").join(" or ")}`
      }
    ];
  });
}

function printedFigureContainsItsValue(ledger: Ledger): Finding[] {
  const { units } = ledger.vocabulary;
  return allFigures(ledger).flatMap((figure) => {
    const unit = units.find(({ id }) => id === figure.unit);
    if (!unit) return [];
    const printed = printedNumbers(figure.printed).map(({ value }) => value);
    // A printed unit may already carry the scale ("2.6 kt"), so the bare number counts as well.
    const contains = (x: number) => printed.some((p) => isClose(p, x * unit.factor) || isClose(p, x));
    return (["low", "value", "high"] as const).flatMap((end) => {
      const x = figure[end];
      if (x === undefined || contains(x)) return [];
      return [
        {
          record: figure,
          field: [end],
          message: `"${figure.printed}" does not contain ${x} ${unit.id}`,
          remedy: `correct "${end}", "unit" or "printed"; it holds ${printed.join(", ") || "no number"}`
        }
      ];
    });
  });
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

function printedFigureIsShort(ledger: Ledger): Finding[] {
  return allFigures(ledger).flatMap((figure) =>
    wordCount(figure.printed) <= 8
      ? []
      : [
          {
            record: figure,
            field: ["printed"],
            message: `the printed figure has ${wordCount(figure.printed)} words`,
            remedy: "keep the number and what belongs to it, at most eight words"
          }
        ]
  );
}

function ourWordsAreFew(ledger: Ledger): Finding[] {
  return allQuantities(ledger).flatMap((figure) =>
    wordCount(figure.says) <= 25
      ? []
      : [
          {
            record: figure,
            field: ["says"],
            message: `"says" has ${wordCount(figure.says)} words`,
            remedy: "say it in at most 25"
          }
        ]
  );
}

function unknownTitleHasWorkingTitle(ledger: Ledger): Finding[] {
  return ledger.sources.flatMap((source) =>
    source.title !== null || source.title_supplied !== undefined
      ? []
      : [
          {
            record: source,
            field: ["title"],
            message: "the title is unknown and no working title is given",
            remedy: "add title_supplied in our words"
          }
        ]
  );
}

function noEditionSupersedesItself(ledger: Ledger): Finding[] {
  return ledger.sources.flatMap((source) =>
    newerEditions(source, ledger.sources).has(source)
      ? [
          {
            record: source,
            field: ["supersedes"],
            message: `the editions before "${source.id}" lead back to it`,
            remedy: "let the first edition supersede null"
          }
        ]
      : []
  );
}

/** A correction is dropped once the edition itself, or a newer one, prints what it says holds. */
function correctionHasNotOutlivedItsReason(ledger: Ledger): Finding[] {
  const unitOf = new Map(ledger.vocabulary.units.map((unit) => [unit.id, unit]));
  const amountOf = (figure: Pick<Figure, "low" | "value" | "high" | "comparator" | "unit">): string | null => {
    const unit = unitOf.get(figure.unit);
    return unit ? JSON.stringify([figure.comparator ?? "=", canonicalAmount(figure, unit)]) : null;
  };
  return ledger.sources.flatMap((source) =>
    source.corrections.flatMap((correction) => {
      const { holds, comparator } = correction;
      const figure = source.figures.find(({ id }) => id === correction.figure);
      if (!figure) return [];
      const held = amountOf({ ...oneNumber(holds, comparator), comparator, unit: figure.unit });
      const agreeing = [source, ...newerEditions(source, ledger.sources)]
        .flatMap((edition) => edition.figures)
        .find((other) => held && quantityKey(other) === quantityKey(figure) && amountOf(other) === held);
      return agreeing
        ? [
            {
              record: correction,
              field: ["holds"],
              message:
                agreeing === figure
                  ? `"${figure.id}" prints ${agreeing.printed} itself, as its correction says`
                  : `"${agreeing.id}" prints ${agreeing.printed}, as the correction of "${figure.id}" says`,
              remedy: "drop the correction: it has outlived its reason"
            }
          ]
        : [];
    })
  );
}

/** Editions that supersede this one, directly or by way of others. */
function newerEditions(source: Source, sources: readonly Source[]): Set<Source> {
  const after = ({ id }: Source) => sources.filter(({ supersedes }) => supersedes === id);
  const newer = new Set(after(source));
  for (const edition of newer) for (const next of after(edition)) newer.add(next);
  return newer;
}
