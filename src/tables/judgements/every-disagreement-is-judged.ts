import { unjudged } from "../comparisons.ts";
import type { Judgement } from "./judgement.ts";
import { fromFile, leftOutAbout } from "./left-out-about.ts";

/** What the rule finds has a record that says what explains it. */
export const everyDisagreementIsJudged: Judgement = ({ ledger, omitted }, figures) =>
  unjudged(ledger, figures)
    .filter(({ metric }) => !leftOutAbout(metric, fromFile(omitted, "comparisons"), ledger))
    .map(({ metric, subject, material, figures: members }) => ({
      file: "data/ledger/comparisons.yaml",
      line: 1,
      column: 1,
      message: `nobody has judged the disagreement about ${metric} of ${subject}, ${material}: ${members.map(({ id }) => id).join(", ")}`,
      remedy: `add a record with finds: { metric: ${metric}, subject: ${subject}, material: ${material} }, its kind, word and explanation`
    }));
