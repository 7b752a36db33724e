import { basename } from "node:path";
import { locate } from "../ledger/checks/violation.ts";
import { type Fault, isWhole } from "../ledger/fault.ts";
import type { ParsedLedger } from "../ledger/parse-ledger.ts";
import { fileSections, type Ledger } from "../ledger/schema.ts";
import type { Omission } from "../ledger/unread.ts";
import { findDisagreements, givesRatio, membersOf, unjudged } from "./comparisons.ts";
import { firstUnlike } from "./derivation-inputs.ts";
import { compileFigures, type QuantityRow } from "./figures.ts";
import { latestOpposed, waysToTell } from "./unjudged-disagreement.ts";

/** A rule on where judgement must keep up with the figures. The ledger is otherwise sound, but may be a part of the whole. */
type Judgement = (parsed: ParsedLedger, figures: readonly QuantityRow[]) => Fault[];

/**
 * Whether something of a metric may have been left out for a fault, so that its absence proves nothing. A record whose
 * metric cannot be told may be of any.
 */
function leftOutAbout(metric: string, omitted: readonly Omission[], { vocabulary }: Ledger): boolean {
  const known = new Set(vocabulary.metrics.map(({ id }) => id));
  return omitted.some(({ text }) => {
    const named = [...text.matchAll(/\bmetric"?:\s*"?([\w-]+)/g)].map(([, name = ""]) => name);
    return named.length > 0
      ? named.some((name) => name === metric || !known.has(name))
      : text === "" || /\b(?:unit|finds)\b/.test(text);
  });
}

/** Of what was left out, what stood in the file of a source: its figures, tables and corrections. */
const fromSources = (omitted: readonly Omission[]): Omission[] =>
  omitted.filter(({ file }) => !(basename(file, ".yaml") in fileSections));

/** Of what was left out, what stood in this shared file. */
const fromFile = (omitted: readonly Omission[], name: keyof typeof fileSections): Omission[] =>
  omitted.filter(({ file }) => basename(file, ".yaml") === name);

/**
 * A claim of a publication that carries a number is in a comparison or a verdict, or is set aside with a reason: as soon as
 * there is anything to hold claims against, a second source or a verdict.
 */
const everyClaimIsAnswered: Judgement = ({ ledger, locations, omitted }, figures) => {
  // A source without a number cannot contradict another.
  if (ledger.sources.filter(({ figures }) => figures.length > 0).length < 2 && ledger.verdicts.length === 0) return [];
  const answered = new Set([
    ...findDisagreements(figures, ledger.vocabulary.metrics).flatMap((found) => found.figures.map(({ id }) => id)),
    ...ledger.comparisons.flatMap((comparison) => comparison.figures),
    ...ledger.verdicts.flatMap((verdict) => verdict.figures),
    ...ledger.nothing_to_compare.map(({ figure }) => figure)
  ]);
  const inDoubt = (id: string, metric: string): boolean =>
    omitted.some(({ text }) => text === "" || text.includes(id)) || leftOutAbout(metric, fromSources(omitted), ledger);
  return ledger.sources
    .filter(({ reading }) => reading === "text")
    .flatMap((source) => source.figures)
    .filter(({ id, comparator, metric }) => comparator !== "unquantified" && !answered.has(id) && !inDoubt(id, metric))
    .map((figure) =>
      locate(
        {
          record: figure,
          field: ["id"],
          message: `nothing answers the claim "${figure.id}"`,
          remedy: `add a comparison or a verdict, or under nothing_to_compare in data/ledger/verdicts.yaml: { figure: ${figure.id}, reason: … }`
        },
        locations
      )
    );
};

/**
 * What the rule finds has a record that says what explains it. Without one the fault stands at the figure that was said last:
 * whoever has just written it looks there.
 */
const everyDisagreementIsJudged: Judgement = ({ ledger, locations, omitted }, figures) =>
  unjudged(ledger, figures)
    .filter(({ metric }) => !leftOutAbout(metric, fromFile(omitted, "comparisons"), ledger))
    .flatMap((found) => {
      const opposed = latestOpposed(found, ledger);
      const record = ledger.sources.flatMap((source) => source.figures).find(({ id }) => id === opposed.figure?.id);
      if (!record) return [];
      const ways = waysToTell(found, opposed, ledger).map((words) =>
        locate({ record, field: [], ...words }, locations)
      );
      return ways.find(isWhole) ?? ways.at(-1) ?? [];
    });

