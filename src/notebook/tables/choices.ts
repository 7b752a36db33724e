import type { Violation } from "../ledger/checks/violation.ts";
import type { Choice, Derivation, Ledger } from "../ledger/schema.ts";
import { inputsProblem } from "./derived.ts";
import { compileFigures } from "./figures.ts";

/** One option of each choice that a reader has, by the choice's id. */
export type Chosen = Readonly<Record<string, string>>;

/** Every combination of options, the pages as written first. */
export function combinations(choices: readonly Choice[]): Chosen[] {
  return choices.reduce<Chosen[]>(
    (made, { id, options }) => made.flatMap((chosen) => options.map((option) => ({ ...chosen, [id]: option.id }))),
    [{}]
  );
}

/** The record that the chosen options put in the place of another, or that one itself. */
export const standInOf =
  ({ choices }: Pick<Ledger, "choices">, chosen: Chosen) =>
  (record: string): string =>
    chosenOptions(choices, chosen).reduce((id, { stands_in }) => stands_in[id] ?? id, record);

const chosenOptions = (choices: readonly Choice[], chosen: Chosen): Choice["options"] =>
  choices.flatMap((choice) => choice.options.filter(({ id }) => id === chosen[choice.id]));

/**
 * The derivations with the figures that the chosen options put into them. What a later choice replaces may be what an
 * earlier one has put there; an option that replaces nothing in a record leaves it the same object.
 */
export function chosenDerivations({ derivations, choices }: Ledger, chosen: Chosen): Derivation[] {
  const options = chosenOptions(choices, chosen);
  return derivations.map((derivation) => options.reduce(withOption, derivation));
}

function withOption(derivation: Derivation, { stands_in, keeps, allowed }: Choice["options"][number]): Derivation {
  if (keeps.includes(derivation.id)) return derivation;
  const inputs = derivation.inputs.map((id) => stands_in[id] ?? id);
  if (inputs.every((id, place) => id === derivation.inputs[place])) return derivation;
  const reason = derivation.allowed ?? allowed;
  return { ...derivation, inputs, ...(reason === undefined ? {} : { allowed: reason }) };
}

/** Options that put figures where they do not fit, or where unlike quantities would meet without a reason. */
export function choiceViolations(ledger: Ledger): Violation[] {
  const figures = new Map(compileFigures(ledger).rows.map((figure) => [figure.id, figure]));
  const seen = new Set<string>();
  return combinations(ledger.choices).flatMap((chosen) =>
    chosenDerivations(ledger, chosen).flatMap((derivation, place) => {
      if (derivation === ledger.derivations[place]) return [];
      const problem = inputsProblem(
        derivation,
        derivation.inputs.flatMap((id) => figures.get(id) ?? []),
        ledger.vocabulary.units
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
