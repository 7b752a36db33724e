import { evidenceEntries } from "../evidence-list.ts";
import { evidencePopover } from "../evidence-popover.ts";
import type { Fact, Notebook } from "../notebook.ts";
import type { Alternative } from "./alternatives.ts";
import { type ChangedFigure, changedFigure, type PlacedFigure } from "./changed-figure.ts";
import { type ChangedModel, changedModel } from "./changed-model.ts";
import { changedSum, changedTexts } from "./changed-sum.ts";

/** What another choice changes on a page, as the browser fetches it. */
export interface PageChange {
  /** By fact: each text of it on the page, and what it says instead. */
  texts: Record<string, Record<string, string>>;
  /** By fact: its evidence, in place of that of the page. */
  evidence: Record<string, string>;
  /** Entries of the list of evidence for figures that were not on the page. */
  added: string;
  figures: Record<string, ChangedFigure>;
  models: Record<string, ChangedModel>;
}

/** What of a page may depend on a choice. */
export interface PageParts {
  /** Ids of the facts that have their evidence on the page. */
  facts: ReadonlySet<string>;
  figures: readonly PlacedFigure[];
  /** Names of the models on the page. */
  models: readonly string[];
}

/** What an alternative changes on a page; null where it is all the same. */
export function pageChange(
  { facts, figures, models }: PageParts,
  { notebook, alternative, document }: { notebook: Notebook; alternative: Alternative; document: Document }
): PageChange | null {
  const other = alternative.notebook;
  const change: PageChange = { texts: {}, evidence: {}, added: "", figures: {}, models: {} };
  const needed = new Set<string>();
  for (const figure of figures) {
    const changed = changedFigure(figure, { notebook, alternative, document });
    if (!changed) continue;
    change.figures[figure.name] = changed;
    for (const [, id = ""] of changed.html.matchAll(/data-fact="([^"]+)"/g)) needed.add(id);
  }
  for (const name of models) {
    const changed = changedModel(name, notebook, alternative);
    if (!changed) continue;
    change.models[name] = changed;
    for (const line of Object.values(changed.given))
      for (const [, id = ""] of line.matchAll(/data-fact="([^"]+)"/g)) needed.add(id);
    for (const { record } of Object.values(changed.fixed)) needed.add(record);
  }
  for (const id of facts) {
    const [before, after] = [notebook.fact(id), changedSum(id, notebook, other)];
    if (!before || !after) continue;
    change.texts[id] = changedTexts(before, after);
    change.evidence[id] = evidencePopover(after, other);
    for (const input of after.row.inputs) needed.add(input);
  }
  if ([change.texts, change.figures, change.models].every((part) => Object.keys(part).length === 0)) return null;
  change.added = evidenceEntries(missing(needed, facts, other), other);
  return change;
}

/** The facts that a changed page needs and that it lacks, with the figures that derived ones rest on. */
function missing(needed: Set<string>, facts: ReadonlySet<string>, notebook: Notebook): Fact[] {
  for (const id of needed) {
    const fact = notebook.fact(id);
    if (fact?.kind === "derived" && !facts.has(id)) for (const input of fact.row.inputs) needed.add(input);
  }
  return [...needed].filter((id) => !facts.has(id)).flatMap((id) => notebook.fact(id) ?? []);
}
