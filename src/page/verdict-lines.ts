import { htmlEscape as esc } from "escape-goat";
import type { VerdictRow } from "../tables/verdicts.ts";
import type { Notebook } from "./notebook.ts";

/**
 * The verdicts on claims of the paragraph before, a line each: the claim, the word, why. `names` are ids without
 * `verdict.`; an unknown one throws.
 */
export function verdictLines(names: readonly string[], notebook: Notebook): string {
  const items = names.map((name) => {
    const verdict = notebook.tables.verdicts.rows.find(({ id }) => id === `verdict.${name}`);
    if (!verdict) throw new Error(`there is no verdict "${name}" in data/ledger/verdicts.yaml`);
    return `<li>${esc(verdict.claim)} <b>Verdict: ${verdictWord(verdict)}.</b> ${esc(verdict.reasoning)} <a href="./disagreements#${verdictAnchor(verdict)}">What it rests on</a></li>`;
  });
  return `<ul class="verdict">${items.join("")}</ul>`;
}

/** Where a verdict stands on the page of disagreements. */
export const verdictAnchor = ({ id }: Pick<VerdictRow, "id">): string => id.replace(".", "-");

/** "roughly right" */
export const verdictWord = ({ verdict }: Pick<VerdictRow, "verdict">): string => verdict.replaceAll("-", " ");
