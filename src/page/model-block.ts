import { htmlEscape as esc } from "escape-goat";
import { type Size, staticWidth } from "../charts/chart.ts";
import { inputText, inputWidth } from "../models/input-number.ts";
import type { Model, ModelInput } from "../models/model.ts";
import { slotsOf } from "../models/slots.ts";
import { startValues } from "../models/start-values.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { sourceLine } from "./source-line.ts";

const sizes: readonly Size[] = ["sm", "md", "lg"];

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
    return `<div class="drawing ${size}">${drawing.outerHTML}</div>`;
  });
  const given = model.inputs.map((input) => inputLine(input, values[input.id] ?? 0, notebook));
  const repeated = notebook.fact(model.repeats);
  const allowed = repeated?.kind === "derived" ? (repeated.row.allowed ?? "") : "";
  return `<figure class="fig model" id="${name}" data-model="${name}" data-start="${esc(JSON.stringify(values))}" aria-labelledby="${name}-title">
<figcaption><h3 id="${name}-title">${esc(model.title)}</h3></figcaption>
<p class="question">${sentence(model.question, model, notebook)}</p>
<p class="answer">${sentence(model.answer, model, notebook)}</p>
<p class="limit"></p>
<p class="vh" role="status"></p>
<p class="subtitle">${esc(model.subtitle)}</p>
<div class="drawings">${drawings.join("\n")}</div>
<ul class="given">${given.join("\n")}</ul>
<noscript><p class="notes">With scripts, the numbers listed here can be dragged or typed over.</p></noscript>
<p class="notes">${[...model.notes, allowed].filter(Boolean).map(esc).join(" ")}</p>
<p class="source"><b>Source</b> ${sourceLine(recordsOfModel(model), notebook)}</p>
<div class="actions"><button type="button" data-do="reset" disabled>Reset</button><a class="number" href="#${name}">Link to these numbers</a></div>
</figure>`;
}

/** Every record that a model starts from. */
export function recordsOfModel(model: Model<string>): string[] {
  const inputs = model.inputs.flatMap(({ start, others = [] }) => ("record" in start ? [start.record, ...others] : []));
  return [...new Set([...inputs, ...Object.values(model.fixed).flatMap((fixed) => fixed?.record ?? [])])];
}

/** A text of the model with its slots filled: inputs as text in room of their own, fixed numbers with their evidence. */
function sentence(text: string, model: Model<string>, notebook: Notebook): string {
  const values = startValues(model, notebook.tables);
  const results = model.results(values);
  return slotsOf(text)
    .map((part) => {
      if ("words" in part) return esc(part.words);
      const { slot } = part;
      const input = model.inputs.find(({ id }) => id === slot);
      if (input)
        return `<span class="drag" data-input="${slot}" style="--ch:${inputWidth(input)}">${inputText(values[slot] ?? 0, input)}</span>`;
      const fixed = model.fixed[slot];
      if (fixed) return recordTrigger(fixed, notebook);
      const result = results[slot];
      if (result === undefined) throw new Error(`the model "${model.name}" has nothing for the slot "${slot}"`);
      return `<b data-result="${slot}">${esc(result)}</b>`;
    })
    .join("");
}

function recordTrigger({ record, as }: { record: string; as: "number" | "year" }, notebook: Notebook): string {
  const fact = notebook.fact(record);
  if (!fact) throw new Error(`there is no record "${record}"`);
  if (as === "number") return evidenceTrigger(record, numberText(fact, "full"));
  return evidenceTrigger(record, fact.kind === "figure" ? (fact.row.period ?? "") : "");
}

/** What an input is, whose number it starts with, that number with its evidence, and what others give. */
function inputLine(
  { id, label, start, others = [], unit }: ModelInput<string>,
  value: number,
  notebook: Notebook
): string {
  if ("assumed" in start) {
    const text = `${inputText(value, { start })}${unit.sign === "%" ? "%" : ` ${unit.sign}`}`;
    return `<li data-given="${id}"><b>yours</b> <span>${esc(label)}: no source gives one; it starts at ${esc(text)}</span></li>`;
  }
  const said = [start, ...others.map((record) => ({ record, as: "number" as const }))].map(
    (recorded) => `${recordTrigger(recorded, notebook)} ${whoSays(recorded.record, notebook)}`
  );
  return `<li data-given="${id}"><b>source’s</b> <span>${esc(label)}: ${said.join("; elsewhere ")}</span></li>`;
}

function whoSays(record: string, notebook: Notebook): string {
  const fact = notebook.fact(record);
  if (fact?.kind !== "figure") throw new Error(`a model takes a number of "${record}", which is no figure`);
  const { speaker, speaker_kind, speaker_name, publisher, source } = fact.row;
  const where = speaker === publisher ? "" : `, in ${notebook.source(source).publisher_name}`;
  return `${kindSymbol(speaker_kind)} ${esc(speaker_name + where)}`;
}
