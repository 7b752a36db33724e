import type { ComparisonRow } from "../tables/comparisons.ts";
import { comparisonItem } from "./comparison-item.ts";
import type { Notebook } from "./notebook.ts";
import { percentOf } from "./ratio-scale.ts";
import { kindKey } from "./source-list.ts";
import { stripKey } from "./strip-key.ts";

const kindWords: Readonly<Record<ComparisonRow["kind"], string>> = {
  conflict: "conflicts",
  "near-match": "near matches",
  qualifier: "qualifiers",
  misreading: "misreadings",
  "not-comparable": "not comparable",
  implied: "implied"
};

/**
 * Every comparison of the ledger, widest first: a strip on a scale that all share, every value with its source, the word
 * and what explains it. The kinds are filtered by native radio buttons and the style sheet; a script adds the address.
 */
export function disagreements(notebook: Notebook): string {
  const { rows } = notebook.tables.comparisons;
  const ordered = [...rows].sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
  const doublings = Math.max(1, ...rows.map(({ ratio }) => Math.ceil(Math.log2(ratio ?? 1))));
  const kinds = [...new Set(ordered.map(({ kind }) => kind))];
  const choices = kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    // Rows without a ratio need no scale above them.
    const plain = own.every(({ ratio }) => ratio === null) ? " data-plain" : "";
    return `<label><input type="radio" name="comparison-kind" value="${kind}"${plain}> ${kindWords[kind]} ${own.length}</label>`;
  });
  const ticks = Array.from({ length: doublings + 1 }, (_, step) => {
    const label = step === 0 ? "lowest" : `×${2 ** step}`;
    return `<span style="left:${percentOf(step, doublings)}%">${label}</span>`;
  });
  return `${stripKey}
${kindKey(notebook)}
<fieldset class="choose-kind"><legend>Show</legend><label><input type="radio" name="comparison-kind" value="all" checked> all ${rows.length}</label>${choices.join("")} <output></output></fieldset>
<p class="scale-note">Every row starts at its lowest current figure; a step to the right is twice as much. Equal distances are equal ratios, whatever the unit (a log₂ scale).</p>
<div><div class="axis" aria-hidden="true"><p>${ticks.join("")}</p></div>
<ol class="comparisons">${ordered.map((row) => comparisonItem(row, doublings, notebook)).join("\n")}</ol></div>`;
}
