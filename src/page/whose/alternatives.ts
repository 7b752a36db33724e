import type { Ledger } from "../../ledger/schema.ts";
import { type Chosen, chosenDerivations, combinations, standInOf } from "../../tables/choices.ts";
import { makeNotebook, type Notebook } from "../notebook.ts";

/** The notebook as it would be under a combination of options. */
export interface Alternative {
  chosen: Chosen;
  /** The options that differ from the pages as written, in words. */
  label: string;
  notebook: Notebook;
  /** The record that stands in for another, or that one itself. */
  standIn: (record: string) => string;
}

/** The notebook under every combination of options but the first, which is the pages as written. */
export function alternativesOf(ledger: Ledger): Alternative[] {
  return combinations(ledger.choices)
    .slice(1)
    .map((chosen) => ({
      chosen,
      label: labelOf(ledger, chosen),
      standIn: standInOf(ledger, chosen),
      notebook: makeNotebook({ ...ledger, derivations: chosenDerivations(ledger, chosen) })
    }));
}

const labelOf = ({ choices }: Ledger, chosen: Chosen): string =>
  choices
    .flatMap(({ id, options }) => options.slice(1).filter((option) => option.id === chosen[id]))
    .map(({ label }) => label)
    .join("; ");
