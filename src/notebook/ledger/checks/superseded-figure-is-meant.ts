import { figuresOfEditions, supersededRemedy } from "../editions.ts";
import { asWritten } from "../named-figures.ts";
import type { Ledger } from "../schema.ts";
import { referencesOf, type Violation } from "./violation.ts";

/**
 * What is calculated or judged rests on the newest edition, or says which edition it means. The figures that an option of a
 * choice puts in place of others are meant as they stand; a correction stands in its edition, and an
 * event is told of where it was read.
 */
export function supersededFigureIsMeant(ledger: Ledger): Violation[] {
  const figures = figuresOfEditions(ledger);
  const superseded = new Map(figures.filter(({ current }) => !current).map((figure) => [figure.id, figure]));
  if (superseded.size === 0) return [];
  const references = referencesOf({ ...ledger, choices: [], events: [], sources: [] });
  return [...references].flatMap(({ record, field, id }) => {
    const figure = asWritten(record, id) === id ? superseded.get(id) : undefined;
    const remedy = figure && supersededRemedy(figure, figures);
    return remedy ? [{ record, field, message: `a later edition gives "${id}" anew`, remedy }] : [];
  });
}
