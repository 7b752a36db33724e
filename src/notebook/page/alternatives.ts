import { htmlEscape as esc } from "escape-goat";
import type { FigureRow } from "../kit/figure.ts";
import { startValues, withStandIns } from "../kit/model.ts";
import type { Derivation, Ledger } from "../ledger/schema.ts";
import { type Chosen, chosenDerivations, combinations, misnamed, standInOf } from "../tables/choices.ts";
import { compileDerived } from "../tables/derived.ts";
import type { QuantityRow } from "../tables/figures.ts";
import { evidencePopover } from "./evidence.ts";
import { figureBlock, figureLabel } from "./figure-block.ts";
import { formOf, modelGiven, recordedText } from "./model-block.ts";
import type { Fact, Notebook } from "./notebook.ts";
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
export interface PlacedFigure {
  name: string;
  /** Which figure of its page it is, from one. */
  place: number;
  wide: boolean;
  /** Whether its title is on a section's level. */
  raised: boolean;
}

export interface ChangedFigure {
  html: string;
  /** What it is drawn from; empty where it stays as it was. */
  rows: readonly FigureRow[];
}

/** What a figure would be drawn from under an alternative, or why it is not drawn so; null where it is the same. */
type RowsByChoice = { rows: readonly FigureRow[] } | { why: string } | null;

/** What has been found of each figure: a page asks whether its choice changes it, then what. */
const byChoice = new WeakMap<Alternative, Map<string, RowsByChoice>>();

export function rowsByChoice(name: string, notebook: Notebook, alternative: Alternative): RowsByChoice {
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
export function changedSum(id: string, notebook: Notebook, other: Notebook): Sum | null {
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
  const fact = notebook.quantity(id);
  return `${numberText(fact, "full", notebook)} (${fact.row.edition ?? fact.row.speaker_name})`;
}

/** The evidence of a changed sum, which says what it is by choice and what the page has as written. */
export function changedEvidence(before: Fact, after: Sum, other: Notebook): string {
  const written = before.kind === "derived" ? numberText(before, "full", other) : "";
  return evidencePopover(after, other).replace(
    "</h3>",
    ` <small>by your choice; ${esc(written)} as written</small></h3>`
  );
}
