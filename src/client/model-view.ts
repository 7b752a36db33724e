import { inputText } from "../models/input-number.ts";
import type { Model } from "../models/model.ts";

/** Brings the words of a model to its numbers: the answer, whose each number is, the reset and the link. */
export function showModel(
  figure: HTMLElement,
  model: Model<string>,
  values: Readonly<Record<string, number>>,
  start: Readonly<Record<string, number>>
): void {
  for (const [slot, words] of Object.entries(model.results(values))) {
    const place = figure.querySelector(`[data-result=${slot}]`);
    if (place) place.textContent = words;
  }
  const address = new URL(location.href);
  address.hash = model.name;
  for (const input of model.inputs) {
    const { id } = input;
    const value = values[id] ?? 0;
    const isOwn = value !== start[id];
    const whose = figure.querySelector(`[data-given=${id}] b`);
    // What no source gives is the reader's from the start.
    const unchanged = "record" in input.start ? "source’s" : "yours";
    if (whose) whose.textContent = isOwn ? `yours: ${inputText(value, input)}` : unchanged;
    if (isOwn) address.searchParams.set(`${model.name}.${id}`, String(value));
    else address.searchParams.delete(`${model.name}.${id}`);
  }
  const link = figure.querySelector<HTMLAnchorElement>(".actions .number");
  if (link) link.href = address.href;
  const reset = figure.querySelector<HTMLButtonElement>("[data-do=reset]");
  if (reset) reset.disabled = model.inputs.every(({ id }) => values[id] === start[id]);
}
