import type { Choice, Derivation, Ledger } from "../ledger/schema.ts";

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
