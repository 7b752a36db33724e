import { checkLedger } from "../ledger/check-ledger.ts";
import { draftedRecords } from "../ledger/checks/every-guess-is-reviewed.ts";
import { locate } from "../ledger/checks/violation.ts";
import type { Fault } from "../ledger/fault.ts";
import { type ParsedLedger, parseLedger } from "../ledger/parse-ledger.ts";
import { readLedgerFiles } from "../ledger/read-ledger.ts";
import type { Ledger } from "../ledger/schema.ts";
import { soundPart, withoutRecords } from "../ledger/sound-part.ts";
import { noGaps } from "../page/checks/violation.ts";
import { choiceViolations } from "../tables/choices.ts";
import { derivationViolations } from "../tables/derivation-inputs.ts";
import { judgementFaults } from "../tables/judgement-faults.ts";
import type { Kept } from "./kept.ts";

/** The sound part of a ledger, what was left out of it, and why. */
export interface InspectedLedger extends Pick<ReturnType<typeof withoutRecords>, "ledger" | "unread" | "omitted"> {
  faults(): Fault[];
  /** Verdicts and comparisons that the data have overtaken. */
  overtaken(): Fault[];
}

/** The sound part of a ledger, and what is wrong with the rest. */
export function inspectLedger(parsed: ParsedLedger): InspectedLedger {
  const sound = soundPart(parsed);
  const violations = derivationViolations(sound.ledger);
  const left = withoutRecords(
    sound,
    violations.map(({ record }) => record)
  );
  return {
    ...left,
    faults: once(() => [
      ...checkLedger(parsed),
      ...[...violations, ...choiceViolations(left.ledger)].map((violation) => locate(violation, parsed.locations))
    ]),
    overtaken: once(() => {
      // What nobody has looked at yet may be of another metric or place: it is judged once it is settled.
      const drafted = draftedRecords(sound.ledger);
      return judgementFaults(drafted.length === 0 ? sound : withoutRecords(sound, drafted));
    })
  };
}

/** The ledger of the project at `root`; the very same while its files are. One without a fault is kept under their text. */
export function ledgerOf(root: string, kept: Kept | undefined): InspectedLedger {
  const files = readLedgerFiles(root);
  const text = JSON.stringify(files);
  if (last?.text === text) return last.ledger;
  const known = kept?.found<Ledger>(["ledger", text]);
  const ledger: InspectedLedger = known
    ? { ledger: known, ...noGaps, omitted: [], faults: () => [], overtaken: () => [] }
    : inspectLedger(parseLedger(files));
  if (kept && !known && ledger.faults().length + ledger.overtaken().length === 0)
    kept.keep(["ledger", text], ledger.ledger);
  last = { text, ledger };
  return ledger;
}

/** The ledger as it was read last: most edits of a preview are of something else. */
let last: { text: string; ledger: InspectedLedger } | undefined;

/** A result that is made when it is first asked for. */
export function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}
