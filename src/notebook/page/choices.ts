import { htmlEscape as esc } from "escape-goat";
import type { FigureRow } from "../kit/figure.ts";
import { startValues, withStandIns } from "../kit/model.ts";
import type { Choice, Derivation, Ledger } from "../ledger/schema.ts";
import { type Chosen, chosenDerivations, combinations, misnamed, standInOf } from "../tables/choices.ts";
import { compileDerived } from "../tables/derived.ts";
import type { QuantityRow } from "../tables/figures.ts";
import { changePath } from "./addresses.ts";
import { Data, Part } from "./contract.ts";
import { evidenceEntries, evidencePopover } from "./evidence.ts";
import { figureBlock, figureLabel } from "./figure-block.ts";
import { fingerprint } from "./fingerprint.ts";
import { formOf, modelGiven, recordedText } from "./model-block.ts";
import type { Fact, Notebook } from "./notebook.ts";
import type { PublishedFile } from "./published-file.ts";
import { json } from "./published-file.ts";
import { pageFile } from "./site.ts";
import { numberText, type TokenForm } from "./tokens.ts";
import { holdTogether } from "./typography.ts";

/** The notebook as it would be under a combination of options. */
export interface Alternative {
  chosen: Chosen;
  /** The options that differ from the pages as written, in words. */
  label: string;
  notebook: Notebook;
  /** The record that stands in for another, or that one itself. */
  standIn: (record: string) => string;
}

/** The notebook under every combination of options but the first, which is the pages as written. */
export function alternativesOf(ledger: Ledger, notebook: Notebook): Alternative[] {
  return combinations(ledger.choices)
    .slice(1)
    .map((chosen) => ({
      chosen,
      label: labelOf(ledger, chosen),
      standIn: standInOf(ledger, chosen),
      notebook: withDerivations(notebook, ledger, chosenDerivations(ledger, chosen))
    }));
}

/** The same notebook with other derived quantities, which no other table rests on. */
function withDerivations(notebook: Notebook, ledger: Ledger, derivations: Derivation[]): Notebook {
  const derived = compileDerived({ ...ledger, derivations }, notebook.tables.figures.rows);
  const byId = new Map(derived.rows.map((row) => [row.id, row]));
  return {
    ...notebook,
    tables: { ...notebook.tables, derived },
    fact(id) {
      const row = byId.get(id);
      return row ? { kind: "derived", row } : notebook.fact(id);
    }
  };
}

const labelOf = ({ choices }: Ledger, chosen: Chosen): string =>
  choices
    .flatMap(({ id, options }) => options.slice(1).filter((option) => option.id === chosen[id]))
    .map(({ label }) => label)
    .join("; ");

/** A figure as it stands on a page. */
interface PlacedFigure {
  name: string;
  /** Which figure of its page it is, from one. */
  place: number;
  wide: boolean;
  /** Whether its title is on a section's level. */
  raised: boolean;
}

interface ChangedFigure {
  html: string;
  /** What it is drawn from; empty where it stays as it was. */
  rows: readonly FigureRow[];
}

/** What a figure would be drawn from under an alternative, or why it is not drawn so; null where it is the same. */
type RowsByChoice = { rows: readonly FigureRow[] } | { why: string } | null;

/** What has been found of each figure: a page asks whether its choice changes it, then what. */
const byChoice = new WeakMap<Alternative, Map<string, RowsByChoice>>();

