import { htmlEscape as esc } from "escape-goat";
import type { Choice, Ledger } from "../ledger/schema.ts";
import { changePath } from "./addresses.ts";
import {
  type Alternative,
  alternativesOf,
  type ChangedFigure,
  type ChangedModel,
  changedEvidence,
  changedFigure,
  changedModel,
  changedSum,
  type PlacedFigure,
  rowsByChoice
} from "./alternatives.ts";
import { Data, Part } from "./contract.ts";
import { evidenceEntries } from "./evidence.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Fact, Notebook } from "./notebook.ts";
import type { PublishedFile } from "./published-file.ts";
import { json } from "./published-file.ts";
import { pageFile } from "./site.ts";
import { numberText } from "./tokens.ts";

/** A choice that a page depends on, with the notebook under each of its options, the one as written first. */
interface PageChoice {
  choice: Choice;
  notebooks: readonly Notebook[];
}

/** The notebook under each option of a choice, the other choices as written. */
function pageChoice(choice: Choice, notebook: Notebook, alternatives: readonly Alternative[]): PageChoice {
  const notebooks = choice.options
    .slice(1)
    .flatMap(({ id }) => alternatives.find((other) => other.chosen[choice.id] === id)?.notebook ?? []);
  return { choice, notebooks: [notebook, ...notebooks] };
}

/**
 * Where a reader says whose number is preferred: closed, a button; open, each choice with what every option comes to, so
 * that the alternatives can be read without scripts.
 */
function choicesControl(
  { page, version }: { page: string; version: string },
  choices: readonly PageChoice[],
  sums: readonly string[]
): string {
  return `<details class="${Part.choices}" ${Data.page}="${page}" ${Data.version}="${version}"><summary>Whose number?</summary>
<p>What a source prints and what the text says of it stay as they are. Figures and models follow the number that you prefer, and the table says what each would come to.</p>
${choices.map((choice) => chooser(choice, sums)).join("\n")}</details>
<p class="${Part.choicesState}" role="status"></p>`;
}

