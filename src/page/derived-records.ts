import { htmlEscape as esc } from "escape-goat";
import { numberText } from "./number-text.ts";
import type { RecordContext } from "./record-context.ts";
import { recordLink } from "./record-link.ts";
import { useLinks } from "./use-links.ts";

/** What this notebook calculates, a record each: the sum, what goes in, and where the result is used. */
export function derivedRecords({ notebook, uses }: RecordContext): string {
  const items = notebook.tables.derived.rows.map((row) => {
    const inputs = row.inputs.map((id) => {
      const input = notebook.fact(id);
      if (input?.kind !== "figure") throw new Error(`${row.id} rests on ${id}, which is no figure`);
      return `<a href="${recordLink(input.row)}">${esc(numberText(input, "full"))}</a>`;
    });
    return `<li id="${row.id}"><p class="amount">${esc(numberText({ kind: "derived", row }, "full"))}</p>
<p>${esc(row.explanation)}</p>
<p class="meta">${esc(row.formula)}, from ${inputs.join(", ")}</p>
<p class="meta">${useLinks(uses.get(row.id) ?? [], notebook)} · <code>${row.id}</code></p></li>`;
  });
  return `<ol class="records">${items.join("\n")}</ol>`;
}
