import { htmlEscape as esc } from "escape-goat";
import { elementId } from "../kit/figure.ts";
import type { Term } from "../ledger/schema.ts";
import { publishedText } from "../words/words.ts";
import { evidenceId } from "./addresses.ts";
import { Part } from "./contract.ts";
import type { Notebook } from "./notebook.ts";
import { linked } from "./site.ts";
import { closer, numberInSentence, opener } from "./tokens.ts";

/** A term in a sentence, which opens its definition as a number opens its evidence. */
export const termTrigger = ({ id }: Term, words: string): string => opener(Part.term, evidenceId(id), esc(words));

/** What the terms of a page open, each once. */
export function termCards(html: string, notebook: Notebook): string {
  const used = notebook.terms.filter(({ id }) => html.includes(` href="#${evidenceId(id)}"`));
  if (used.length === 0) return "";
  const cards = used.map((term) => {
    const id = evidenceId(term.id);
    const all = notebook.site.link("glossary", elementId(term.id));
    return `<div popover id="${id}" class="${Part.evidence} panel">${closer(id)}
<h3 tabindex="-1" autofocus>${esc(term.term)}</h3>
<p class="says">${esc(term.definition)}</p>${restsOn(term, notebook)}
<p class="foot">${linked(all, "All terms →")}</p></div>`;
  });
  return `<div class="term-cards">${cards.join("")}</div>`;
}

/** Every term with its definition and what that rests on, from A to Z. */
export function glossary(notebook: Notebook): string {
  const terms = [...notebook.terms].sort((a, b) => a.term.localeCompare(b.term, "en"));
  const items = terms.map(
    (term) =>
      `<dt id="${elementId(term.id)}">${esc(term.term)}</dt><dd><p>${esc(term.definition)}</p>${restsOn(term, notebook)}</dd>`
  );
  return items.length === 0 ? "" : `<dl class="glossary">${items.join("\n")}</dl>`;
}

/** The sources that define a term so, and the records that its definition leans on. */
function restsOn({ from, rests_on }: Term, notebook: Notebook): string {
  const sources = from.map(({ source: id, place }) => {
    const source = notebook.source(id);
    const name = linked(notebook.site.link("source-index", id), esc(source.publisher_name));
    return `${name}, ${esc([source.edition ?? publishedText(source), place].filter(Boolean).join(", "))}`;
  });
  const records = rests_on.map((id) => {
    const fact = notebook.quantity(id);
    return `${linked(notebook.site.record(fact.row), esc(numberInSentence(fact, "full", notebook)))}, ${esc(fact.row.speaker_name)}`;
  });
  const parts = [
    ...(sources.length > 0 ? [`After ${sources.join("; ")}.`] : []),
    ...(records.length > 0 ? [`Evidence: ${records.join("; ")}.`] : [])
  ];
  return parts.length === 0 ? "" : `<p class="meta">${parts.join(" ")}</p>`;
}
