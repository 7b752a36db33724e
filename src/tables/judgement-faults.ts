import type { Fault } from "../ledger/fault.ts";
import type { ParsedLedger } from "../ledger/parse-ledger.ts";
import { findDisagreements, givesRatio, membersOf, unjudged } from "./comparisons.ts";
import { unlikeness } from "./derived.ts";
import { compileFigures, type FigureRow } from "./figures.ts";

/**
 * Where judgement has fallen behind the figures: disagreements that nobody has judged, judgements of what no longer
 * disagrees, unlike figures compared without a reason, verdicts whose figures changed since they were reviewed, claims that nothing answers. The ledger is
 * otherwise sound.
 */
export function judgementFaults(parsed: ParsedLedger): Fault[] {
  const figures = compileFigures(parsed.ledger).rows;
  return [
    ...unjudgedFaults(parsed, figures),
    ...pastFaults(parsed, figures),
    ...silentFaults(parsed, figures),
    ...staleFaults(parsed, figures),
    ...unansweredFaults(parsed, figures)
  ];
}

function unjudgedFaults({ ledger }: ParsedLedger, figures: readonly FigureRow[]): Fault[] {
  return unjudged(ledger, figures).map(({ metric, subject, material, figures: members }) => ({
    file: "data/ledger/comparisons.yaml",
    line: 1,
    column: 1,
    message: `nobody has judged the disagreement about ${metric} of ${subject}, ${material}: ${members.map(({ id }) => id).join(", ")}`,
    remedy: `add a record with finds: { metric: ${metric}, subject: ${subject}, material: ${material} }, its kind, word and explanation`
  }));
}

function pastFaults({ ledger, locations }: ParsedLedger, figures: readonly FigureRow[]): Fault[] {
  const found = findDisagreements(figures);
  return ledger.comparisons.flatMap((comparison) => {
    const { finds } = comparison;
    const stands = found.some(
      ({ metric, subject, material }) =>
        metric === finds?.metric && subject === finds.subject && material === finds.material
    );
    return finds && !stands
      ? at(locations, comparison, ["finds"], {
          message: `no figures disagree about ${finds.metric} of ${finds.subject}, ${finds.material}`,
          remedy: "drop the record, or name its figures instead of what it finds"
        })
      : [];
  });
}

/** Comparisons that get a ratio although two of their figures count unlike things, and that do not say why. */
function silentFaults({ ledger, locations }: ParsedLedger, figures: readonly FigureRow[]): Fault[] {
  const members = membersOf(figures);
  return ledger.comparisons
    .filter((comparison) => givesRatio(comparison) && comparison.allowed === undefined)
    .flatMap((comparison) => {
      const unlike = firstUnlike(members(comparison));
      return unlike
        ? at(locations, comparison, ["kind"], {
            message: `"${comparison.id}" divides unlike figures: ${unlike}`,
            remedy: 'say under "allowed" why they may be compared, or make it not-comparable'
          })
        : [];
    });
}

function firstUnlike(members: readonly FigureRow[]): string | null {
  for (const [place, one] of members.entries())
    for (const other of members.slice(place + 1)) {
      const difference = unlikeness(one, other);
      if (difference) return `"${one.id}" and "${other.id}", ${difference}`;
    }
  return null;
}

function staleFaults({ ledger, locations }: ParsedLedger, figures: readonly FigureRow[]): Fault[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return ledger.verdicts.flatMap((verdict) =>
    Object.entries(verdict.rests_on).flatMap(([id, reviewed]) => {
      const figure = byId.get(id);
      const now = figure && (figure.value ?? figure.high ?? figure.low);
      return figure && now !== reviewed
        ? at(locations, verdict, ["rests_on", id], {
            message: `the verdict was reviewed when ${id} was ${reviewed} ${figure.unit}; it is ${now ?? "not given"} now`,
            remedy: "review the verdict, then write the value that it rests on now"
          })
        : [];
    })
  );
}

/** Claims of the publications that carry a number and are in no comparison, no verdict, and not set aside. */
function unansweredFaults({ ledger, locations }: ParsedLedger, figures: readonly FigureRow[]): Fault[] {
  const answered = new Set([
    ...findDisagreements(figures).flatMap((found) => found.figures.map(({ id }) => id)),
    ...ledger.comparisons.flatMap((comparison) => comparison.figures),
    ...ledger.verdicts.flatMap((verdict) => verdict.figures),
    ...ledger.nothing_to_compare.map(({ figure }) => figure)
  ]);
  return ledger.sources
    .filter(({ reading }) => reading === "text")
    .flatMap((source) => source.figures)
    .filter(({ id, comparator }) => comparator !== "unquantified" && !answered.has(id))
    .flatMap((figure) =>
      at(locations, figure, ["id"], {
        message: `nothing answers the claim "${figure.id}"`,
        remedy:
          "add a comparison or a verdict, or list it under nothing_to_compare in data/ledger/verdicts.yaml with a reason"
      })
    );
}

function at(
  locations: ParsedLedger["locations"],
  record: object,
  field: readonly string[],
  words: { message: string; remedy: string }
): Fault[] {
  const location = locations.get(record);
  if (!location) return [];
  const { document, path } = location;
  return [{ file: document.file, ...document.locate([...path, ...field]), ...words }];
}
