import { locate } from "../../ledger/checks/finding.ts";
import { findDisagreements } from "../comparisons.ts";
import type { Judgement } from "./judgement.ts";
import { fromSources, leftOutAbout } from "./left-out-about.ts";

/** What a record judges still disagrees. */
export const everyJudgementFindsADisagreement: Judgement = ({ ledger, locations, omitted }, figures) => {
  const found = findDisagreements(figures);
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
