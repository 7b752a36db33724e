import type { Fact, Notebook } from "./notebook.ts";

/**
 * The facts that a page's numbers open, in reading order, each once; after them the figures that derived ones rest on.
 * Every one of them needs its popover on the page.
 */
export function factsOnPage(main: Element, notebook: Notebook): Fact[] {
  const ids = new Set<string>();
  for (const trigger of main.querySelectorAll("[data-fact]")) ids.add(trigger.getAttribute("data-fact") ?? "");
  for (const id of ids) {
    const fact = notebook.fact(id);
    if (fact?.kind === "derived") for (const input of fact.row.inputs) ids.add(input);
  }
  return [...ids].map((id) => {
    const fact = notebook.fact(id);
    if (!fact) throw new Error(`there is no record "${id}"`);
    return fact;
  });
}
