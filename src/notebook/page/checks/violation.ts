import { namesByEdition, namesEdition, supersededRemedy } from "../../ledger/editions.ts";
import { suggest } from "../../ledger/fault.ts";
import { isUnread, type Unread } from "../../ledger/unread.ts";
import type { Notebook } from "../notebook.ts";

const code = [
  /^```(?:js|ts|html|md|yaml|sh|json|csv|text)\b[\s\S]*?^```/gm,
  /(?<!`)`[^`\n]+`(?!`)/g,
  /<!--[\s\S]*?-->/g
];

/** A text with what the patterns find blanked out, so that every place stays where it is. */
export const blanked = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, (match) => match.replace(/[^\n]/g, " ")), text);

/** A page’s source without code and comments, every place where it was. */
export const withoutCode = (text: string): string => blanked(text, code);

/** What a page’s source breaks, and the place in the text that it begins at. */
export interface Violation {
  offset: number;
  message: string;
  remedy: string;
}

/** What pages may name although the notebook lacks it, because it was left out for a fault of its own. */
export interface Gaps {
  unread: Unread;
  /** Whether nothing was left out: only then can the ledger fail to bear out what a figure says. */
  whole: boolean;
  /** The files of figures and models that could not be read: `src/figures/harvest.ts`. */
  unreadCode: ReadonlySet<string>;
}

export const noGaps: Gaps = { unread: { ids: new Set(), wholes: new Set() }, whole: true, unreadCode: new Set() };

/** What is wrong with a number that is named: no record of the notebook, or of what it lacks, is called so, or a later edition gives it anew. */
export function numberViolations(id: string, offset: number, notebook: Notebook, { unread }: Gaps): Violation[] {
  const fact = notebook.fact(id);
  const list = id.startsWith("derived.") ? "derivations" : "figures";
  if (fact && fact.kind !== "position") {
    const remedy =
      fact.kind === "figure" && !namesEdition(id)
        ? supersededRemedy(fact.row, notebook.tables.figures.rows)
        : undefined;
    return remedy === undefined ? [] : [{ offset, message: `a later edition gives "${id}" anew`, remedy }];
  }
  if (isUnread(unread, id, list)) return [];
  // A number of an edition that a later one gives anew would be the next fault.
  const numbers = namesEdition(id)
    ? namesByEdition(id, notebook.tables.figures.rows).filter((name) => notebook.fact(name))
    : notebook.factIds.filter((known) => {
        const { kind, row } = notebook.fact(known) ?? {};
        return kind === "derived" || (kind === "figure" && (row?.current === true || namesEdition(known)));
      });
  return [{ offset, message: `no number is called "${id}"`, remedy: suggest(id, numbers, "data/ledger/") }];
}
