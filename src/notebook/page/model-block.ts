import { htmlEscape as esc } from "escape-goat";
import { type FigureColumn, type FigureRow, sizes, staticWidth } from "../kit/figure.ts";
import {
  type DrawnAmount,
  inputText,
  inputWidth,
  type Model,
  type ModelInput,
  type Recorded,
  slotsOf,
  startValues
} from "../kit/model.ts";
import { Data, Part } from "./contract.ts";
import { drawingText } from "./drawing.ts";
import { type DrawnFigure, downloads, tableOf } from "./figure-block.ts";
import { notesUnder } from "./figure-notes.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import type { Page } from "./pages.ts";
import { evidenceTrigger, numberText, type TokenForm } from "./tokens.ts";

/** A text of the model with its slots filled: inputs as text in room of their own, fixed numbers with their evidence. */
const modelSentence = (text: string, model: Model<string>, notebook: Notebook): string =>
  filled(text, model, notebook, {
    words: esc,
    input: (slot, words) =>
      `<span class="drag" ${Data.input}="${slot}" style="--ch:${widthOf(model, slot)}">${esc(words)}</span>`,
    fixed: (recorded) => recordTrigger(recorded, notebook),
    result: (slot, words) => `<b ${Data.result}="${slot}">${esc(words)}</b>`
  });

/** The same as plain text, for what leaves the page. */
const plainSentence = (text: string, model: Model<string>, notebook: Notebook): string =>
  filled(text, model, notebook, {
    words: (words) => words,
    input: (_, words) => words,
    fixed: (recorded) => recordedText(recorded, notebook),
    result: (_, words) => words
  });

/** A number of a record, or the year that it is about, with its evidence. */
const recordTrigger = (recorded: Recorded, notebook: Notebook): string =>
  evidenceTrigger(recorded.record, recordedText(recorded, notebook), formOf(recorded));

/** How each part of a sentence is written. */
interface SlotWriters {
  words(words: string): string;
  input(slot: string, words: string): string;
  fixed(recorded: Recorded): string;
  result(slot: string, words: string): string;
}

function filled(text: string, model: Model<string>, notebook: Notebook, write: SlotWriters): string {
  const values = startValues(model, notebook.tables);
  const results = model.results(values);
  return slotsOf(text)
    .map((part) => {
      if ("words" in part) return write.words(part.words);
      const { slot } = part;
      const input = model.inputs.find(({ id }) => id === slot);
      if (input) return write.input(slot, inputText(values[slot] ?? 0, input));
      const fixed = model.fixed[slot];
      if (fixed) return write.fixed(fixed);
      const result = results[slot];
      if (result === undefined) throw new Error(`the model "${model.name}" has nothing for the slot "${slot}"`);
      return write.result(slot, result);
    })
    .join("");
}

function widthOf({ inputs }: Model<string>, slot: string): number {
  return Math.max(0, ...inputs.filter(({ id }) => id === slot).map(inputWidth));
}

/** The form in which a model writes a number of a record. */
export const formOf = ({ as }: Pick<Recorded, "as">): TokenForm => (as === "number" ? "full" : "year");

/** A number of a record, or the year that it is about, in words. */
export function recordedText({ record, as }: Recorded, notebook: Notebook): string {
  const fact = notebook.fact(record);
  if (!fact) throw new Error(`there is no record "${record}"`);
  return numberText(fact, formOf({ as }), notebook);
}

type Row = FigureRow & DrawnAmount;

/** Whatever is drawn: a figure or a model, its name, the folder of its code, and the page that shows it, if one does. */
export interface Drawing {
  name: string;
  room: "figures" | "models";
  page: Page | undefined;
  /** Its rows with their words and drawing. Fails where the ledger no longer bears it. */
  drawn(): DrawnFigure;
}

/** Every figure and model of a notebook. */
export function drawingsOf(notebook: Notebook): Drawing[] {
  const pageOf = (fence: string): Page | undefined =>
    notebook.site.pages.find(({ text }) => new RegExp(`^(?:\`\`\`|~~~)${fence}\\s*$`, "m").test(text));
  return [
    ...notebook.figures.map((figure) => ({
      name: figure.name,
      room: "figures" as const,
      page: pageOf(`figure ${figure.name}`),
      drawn: () => ({ figure, rows: figure.select(notebook.tables) })
    })),
    ...notebook.models.map((model) => ({
      name: model.name,
      room: "models" as const,
      page: pageOf(`model ${model.name}`),
      drawn: () => modelFigure(model, notebook)
    }))
  ];
}

/**
 * A model as it stands at the sources’ numbers, as a figure like any other: what a reader takes away of it. Each row rests on
 * every record that the model starts from.
 */
