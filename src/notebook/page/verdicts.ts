import { htmlEscape as esc } from "escape-goat";
import type { VerdictRow } from "../tables/verdicts.ts";
import { periodText } from "../words/words.ts";
import type { Notebook } from "./notebook.ts";
import { measureText } from "./sources.ts";
import { evidenceTrigger, numberText } from "./tokens.ts";
import { verdictMark } from "./verdict-mark.ts";

/**
 * The verdicts on claims of the paragraph before, a card each: the word, the claim, why, and where it is shown what that
 * rests on. `names` are ids without `verdict.`; an unknown one throws.
 */
export function verdictLines(names: readonly string[], notebook: Notebook): string {
  const items = names.map((name) => {
    const verdict = notebook.tables.verdicts.rows.find(({ id }) => id === `verdict.${name}`);
    if (!verdict) throw new Error(`there is no verdict "${name}" in data/ledger/verdicts.yaml`);
    const basis = notebook.site.link("verdicts", verdictAnchor(verdict));
    return `<li class="${verdict.verdict}">${verdictCard(verdict)}${basis === null ? "" : `<p class="rests"><a href="${basis}">What it rests on</a></p>`}</li>`;
  });
  return `<ul class="verdict">${items.join("")}</ul>`;
}

/** The word, the claim, and why. */
export const verdictCard = (verdict: VerdictRow): string =>
  `<p class="word">${verdictMark(verdict.verdict)} Verdict: ${verdictWord(verdict)}</p>
<p class="claim">${esc(verdict.claim)}</p>
<p class="why">${esc(verdict.reasoning)}</p>`;

/** Where a verdict stands on the page of disagreements. */
export const verdictAnchor = ({ id }: Pick<VerdictRow, "id">): string => id.replace(".", "-");

/** "roughly right" */
export const verdictWord = ({ verdict }: Pick<VerdictRow, "verdict">): string => verdict.replaceAll("-", " ");

/** Every checkable claim: the word, why, and the figures that the verdict rests on, each of which opens its evidence. */
export function verdictList(notebook: Notebook): string {
  const items = notebook.tables.verdicts.rows.map((verdict) => {
    const rests = verdict.rests_on.map((id) => {
      const fact = notebook.quantity(id);
      const { row } = fact;
      const source = row.series === null ? row.speaker_name : (notebook.source(row.source).edition ?? row.speaker_name);
      return `<li>${evidenceTrigger(id, numberText(fact, "short", notebook), "short")} ${esc([row.subject_name, measureText(row), periodText(row.period ?? ""), source].filter(Boolean).join(", "))}</li>`;
    });
    return `<li class="${verdict.verdict}" id="${verdictAnchor(verdict)}">${verdictCard(verdict)}${rests.length > 0 ? `<ul class="rests">${rests.join("")}</ul>` : ""}</li>`;
  });
  return `<ol class="verdict claims">${items.join("\n")}</ol>`;
}
