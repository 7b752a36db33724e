import { locate } from "../../ledger/checks/finding.ts";
import { findDisagreements } from "../comparisons.ts";
import type { Judgement } from "./judgement.ts";
import { fromSources, leftOutAbout } from "./left-out-about.ts";

/** A claim of a publication that carries a number is in a comparison or a verdict, or is set aside with a reason. */
export const everyClaimIsAnswered: Judgement = ({ ledger, locations, omitted }, figures) => {
  const answered = new Set([
    ...findDisagreements(figures).flatMap((found) => found.figures.map(({ id }) => id)),
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
          remedy:
            "add a comparison or a verdict, or list it under nothing_to_compare in data/ledger/verdicts.yaml with a reason"
        },
        locations
      )
    );
};