export function modelFigure(model: Model<string>, notebook: Notebook): DrawnFigure {
  const values = startValues(model, notebook.tables);
  const evidence = recordsOfModel(model);
  const rows: Row[] = model.amounts(values).map((amount) => ({ ...amount, evidence }));
  const when: FigureColumn<Row> = { label: "When", align: "start", text: (row) => row.when ?? "" };
  const columns: FigureColumn<Row>[] = [
    { label: "What", align: "start", text: (row) => row.what },
    ...(rows.some((row) => row.when) ? [when] : []),
    {
      label: "Amount",
      align: "end",
      text: (row) => row.text,
      amount: ({ amount, unit }) => ({ low: amount, value: amount, high: amount, comparator: "=", unit })
    }
  ];
  return {
    rows,
    figure: {
      name: model.name,
      select: () => rows,
      words: () => ({
        title: model.title.replace(/on your numbers$/, "on the sources’ numbers"),
        subtitle: model.subtitle,
        howToRead: plainSentence(model.question, model, notebook),
        notes: [plainSentence(model.answer, model, notebook), ...notesOf(model, notebook)],
        description: plainSentence(model.answer, model, notebook)
      }),
      columns: columns as FigureColumn<FigureRow>[],
      // Its title promises a calculation, no finding.
      doubts: () => [],
      height: (size) => model.height(size),
      draw: (_, canvas) => model.draw(values, canvas)
    }
  };
}

/** What a careful reader would ask of a model, and what allows unlike bases to meet in it. */
function notesOf({ notes, repeats }: Model<string>, notebook: Notebook): string[] {
  const repeated = notebook.fact(repeats);
  const allowed = repeated?.kind === "derived" ? repeated.row.allowed : null;
  return [...notes, ...(allowed ? [allowed] : [])];
}

/** Every record that a model starts from. */
export function recordsOfModel(model: Model<string>): string[] {
  const inputs = model.inputs.flatMap(({ start, others = [] }) => ("record" in start ? [start.record, ...others] : []));
  return [...new Set([...inputs, ...Object.values(model.fixed).flatMap((fixed) => fixed?.record ?? [])])];
}

/** What an input of a model is, whose number it starts with, that number with its evidence, and what others give. */
export function modelGiven(
  { label, start, others = [], unit }: ModelInput<string>,
  value: number,
  notebook: Notebook
): string {
  if ("assumed" in start) {
    const text = `${inputText(value, { start })}${unit.sign === "%" ? "%" : ` ${unit.sign}`}`;
    return `<b>Assumed</b> <span>${esc(label)}: no source gives one; it starts at ${esc(text)}</span>`;
  }
  const said = [start, ...others.map((record) => ({ record, as: "number" as const }))].map(
    (recorded) => `${recordTrigger(recorded, notebook)} ${whoSays(recorded.record, notebook)}`
  );
  return `<b>Given</b> <span>${esc(label)}: ${said.join("; elsewhere ")}</span>`;
}

function whoSays(record: string, notebook: Notebook): string {
  const { speaker, speaker_kind, speaker_name, publisher, source } = notebook.quantity(record).row;
  const where = speaker === publisher ? "" : `, in ${notebook.source(source).publisher_name}`;
  const [first = "", ...others] = (speaker_name + where).split(" ");
  // A symbol alone at the end of a line would belong to nobody.
  return [`<span class="nb">${kindSymbol(speaker_kind)} ${esc(first)}</span>`, ...others.map(esc)].join(" ");
}

/**
 * A model as it stands before anyone touches it: the sentence with the sources' numbers, its drawing, and what each
 * number is. Complete without scripts, which make the numbers of the sentence fields.
 */
export function modelBlock(
  model: Model<string>,
  { notebook, document }: { notebook: Notebook; document: Document }
): string {
  const { name } = model;
  const values = startValues(model, notebook.tables);
  const drawings = sizes.map((size) => {
    const drawing = model.draw(values, { width: staticWidth[size], size, document });
    drawing.setAttribute("aria-hidden", "true");
    return `<div class="drawing ${size}">${drawingText(drawing)}</div>`;
  });
  const given = model.inputs.map(
    (input) => `<li ${Data.given}="${input.id}">${modelGiven(input, values[input.id] ?? 0, notebook)}</li>`
  );
  return `<figure class="fig model" id="${name}" ${Data.model}="${name}" ${Data.start}="${esc(JSON.stringify(values))}" aria-labelledby="${name}-title">
<figcaption><h3 id="${name}-title">${esc(model.title)}</h3></figcaption>
<p class="${Part.question}">${modelSentence(model.question, model, notebook)}</p>
<p class="${Part.answer}">${modelSentence(model.answer, model, notebook)}</p>
<p class="${Part.limit}"></p>
<p class="vh" role="status"></p>
<p class="subtitle">${esc(model.subtitle)}</p>
<div class="${Part.drawings}">${drawings.join("\n")}</div>
<ul class="given" id="${name}-given">${given.join("\n")}</ul>
<noscript><p class="notes">With scripts, the numbers listed here can be dragged or typed over.</p></noscript>
${notesUnder([...notesOf(model, notebook), filesSay], recordsOfModel(model), notebook)}
<div class="${Part.actions}">${downloads(name)} <a class="${Part.number}" href="#${name}-given">Evidence</a> <button type="button" ${Data.action}="reset" disabled>Reset</button> <a class="${Part.figureLink}" href="#${name}">Link to these numbers</a></div>
${tableOf(modelFigure(model, notebook), notebook)}
</figure>`;
}

/** What is taken away does not follow the reader: it has an address, at which others find the same. */
const filesSay = "Table and files hold the numbers as written.";
