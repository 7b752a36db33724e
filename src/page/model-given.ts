import { htmlEscape as esc } from "escape-goat";
import { inputText } from "../models/input-number.ts";
import type { ModelInput } from "../models/model.ts";
import { kindSymbol } from "./kind-symbol.ts";
import { recordTrigger } from "./model-sentence.ts";
import type { Notebook } from "./notebook.ts";

/** What an input of a model is, whose number it starts with, that number with its evidence, and what others give. */
export function modelGiven(
  { label, start, others = [], unit }: ModelInput<string>,
  value: number,
  notebook: Notebook
): string {
  if ("assumed" in start) {
    const text = `${inputText(value, { start })}${unit.sign === "%" ? "%" : ` ${unit.sign}`}`;
    return `<b>yours</b> <span>${esc(label)}: no source gives one; it starts at ${esc(text)}</span>`;
  }
  const said = [start, ...others.map((record) => ({ record, as: "number" as const }))].map(
    (recorded) => `${recordTrigger(recorded, notebook)} ${whoSays(recorded.record, notebook)}`
  );
  return `<b>source’s</b> <span>${esc(label)}: ${said.join("; elsewhere ")}</span>`;
}

function whoSays(record: string, notebook: Notebook): string {
  const fact = notebook.fact(record);
  if (fact?.kind !== "figure") throw new Error(`a model takes a number of "${record}", which is no figure`);
  const { speaker, speaker_kind, speaker_name, publisher, source } = fact.row;
  const where = speaker === publisher ? "" : `, in ${notebook.source(source).publisher_name}`;
  const [first = "", ...others] = (speaker_name + where).split(" ");
  // A symbol alone at the end of a line would belong to nobody.
  return [`<span class="nb">${kindSymbol(speaker_kind)} ${esc(first)}</span>`, ...others.map(esc)].join(" ");
}
