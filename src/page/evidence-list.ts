import { htmlEscape as esc } from "escape-goat";
import { publishedText } from "./dates.ts";
import { evidenceEntryId } from "./evidence-id.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { passageLink } from "./passage-link.ts";

/** The section that closes a page: every fact on it, in reading order, with its source. It always prints. */
export function evidenceList(facts: readonly Fact[], notebook: Notebook): string {
  if (facts.length === 0) return "";
  return `<section class="evidence-list" aria-labelledby="evidence"><h2 id="evidence">Evidence on this page</h2>
<ol>${facts.map((fact) => `<li id="${evidenceEntryId(fact.row.id)}">${entry(fact, notebook)}</li>`).join("\n")}</ol></section>`;
}

function entry(fact: Fact, notebook: Notebook): string {
  if (fact.kind === "derived") {
    const inputs = fact.row.inputs.map((id) => {
      const input = notebook.fact(id);
      return input ? numberText(input, "full") : id;
    });
    return `<p class="amount">${evidenceTrigger(fact.row.id, numberText(fact, "full"))}</p>
<p><span class="equals" aria-hidden="true">=</span> our arithmetic: ${esc(fact.row.formula)}</p>
<p class="meta">from ${esc(inputs.join(", "))}</p>`;
  }
  if (fact.kind === "position") throw new Error(`${fact.row.id} is a position; positions are read on their own page`);
  const { row } = fact;
  const source = notebook.source(row.source);
  return `<p class="amount">${evidenceTrigger(row.id, row.printed)}</p>
<p>${kindSymbol(row.speaker_kind)} ${esc(row.speaker_name)}</p>
<p class="meta">${esc(source.publisher_name)}, ${esc(publishedText(source))}, ¶${row.paragraph}; ${esc(row.basis_label)}. <a href="${esc(passageLink(source.url, row.printed))}">Open at the passage</a></p>`;
}
