import { htmlEscape as esc } from "escape-goat";
import { inputText, inputWidth } from "../models/input-number.ts";
import type { Model, Recorded } from "../models/model.ts";
import { slotsOf } from "../models/slots.ts";
import { startValues } from "../models/start-values.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";

/** A text of the model with its slots filled: inputs as text in room of their own, fixed numbers with their evidence. */
export const modelSentence = (text: string, model: Model<string>, notebook: Notebook): string =>
  filled(text, model, notebook, {
    words: esc,
    input: (slot, words) =>
      `<span class="drag" data-input="${slot}" style="--ch:${widthOf(model, slot)}">${esc(words)}</span>`,
    fixed: (recorded) => recordTrigger(recorded, notebook),
    result: (slot, words) => `<b data-result="${slot}">${esc(words)}</b>`
  });

/** The same as plain text, for what leaves the page. */
export const plainSentence = (text: string, model: Model<string>, notebook: Notebook): string =>
  filled(text, model, notebook, {
    words: (words) => words,
    input: (_, words) => words,
    fixed: (recorded) => recordedText(recorded, notebook),
    result: (_, words) => words
  });

/** A number of a record, or the year that it is about, with its evidence. */
export const recordTrigger = (recorded: Recorded, notebook: Notebook): string =>
  evidenceTrigger(recorded.record, recordedText(recorded, notebook));

/** How each part of a sentence is written. */
interface Dress {
  words(words: string): string;
  input(slot: string, words: string): string;
  fixed(recorded: Recorded): string;
  result(slot: string, words: string): string;
}

function filled(text: string, model: Model<string>, notebook: Notebook, dress: Dress): string {
  const values = startValues(model, notebook.tables);
  const results = model.results(values);
  return slotsOf(text)
    .map((part) => {
      if ("words" in part) return dress.words(part.words);
      const { slot } = part;
      const input = model.inputs.find(({ id }) => id === slot);
      if (input) return dress.input(slot, inputText(values[slot] ?? 0, input));
      const fixed = model.fixed[slot];
      if (fixed) return dress.fixed(fixed);
      const result = results[slot];
      if (result === undefined) throw new Error(`the model "${model.name}" has nothing for the slot "${slot}"`);
      return dress.result(slot, result);
    })
    .join("");
}

function widthOf({ inputs }: Model<string>, slot: string): number {
  return Math.max(0, ...inputs.filter(({ id }) => id === slot).map(inputWidth));
}

/** A number of a record, or the year that it is about, in words. */
export function recordedText({ record, as }: Recorded, notebook: Notebook): string {
  const fact = notebook.fact(record);
  if (!fact) throw new Error(`there is no record "${record}"`);
  if (as === "number") return numberText(fact, "full");
  return fact.kind === "figure" ? (fact.row.period ?? "") : "";
}
