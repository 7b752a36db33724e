import { htmlEscape as esc } from "escape-goat";
import { publishedText } from "../charts/words/published-text.ts";
import { counted } from "./counted.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Fact, Notebook } from "./notebook.ts";

/** The publications that a page rests on, those with most facts first, each with how many of its records the page shows. */
export function sourcesOfPage(main: Element, facts: readonly Fact[], notebook: Notebook): string {
  const counts = new Map<string, number>();
  for (const id of [...sourcesOfFacts(facts), ...sourcesOfPositions(main, notebook)])
    counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size === 0) return "";
  const items = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([id, count]) => {
      const source = notebook.source(id);
      const when = source.edition ?? publishedText(source);
      return `<li>${kindSymbol(source.kind)} <a href="./sources#${id}">${esc(source.publisher_name)}</a>, ${esc(when)} <small>${counted(count, "fact")}</small></li>`;
    });
  return `<section class="page-sources" aria-labelledby="page-sources"><h2 id="page-sources">Sources of this page</h2><ol>${items.join("")}</ol></section>`;
}

const sourcesOfFacts = (facts: readonly Fact[]): string[] =>
  facts.flatMap((fact) => (fact.kind === "derived" ? [] : [fact.row.source]));

/** Positions stand on a page in full, each with its anchor. */
function sourcesOfPositions(main: Element, { tables }: Notebook): string[] {
  const anchors = new Set([...main.querySelectorAll("li[id]")].map(({ id }) => id));
  return tables.positions.rows.filter(({ id }) => anchors.has(id.replaceAll(".", "-"))).map(({ source }) => source);
}
