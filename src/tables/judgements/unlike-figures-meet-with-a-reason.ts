import { locate } from "../../ledger/checks/finding.ts";
import { givesRatio, membersOf } from "../comparisons.ts";
import { unlikeness } from "../derived.ts";
import type { FigureRow } from "../figures.ts";
import type { Judgement } from "./judgement.ts";

/** A comparison that gets a ratio although two of its figures count unlike things says why. */
export const unlikeFiguresMeetWithAReason: Judgement = ({ ledger, locations }, figures) => {
  const members = membersOf(figures);
  return ledger.comparisons
    .filter((comparison) => givesRatio(comparison) && comparison.allowed === undefined)
    .flatMap((comparison) => {
      const unlike = firstUnlike(members(comparison));
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

function firstUnlike(members: readonly FigureRow[]): string | null {
  for (const [place, one] of members.entries())
    for (const other of members.slice(place + 1)) {
      const difference = unlikeness(one, other);
      if (difference) return `"${one.id}" and "${other.id}", ${difference}`;
    }
  return null;
}
