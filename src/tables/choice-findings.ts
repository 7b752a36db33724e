import type { Finding } from "../ledger/checks/finding.ts";
import type { Ledger } from "../ledger/schema.ts";
import { chosenDerivations, combinations } from "./choices.ts";
import { inputsProblem } from "./derived.ts";
import { compileFigures } from "./figures.ts";

/** Options that put figures where they do not fit, or where unlike quantities would meet without a reason. */
export function choiceFindings(ledger: Ledger): Finding[] {
  const figures = new Map(compileFigures(ledger).rows.map((figure) => [figure.id, figure]));
  const seen = new Set<string>();
  return combinations(ledger.choices).flatMap((chosen) =>
    chosenDerivations(ledger, chosen).flatMap((derivation, place) => {
      if (derivation === ledger.derivations[place]) return [];
      const problem = inputsProblem(
        derivation,
        derivation.inputs.flatMap((id) => figures.get(id) ?? [])
      );
      // An option that does not fit is one fault, whatever the others are.
      const key = `${derivation.id} ${derivation.inputs}`;
      if (!problem || seen.has(key)) return [];
      seen.add(key);
      const { record, option } = lastToReplace(ledger, chosen, place);
      return [
        {
          record,
          field: ["options", option],
          message: `"${derivation.id}" cannot be calculated so: ${problem.message}`,
          remedy: `let another figure stand in, list "${derivation.id}" under keeps, or say under allowed why they may meet`
        }
      ];
    })
  );
}

/** The last choice whose option changes a derivation: where its fault is mended. */
function lastToReplace(ledger: Ledger, chosen: Readonly<Record<string, string>>, place: number) {
  const changes = ledger.choices.filter((choice) => {
    const alone = { [choice.id]: chosen[choice.id] ?? "" };
    return chosenDerivations(ledger, alone)[place] !== ledger.derivations[place];
  });
  const record = changes.at(-1) ?? ledger.choices[0];
  if (!record) throw new Error("a derivation changed without a choice");
  return { record, option: record.options.findIndex(({ id }) => id === chosen[record.id]) };
}
