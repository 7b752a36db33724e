import { htmlEscape as esc } from "escape-goat";
import { publishedText } from "./dates.ts";
import type { Notebook } from "./notebook.ts";

/** The publications that facts come from, each once with its paragraphs, enough to find them again. */
export function sourceLine(factIds: readonly string[], notebook: Notebook): string {
  const paragraphs = new Map<string, Set<number>>();
  const visit = (id: string): void => {
    const fact = notebook.fact(id);
    if (!fact) throw new Error(`there is no record "${id}"`);
    if (fact.kind === "derived") for (const input of fact.row.inputs) visit(input);
    else paragraphs.set(fact.row.source, (paragraphs.get(fact.row.source) ?? new Set()).add(fact.row.paragraph));
  };
  for (const id of factIds) visit(id);
  return [...paragraphs]
    .map(([id, numbers]) => {
      const source = notebook.source(id);
      const places = [...numbers].sort((a, b) => a - b);
      const where = places.length > 6 ? "" : `, ¶${places.join(", ¶")}`;
      return `<a href="${esc(source.url)}">${esc(source.publisher_name)}</a>, ${esc(publishedText(source))}${where}`;
    })
    .join("; ");
}
