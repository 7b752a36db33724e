import { htmlEscape as esc } from "escape-goat";
import { publishedText } from "./dates.ts";
import { evidenceEntryId } from "./evidence-id.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { passageLink } from "./passage-link.ts";
import { placeText } from "./place-text.ts";

/**
 * The section that closes a page: every fact on it, in reading order, with its source. The cells of one table are one
 * entry. It always prints.
 */
export function evidenceList(facts: readonly Fact[], notebook: Notebook): string {
  if (facts.length === 0) return "";
  const entries = grouped(facts).map((group) =>
    group.length > 1 ? `<li>${tableEntry(group, notebook)}</li>` : group.map((fact) => single(fact, notebook)).join("")
  );
  return `<section class="evidence-list" aria-labelledby="evidence"><h2 id="evidence">Evidence on this page</h2>
<ol>${entries.join("\n")}</ol></section>`;
}

const single = (fact: Fact, notebook: Notebook): string =>
  `<li id="${evidenceEntryId(fact.row.id)}">${entry(fact, notebook)}</li>`;

/** Facts in their order, those of one table together at the place of the first. */
function grouped(facts: readonly Fact[]): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = (fact.kind === "figure" && fact.row.series) || fact.row.id;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()];
}

function tableEntry(facts: readonly Fact[], notebook: Notebook): string {
  const rows = facts.flatMap((fact) => (fact.kind === "figure" ? [fact.row] : []));
  const [first] = rows;
  if (!first) return "";
  const source = notebook.source(first.source);
  const cells = rows.map(
    (row) =>
      `<li id="${evidenceEntryId(row.id)}">${esc(`${row.subject_name} ${row.period ?? ""}`)} ${evidenceTrigger(row.id, numberText({ kind: "figure", row }, "short"))}</li>`
  );
  return `<p class="amount">${esc(sentenceCase(first.metric_label))}</p>
<p>${kindSymbol(first.speaker_kind)} ${esc(first.speaker_name)}</p>
<p class="meta">${esc(source.edition ?? publishedText(source))}, ${esc(placeText(first))}; ${esc(first.basis_label)}. <a href="${esc(first.url)}">Open the release</a></p>
<ul class="cells">${cells.join("")}</ul>`;
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
  return `<p class="amount">${evidenceTrigger(row.id, row.series === null ? row.printed : numberText(fact, "full"))}</p>
<p>${kindSymbol(row.speaker_kind)} ${esc(row.speaker_name)}</p>
<p class="meta">${esc(source.publisher_name)}, ${esc(source.edition ?? publishedText(source))}, ${esc(placeText(row))}; ${esc(row.basis_label)}. <a href="${esc(passageLink(row))}">${row.paragraph === null ? "Open the page" : "Open at the passage"}</a></p>`;
}
