import { basisFitsItsMetric } from "./checks/basis-fits-its-metric.ts";
import { canonicalUnitIsOne } from "./checks/canonical-unit-is-one.ts";
import { chainNamesOthers } from "./checks/chain-names-others.ts";
import { choiceCanBeMade } from "./checks/choice-can-be-made.ts";
import { comparatorFitsItsAmount } from "./checks/comparator-fits-its-amount.ts";
import { correctionHasNotOutlivedItsReason } from "./checks/correction-has-not-outlived-its-reason.ts";
import { countNamesWhatItCounts } from "./checks/count-names-what-it-counts.ts";
import { editionsStandInOneLine } from "./checks/editions-stand-in-one-line.ts";
import { everyDateExists } from "./checks/every-date-exists.ts";
import { everyGuessIsReviewed } from "./checks/every-guess-is-reviewed.ts";
import { everyIdIsUsedOnce } from "./checks/every-id-is-used-once.ts";
import { everyReferenceLeadsSomewhere } from "./checks/every-reference-leads-somewhere.ts";
import { intervalRunsUpwards } from "./checks/interval-runs-upwards.ts";
import { leapIsLookedAt } from "./checks/leap-is-looked-at.ts";
import { markFitsItsCell } from "./checks/mark-fits-its-cell.ts";
import { namesFitTheWords } from "./checks/names-fit-the-words.ts";
import { ourWordsAreFew } from "./checks/our-words-are-few.ts";
import { partIsWithinItsWhole } from "./checks/part-is-within-its-whole.ts";
import { passageCanBeFound } from "./checks/passage-can-be-found.ts";
import { periodFitsTheWords } from "./checks/period-fits-the-words.ts";
import { printedFigureContainsItsValue } from "./checks/printed-figure-contains-its-value.ts";
import { printedFigureIsShort } from "./checks/printed-figure-is-short.ts";
import { printedWordsFitTheAmount } from "./checks/printed-words-fit-the-amount.ts";
import { recordBelongsToItsSource } from "./checks/record-belongs-to-its-source.ts";
import { relayIsNamed } from "./checks/relay-is-named.ts";
import { statusFitsTheWords } from "./checks/status-fits-the-words.ts";
import { supersededFigureIsMeant } from "./checks/superseded-figure-is-meant.ts";
import { tableIsAsTranscribed } from "./checks/table-is-as-transcribed.ts";
import { unitFitsItsMetric } from "./checks/unit-fits-its-metric.ts";
import { unknownTitleHasAWorkingTitle } from "./checks/unknown-title-has-a-working-title.ts";
import { type Check, locate, type Violation } from "./checks/violation.ts";
import { voiceFitsItsSpeaker } from "./checks/voice-fits-its-speaker.ts";
import type { Fault } from "./fault.ts";
import type { ParsedLedger } from "./parse-ledger.ts";

/** Every rule that needs more than a record's own schema, named for what holds when it passes. */
export const checks = {
  "every-id-is-used-once": everyIdIsUsedOnce,
  "every-reference-leads-somewhere": everyReferenceLeadsSomewhere,
  "record-belongs-to-its-source": recordBelongsToItsSource,
  "passage-can-be-found": passageCanBeFound,
  "every-date-exists": everyDateExists,
  "canonical-unit-is-one": canonicalUnitIsOne,
  "unit-fits-its-metric": unitFitsItsMetric,
  "basis-fits-its-metric": basisFitsItsMetric,
  "count-names-what-it-counts": countNamesWhatItCounts,
  "interval-runs-upwards": intervalRunsUpwards,
  "mark-fits-its-cell": markFitsItsCell,
  "comparator-fits-its-amount": comparatorFitsItsAmount,
  "part-is-within-its-whole": partIsWithinItsWhole,
  "table-is-as-transcribed": tableIsAsTranscribed,
  "leap-is-looked-at": leapIsLookedAt,
  "printed-figure-contains-its-value": printedFigureContainsItsValue,
  "printed-words-fit-the-amount": printedWordsFitTheAmount,
  "printed-figure-is-short": printedFigureIsShort,
  "our-words-are-few": ourWordsAreFew,
  "unknown-title-has-a-working-title": unknownTitleHasAWorkingTitle,
  "editions-stand-in-one-line": editionsStandInOneLine,
  "superseded-figure-is-meant": supersededFigureIsMeant,
  "correction-has-not-outlived-its-reason": correctionHasNotOutlivedItsReason,
  "choice-can-be-made": choiceCanBeMade,
  "period-fits-the-words": periodFitsTheWords,
  "status-fits-the-words": statusFitsTheWords,
  "names-fit-the-words": namesFitTheWords,
  "voice-fits-its-speaker": voiceFitsItsSpeaker,
  "relay-is-named": relayIsNamed,
  "chain-names-others": chainNamesOthers,
  "every-guess-is-reviewed": everyGuessIsReviewed
} as const satisfies Readonly<Record<string, Check>>;

export type CheckName = keyof typeof checks;

/** What a check finds in the records that could be read. */
export function violationsOf(parsed: ParsedLedger, check: CheckName): Violation[] {
  const found = violations.get(parsed) ?? new Map<CheckName, Violation[]>();
  violations.set(parsed, found);
  const known = found.get(check) ?? checks[check](parsed.ledger, parsed.unread);
  found.set(check, known);
  return known;
}

/** The violations of each parsed ledger: they are reported, and some tell what is sound. */
const violations = new WeakMap<ParsedLedger, Map<CheckName, Violation[]>>();

/** All faults of a parsed ledger: those of its files and records, then those between records. */
export function checkLedger(parsed: ParsedLedger): Fault[] {
  const found = (Object.keys(checks) as CheckName[]).flatMap((check) => violationsOf(parsed, check));
  return [...parsed.faults, ...found.map((violation) => locate(violation, parsed.locations))];
}
