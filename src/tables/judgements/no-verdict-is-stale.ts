import { locate } from "../../ledger/checks/finding.ts";
import type { Judgement } from "./judgement.ts";
import { fromSources } from "./left-out-about.ts";

/** The figures that a verdict rests on have the values that they had when it was reached. */
export const noVerdictIsStale: Judgement = ({ ledger, locations, omitted }, figures) => {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  // A figure that something left out speaks of may have lost its correction.
  const inDoubt = (id: string): boolean => fromSources(omitted).some(({ text }) => text.includes(id));
  return ledger.verdicts.flatMap((verdict) =>
    Object.entries(verdict.rests_on).flatMap(([id, reviewed]) => {
      const figure = byId.get(id);
      const now = figure && (figure.value ?? figure.high ?? figure.low);
      if (!figure || now === reviewed || inDoubt(id)) return [];
      return [
        locate(
          {
            record: verdict,
            field: ["rests_on", id],
            message: `the verdict was reviewed when ${id} was ${reviewed} ${figure.unit}; it is ${now ?? "not given"} now`,
            remedy: "review the verdict, then write the value that it rests on now"
          },
          locations
        )
      ];
    })
  );
};