function chooser({ choice, notebooks }: PageChoice, sums: readonly string[]): string {
  const options = choice.options.map(({ id, label }) => `<option value="${id}">${esc(label)}</option>`);
  const rows = sums.flatMap((id) => {
    const found = notebooks.flatMap((notebook) => {
      const fact = notebook.fact(id);
      return fact ? [{ fact, text: numberText(fact, "full", notebook) }] : [];
    });
    const texts = found.map(({ text }) => text);
    const first = found[0]?.fact;
    if (first?.kind !== "derived" || new Set(texts).size === 1) return [];
    return [
      `<tr><th scope="row">${esc(firstSentence(first.row.explanation))}</th>${texts.map((text) => `<td class="end">${esc(text)}</td>`).join("")}</tr>`
    ];
  });
  const heads = choice.options.map(({ label }) => `<th scope="col" class="end">${esc(label)}</th>`);
  const question = esc(choice.question);
  return `<label>${question} <select name="${choice.id}" autocomplete="off">${options.join("")}</select></label>
${rows.length === 0 ? "" : `<div class="scroll" tabindex="0" role="region" aria-label="${question} Results"><table><thead><tr><th scope="col">What is calculated</th>${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`}`;
}

const firstSentence = (text: string): string => text.slice(0, text.indexOf(". ") + 1) || text;

/** What another choice changes on a page, as the browser fetches it. */
export interface PageChange {
  /** That of the page that it was made for. */
  version: string;
  /** By fact: its evidence, in place of that of the page. */
  evidence: Record<string, string>;
  /** Entries of the list of evidence for figures that were not on the page. */
  added: string;
  figures: Record<string, ChangedFigure>;
  models: Record<string, ChangedModel>;
}

/** What of a page may depend on a choice, beside its numbers. */
export interface PageParts {
  figures: PlacedFigure[];
  /** Names of the models on the page. */
  models: string[];
}

interface ChangeContext {
  path: string;
  notebook: Notebook;
  alternative: Alternative;
  document: Document;
}

/** Whether an alternative changes anything on a page: what a figure draws, where a model starts. */
function isChanged({ figures, models }: PageParts, { notebook, alternative }: ChangeContext): boolean {
  return (
    figures.some(({ name }) => "rows" in (rowsByChoice(name, notebook, alternative) ?? {})) ||
    models.some((name) => changedModel(name, notebook, alternative) !== null)
  );
}

/** What an alternative changes on a page. */
function pageChange(
  { facts, figures, models }: PageParts & { facts: ReadonlySet<string> },
  { path, notebook, alternative, document }: ChangeContext,
  version: string
): PageChange {
  const other = alternative.notebook;
  const change: PageChange = { version, evidence: {}, added: "", figures: {}, models: {} };
  const needed = new Set<string>();
  for (const figure of figures) {
    const changed = changedFigure(figure, { path, notebook, alternative, document });
    if (!changed) continue;
    change.figures[figure.name] = changed;
    for (const id of factsIn(changed.html)) needed.add(id);
  }
  for (const name of models) {
    const changed = changedModel(name, notebook, alternative);
    if (!changed) continue;
    change.models[name] = changed;
    for (const line of Object.values(changed.given)) for (const id of factsIn(line)) needed.add(id);
    for (const { record } of Object.values(changed.fixed)) needed.add(record);
  }
  for (const id of facts) {
    const [before, after] = [notebook.fact(id), changedSum(id, notebook, other)];
    if (!before || !after) continue;
    change.evidence[id] = changedEvidence(before, after, other);
    for (const input of after.row.inputs) needed.add(input);
  }
  change.added = evidenceEntries(missing(needed, facts, other), other);
  return change;
}

/** The records of the numbers in a piece of a page. */
const factsIn = (html: string): string[] =>
  [...html.matchAll(new RegExp(`${Data.fact}="([^"]+)"`, "g"))].map(([, id = ""]) => id);

/** The facts that a changed page needs and that it lacks, with the figures that derived ones rest on. */
function missing(needed: Set<string>, facts: ReadonlySet<string>, notebook: Notebook): Fact[] {
  for (const id of needed) {
    const fact = notebook.fact(id);
    if (fact?.kind === "derived" && !facts.has(id)) for (const input of fact.row.inputs) needed.add(input);
  }
  return [...needed].filter((id) => !facts.has(id)).flatMap((id) => notebook.fact(id) ?? []);
}

/** The choices that readers have, with what the notebook is under each. */
export interface Choices {
  choices: readonly Choice[];
  alternatives: readonly Alternative[];
}

export const choicesOf = (ledger: Ledger, notebook: Notebook): Choices => ({
  choices: ledger.choices,
  alternatives: alternativesOf(ledger, notebook)
});

/** The same; none where the ledger does not bear them. */
export function soundChoices(ledger: Ledger, notebook: Notebook): Choices {
  try {
    return choicesOf(ledger, notebook);
  } catch {
    return { choices: [], alternatives: [] };
  }
}

/**
 * What keeps a choice from every page: of each figure on a page that it would change, why that is not drawn so. Null where a
 * figure or a model follows it.
 */
export function whyNotOffered(choice: Choice, notebook: Notebook, { choices, alternatives }: Choices): string[] | null {
  const alone = alternatives.filter(({ chosen }) =>
    choices.every(({ id, options }) => id === choice.id || chosen[id] === options[0]?.id)
  );
  const blocks = notebook.site.pages.flatMap(({ text }) => [...text.matchAll(/^```(figure|model)[ \t]+(\S+)/gm)]);
  const whys = new Set<string>();
  for (const alternative of alone)
    for (const [, block, name = ""] of blocks) {
      if (block === "model") {
        if (changedModel(name, notebook, alternative)) return null;
        continue;
      }
      const found = rowsByChoice(name, notebook, alternative);
      if (found && "rows" in found) return null;
      if (found) whys.add(`of ${name}, ${found.why}`);
    }
  return [...whys];
}

/**
 * The control of a page that depends on a choice, empty for any other, and what each combination of options changes there,
 * at an address made of the page and its options.
 */
export function choicesOfPage(
  path: string,
  { facts, ...parts }: PageParts & { facts: readonly Fact[] },
  { notebook, document, choices, alternatives }: Choices & { notebook: Notebook; document: Document }
): { control: string; changes(): PublishedFile[] } {
  const onPage = { ...parts, facts: new Set(facts.map(({ row }) => row.id)) };
  const contextOf = (alternative: Alternative): ChangeContext => ({ path, notebook, alternative, document });
  const isAsWritten = ({ id, options }: Choice, { chosen }: Alternative): boolean => chosen[id] === options[0]?.id;
  const alone = (choice: Choice): Alternative[] =>
    alternatives.filter((other) => choices.every((one) => one === choice || isAsWritten(one, other)));
  const relevant = choices.filter((choice) => alone(choice).some((other) => isChanged(onPage, contextOf(other))));
  if (relevant.length === 0) return { control: "", changes: () => [] };

  const page = pageFile(path.replace(/\/index$/, "/"));
  const sums = facts.flatMap(({ kind, row }) => (kind === "derived" ? [row.id] : []));
  const drawn = notebook.figures.filter(({ name }) => onPage.figures.some((figure) => figure.name === name));
  const version = fingerprint(
    JSON.stringify([
      facts,
      drawn.map(({ select }) => select(notebook.tables)),
      alternatives.map((other) => other.notebook.tables.derived.rows)
    ])
  );
  const control = relevant.map((choice) => pageChoice(choice, notebook, alone(choice)));
  return {
    control: `\n${choicesControl({ page, version }, control, sums)}`,
    changes: () =>
      alternatives
        .filter((other) => choices.every((one) => relevant.includes(one) || isAsWritten(one, other)))
        .map((other) => ({
          path: changePath(
            page,
            relevant.map(({ id }) => other.chosen[id] ?? "")
          ),
          content: json(pageChange(onPage, contextOf(other), version))
        }))
  };
}