/** What a record judges still disagrees. */
const everyJudgementFindsADisagreement: Judgement = ({ ledger, locations, omitted }, figures) => {
  const found = findDisagreements(figures, ledger.vocabulary.metrics);
  return ledger.comparisons.flatMap((comparison) => {
    const { finds } = comparison;
    if (!finds || leftOutAbout(finds.metric, fromSources(omitted), ledger)) return [];
    const stands = found.some(
      ({ metric, subject, material }) =>
        metric === finds.metric && subject === finds.subject && material === finds.material
    );
    return stands
      ? []
      : [
          locate(
            {
              record: comparison,
              field: ["finds"],
              message: `no figures disagree about ${finds.metric} of ${finds.subject}, ${finds.material}`,
              remedy: "drop the record, or name its figures instead of what it finds"
            },
            locations
          )
        ];
  });
};

/** A figure that a verdict rests on and that is another than when the verdict was reviewed. */
interface StaleGround {
  verdict: Ledger["verdicts"][number];
  figure: QuantityRow;
  reviewed: number | null;
  /** Null where the figure has no amount any more. */
  now: number | null;
}

/** What verdicts rest on that is no longer what it was. */
export function staleGrounds({ verdicts }: Ledger, figures: readonly QuantityRow[]): StaleGround[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return verdicts.flatMap((verdict) =>
    Object.entries(verdict.rests_on).flatMap(([id, reviewed]) => {
      const figure = byId.get(id);
      const now = figure && (figure.value ?? figure.high ?? figure.low);
      return !figure || now === reviewed ? [] : [{ verdict, figure, reviewed, now: now ?? null }];
    })
  );
}

/** A verdict by the name that a page has for it. */
export const verdictName = ({ id }: { id: string }): string => id.replace(/^verdict\./, "");

/** The figures that a verdict rests on have the values that they had when it was reached. */
const noVerdictIsStale: Judgement = ({ ledger, locations, omitted }, figures) => {
  // A figure that something left out speaks of may have lost its correction.
  const inDoubt = (id: string): boolean => fromSources(omitted).some(({ text }) => text.includes(id));
  return staleGrounds(ledger, figures)
    .filter(({ figure }) => !inDoubt(figure.id))
    .map(({ verdict, figure, reviewed, now }) =>
      locate(
        {
          record: verdict,
          field: ["rests_on", figure.id],
          message: `the verdict was reviewed with ${reviewed} ${figure.unit}; ${figure.id} ${now === null ? "gives no amount" : `is ${now}`} now`,
          remedy:
            now === null
              ? "review the verdict, and let it rest on a figure that is given"
              : `read the verdict again, then run npm run accept -- ${verdictName(verdict)}`
        },
        locations
      )
    );
};

/** A comparison that gets a ratio although two of its figures count unlike things says why. */
const unlikeFiguresMeetWithAReason: Judgement = ({ ledger, locations }, figures) => {
  const members = membersOf(figures, ledger);
  return ledger.comparisons
    .filter((comparison) => givesRatio(comparison) && comparison.allowed === undefined)
    .flatMap((comparison) => {
      const unlike = firstUnlike(members(comparison), ledger.vocabulary.units);
      return unlike
        ? [
            locate(
              {
                record: comparison,
                field: ["kind"],
                message: `"${comparison.id}" divides unlike figures: ${unlike}`,
                remedy: 'say under "allowed" why they may be compared, or make it not-comparable'
              },
              locations
            )
          ]
        : [];
    });
};

/** Every rule on judgement, named for what holds when it passes. */
export const judgements: Readonly<Record<string, Judgement>> = {
  "every-disagreement-is-judged": everyDisagreementIsJudged,
  "every-judgement-finds-a-disagreement": everyJudgementFindsADisagreement,
  "unlike-figures-meet-with-a-reason": unlikeFiguresMeetWithAReason,
  "no-verdict-is-stale": noVerdictIsStale,
  "every-claim-is-answered": everyClaimIsAnswered
};

/** Where judgement has fallen behind the figures. The ledger is otherwise sound. */
export function judgementFaults(parsed: ParsedLedger): Fault[] {
  const figures = compileFigures(parsed.ledger).rows;
  return Object.values(judgements).flatMap((judge) => judge(parsed, figures));
}