function rowsByChoice(name: string, notebook: Notebook, alternative: Alternative): RowsByChoice {
  const known = byChoice.get(alternative) ?? new Map<string, RowsByChoice>();
  byChoice.set(alternative, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = findRows(name, notebook, alternative);
  known.set(name, found);
  return found;
}

function findRows(name: string, notebook: Notebook, alternative: Alternative): RowsByChoice {
  const figure = notebook.figures.find((candidate) => candidate.name === name);
  if (!figure) throw new Error(`there is no figure "${name}"`);
  const before = figure.select(notebook.tables);
  try {
    const rows = figure.select(alternative.notebook.tables);
    if (JSON.stringify(rows) === JSON.stringify(before)) return null;
    const [doubt] = figure.doubts(rows);
    if (doubt) return { why: `its ${doubt.of} would not hold: ${doubt.why}` };
    if (drawsReplaced(rows, notebook, alternative.notebook)) return { why: "it would also show the numbers replaced" };
    const { title, subtitle, howToRead = "", notes, description } = figure.words(rows);
    const names = misnamed([title, subtitle, howToRead, ...notes, description].join(" "), {
      before: figuresUnder(before, notebook),
      after: figuresUnder(rows, alternative.notebook),
      speakers: notebook.speakers
    });
    return names.length > 0 ? { why: `it tells of ${names.join(", ")}` } : { rows };
  } catch {
    // A finding that takes the numbers as they are written cannot be drawn from others.
    return { why: "it needs the numbers as written" };
  }
}

/** Whether rows hold a printed figure beside a sum in which another stands in for it: two numbers for one. */
function drawsReplaced(rows: readonly FigureRow[], notebook: Notebook, other: Notebook): boolean {
  const drawn = new Set(rows.flatMap(({ evidence }) => evidence));
  return [...drawn].some((id) => {
    const [before, after] = [notebook.fact(id), other.fact(id)];
    if (before?.kind !== "derived" || after?.kind !== "derived") return false;
    return before.row.inputs.some((input) => drawn.has(input) && !after.row.inputs.includes(input));
  });
}

/** The printed figures that rows rest on, by themselves or by what is calculated of them. */
const figuresUnder = (rows: readonly FigureRow[], notebook: Notebook): QuantityRow[] =>
  [...new Set(rows.flatMap(({ evidence }) => evidence))].flatMap((id) => {
    const fact = notebook.fact(id);
    const ids = fact?.kind === "derived" ? fact.row.inputs : [id];
    return ids.flatMap((input) => {
      const under = notebook.fact(input);
      return under?.kind === "figure" ? [under.row] : [];
    });
  });

/** A figure under an alternative, with a note on its title; null where it is the same. */
export function changedFigure(
  { name, place, wide, raised }: PlacedFigure,
  {
    path,
    notebook,
    alternative,
    document
  }: { path: string; notebook: Notebook; alternative: Alternative; document: Document }
): ChangedFigure | null {
  const number = figureLabel(path, place, notebook.site);
  const figure = notebook.figures.find((candidate) => candidate.name === name);
  const chosen = rowsByChoice(name, notebook, alternative);
  if (!figure || !chosen) return null;
  const block = (rows: readonly FigureRow[], from: Notebook, note: string): string =>
    holdTogether(
      figureBlock({ figure, rows: [...rows] }, { number, wide, notebook: from, document })
        .replace("<h3 ", raised ? '<h3 aria-level="2" ' : "<h3 ")
        .replace("</h3>", `</h3>\n<p class="by-choice">${esc(note)}</p>`)
    );
  if ("why" in chosen)
    return {
      html: block(figure.select(notebook.tables), notebook, `Not by your choice: with it ${chosen.why}.`),
      rows: []
    };
  const note = `Drawn by your choice: ${alternative.label}. The files below hold the numbers as written.`;
  return { html: block(chosen.rows, alternative.notebook, note), rows: chosen.rows };
}

/** What a number says, by the form in which it is written. */
export type Texts = Partial<Record<TokenForm, string>>;

/** What a choice changes of a model: where it starts, and what is said of that. */
export interface ChangedModel {
  start: Readonly<Record<string, number>>;
  /** By input: its line in the list of what is given. */
  given: Record<string, string>;
  /** By record that the reader cannot change: the one that stands in, and what its numbers say instead. */
  fixed: Record<string, { record: string; texts: Texts }>;
}

/** A model under an alternative; null where it is the same. */
export function changedModel(name: string, notebook: Notebook, alternative: Alternative): ChangedModel | null {
  const model = notebook.models.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`there is no model "${name}"`);
  const other = alternative.notebook;
  const placed = withStandIns(model, alternative.standIn);
  const start = startValues(placed, other.tables);
  if (JSON.stringify(start) === JSON.stringify(startValues(model, notebook.tables))) return null;
  const given = placed.inputs.flatMap((input, index) => {
    const before = model.inputs[index]?.start;
    if (!("record" in input.start) || JSON.stringify(before) === JSON.stringify(input.start)) return [];
    const line = modelGiven(input, start[input.id] ?? 0, other);
    return [[input.id, line.replace(/<\/span>$/, ", by your choice</span>")]];
  });
  const fixed: ChangedModel["fixed"] = {};
  for (const [slot, before] of Object.entries(model.fixed)) {
    const after = placed.fixed[slot];
    if (!before || !after || after.record === before.record) continue;
    const known = fixed[before.record] ?? { record: after.record, texts: {} };
    const text = recordedText(after, other);
    if (text !== recordedText(before, notebook)) known.texts[formOf(before)] = text;
    fixed[before.record] = known;
  }
  return { start, given: Object.fromEntries(given), fixed };
}

type Sum = Extract<Fact, { kind: "derived" }>;

/** A derived quantity as it is under an alternative, if it is another there; its explanation says what stands in for what. */
function changedSum(id: string, notebook: Notebook, other: Notebook): Sum | null {
  const [before, after] = [notebook.fact(id), other.fact(id)];
  if (before?.kind !== "derived" || after?.kind !== "derived") return null;
  if (before.row.inputs.join() === after.row.inputs.join()) return null;
  const swaps = after.row.inputs.flatMap((input, place) => {
    const old = before.row.inputs[place] ?? "";
    return input === old ? [] : [`${named(input, other)} in place of ${named(old, other)}`];
  });
  return {
    kind: "derived",
    row: { ...after.row, explanation: `By your choice, with ${swaps.join(" and ")}. ${after.row.explanation}` }
  };
}

function named(id: string, notebook: Notebook): string {
  const fact = notebook.fact(id);
  if (fact?.kind !== "figure") throw new Error(`${id} stands in for a figure and is none`);
  return `${numberText(fact, "full", notebook)} (${fact.row.edition ?? fact.row.speaker_name})`;
}

/** The evidence of a changed sum, which says what it is by choice and what the page has as written. */
function changedEvidence(before: Fact, after: Sum, other: Notebook): string {
  const written = before.kind === "derived" ? numberText(before, "full", other) : "";
  return evidencePopover(after, other).replace(
    "</h3>",
    ` <small>by your choice; ${esc(written)} as written</small></h3>`
  );
}

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
