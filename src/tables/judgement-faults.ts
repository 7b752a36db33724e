import type { Fault } from "../ledger/fault.ts";
import type { ParsedLedger } from "../ledger/parse-ledger.ts";
import { compileFigures } from "./figures.ts";
import { everyClaimIsAnswered } from "./judgements/every-claim-is-answered.ts";
import { everyDisagreementIsJudged } from "./judgements/every-disagreement-is-judged.ts";
import { everyJudgementFindsADisagreement } from "./judgements/every-judgement-finds-a-disagreement.ts";
import type { Judgement } from "./judgements/judgement.ts";
import { noVerdictIsStale } from "./judgements/no-verdict-is-stale.ts";
import { unlikeFiguresMeetWithAReason } from "./judgements/unlike-figures-meet-with-a-reason.ts";

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
