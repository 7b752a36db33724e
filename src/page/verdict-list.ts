import { htmlEscape as esc } from "escape-goat";
import { periodText } from "../charts/words/format.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { measureText } from "./measure-text.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { verdictAnchor, verdictWord } from "./verdict-lines.ts";

/** Every checkable claim: the word, why, and the figures that the verdict rests on, each of which opens its evidence. */
export function verdictList(notebook: Notebook): string {
  const items = notebook.tables.verdicts.rows.map((verdict) => {
    const rests = verdict.rests_on.map((id) => {
      const fact = notebook.fact(id);
      if (fact?.kind !== "figure") throw new Error(`${verdict.id} rests on ${id}, which is no figure`);
      const { row } = fact;
      const source = row.series === null ? row.speaker_name : (notebook.source(row.source).edition ?? row.speaker_name);
      return `<li>${evidenceTrigger(id, numberText(fact, "short"))} ${esc([row.subject_name, measureText(row), periodText(row.period ?? ""), source].filter(Boolean).join(", "))}</li>`;
    });
    return `<li id="${verdictAnchor(verdict)}"><p>${esc(verdict.claim)} <b>Verdict: ${verdictWord(verdict)}.</b> ${esc(verdict.reasoning)}</p>${rests.length > 0 ? `<ul>${rests.join("")}</ul>` : ""}</li>`;
  });
  return `<ol class="claims">${items.join("\n")}</ol>`;
}
