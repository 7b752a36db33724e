import { type Fact, makeNotebook, type Notebook } from "../../../src/notebook/page/notebook.ts";
import { story } from "../../story.ts";
import { type Change, minimalLedger } from "../ledger/minimal-ledger.ts";

/** The notebook of the minimal ledger, changed. */
export const minimalNotebook = (...changes: Change[]): Notebook => makeNotebook(minimalLedger(...changes), story);

/** A fact of a notebook that is known to be there. */
export function factOf(id: string, notebook: Notebook): Fact {
  const fact = notebook.fact(id);
  if (!fact) throw new Error(`there is no record "${id}"`);
  return fact;
}
