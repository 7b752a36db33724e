import { htmlEscape as esc } from "escape-goat";
import type { Choice } from "../../ledger/schema.ts";
import type { Notebook } from "../notebook.ts";
import { numberText } from "../number-text.ts";
import type { Alternative } from "./alternatives.ts";

/** A choice that a page depends on, with the notebook under each of its options, the one as written first. */
export interface PageChoice {
  choice: Choice;
  notebooks: readonly Notebook[];
}

/** The notebook under each option of a choice, the other choices as written. */
export function pageChoice(choice: Choice, notebook: Notebook, alternatives: readonly Alternative[]): PageChoice {
  const notebooks = choice.options
    .slice(1)
    .flatMap(({ id }) => alternatives.find((other) => other.chosen[choice.id] === id)?.notebook ?? []);
  return { choice, notebooks: [notebook, ...notebooks] };
}

/**
 * Where a reader says whose number is preferred: closed, a button; open, each choice with what every option comes to, so
 * that the alternatives can be read without scripts.
 */
export function whoseControl(page: string, choices: readonly PageChoice[], sums: readonly string[]): string {
  return `<details class="whose" data-page="${page}"><summary>Whose number?</summary>
<p>What a source prints stays as it is. What this notebook calculates follows the number that you prefer.</p>
${choices.map((choice) => chooser(choice, sums)).join("\n")}</details>
<p class="whose-state" role="status"></p>`;
}

function chooser({ choice, notebooks }: PageChoice, sums: readonly string[]): string {
  const options = choice.options.map(({ id, label }) => `<option value="${id}">${esc(label)}</option>`);
  const rows = sums.flatMap((id) => {
    const facts = notebooks.flatMap((notebook) => notebook.fact(id) ?? []);
    const texts = facts.map((fact) => numberText(fact, "full"));
    const [first] = facts;
    if (first?.kind !== "derived" || new Set(texts).size === 1) return [];
    return [
      `<tr><th scope="row">${esc(firstSentence(first.row.explanation))}</th>${texts.map((text) => `<td class="end">${esc(text)}</td>`).join("")}</tr>`
    ];
  });
  const heads = choice.options.map(({ label }) => `<th scope="col" class="end">${esc(label)}</th>`);
  const question = esc(choice.question);
  return `<label>${question} <select name="${choice.id}" autocomplete="off">${options.join("")}</select></label>
${rows.length === 0 ? "" : `<div class="scroll" tabindex="0" role="region" aria-label="${question} Results"><table><thead><tr><th scope="col">Calculated, in words as the first column has it</th>${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`}`;
}

const firstSentence = (text: string): string => text.slice(0, text.indexOf(". ") + 1) || text;
