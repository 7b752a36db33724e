import { asWritten, figuresOfEditions, supersededRemedy } from "../editions.ts";
import type { Ledger } from "../schema.ts";
import { referencesOf, type Violation } from "./violation.ts";

/**
 * What is calculated or judged rests on the newest edition, or says which edition it means. The figures that an option of a
 * choice puts in place of others are meant as they stand; a correction stands in its edition.
 */
export function supersededFigureIsMeant(ledger: Ledger): Violation[] {
  const superseded = new Map(
    figuresOfEditions(ledger).flatMap((figure): [string, string][] => {
      const remedy = figure.current ? undefined : supersededRemedy(figure);
      return remedy === undefined ? [] : [[figure.id, remedy]];
    })
  );
  return referencesOf({ ...ledger, choices: [], sources: [] }).flatMap(({ record, field, id }) => {
    const remedy = superseded.get(id);
    return remedy && asWritten(record, id) === id
      ? [{ record, field, message: `a later edition gives "${id}" anew`, remedy }]
      : [];
  });
}
