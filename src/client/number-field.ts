import { inputText, inputWidth, isWithin, limitsText, nearestStep, typedNumber } from "../models/input-number.ts";
import type { ModelInput } from "../models/model.ts";
import { dragNumber } from "./drag-number.ts";

/** What a field tells: each new number, when the reader is done with it, and what is wrong ("" when nothing is). */
export interface FieldEvents {
  change(value: number): void;
  settle(): void;
  complain(text: string): void;
}

/** A number of a sentence that is dragged, stepped or typed over. */
export interface NumberField {
  show(value: number): void;
}

/** Makes a number of the sentence a field in the same room. Only numbers within the limits get through. */
export function numberField(place: HTMLElement, input: ModelInput<string>, events: FieldEvents): NumberField {
  let value = input.min;
  const field = document.createElement("input");
  field.type = "text";
  field.className = "number-field";
  field.inputMode = "decimal";
  field.autocomplete = "off";
  field.role = "spinbutton";
  field.ariaLabel = input.label;
  field.ariaValueMin = String(input.min);
  field.ariaValueMax = String(input.max);
  field.size = inputWidth(input);

  const show = (next: number): void => {
    value = next;
    field.value = inputText(value, input);
    field.ariaValueNow = String(value);
    field.ariaValueText = `${field.value} ${input.unit.name}`.trim();
  };
  const move = (wanted: number): void => {
    const next = nearestStep(wanted, input);
    events.complain(isWithin(wanted, input) ? "" : limitsText(input));
    if (next === value) return;
    show(next);
    events.change(next);
  };

  field.addEventListener("keydown", (event) => {
    const { key } = event;
    const wanted: Record<string, number> = {
      ArrowUp: value + input.step,
      ArrowDown: value - input.step,
      PageUp: value + 10 * input.step,
      PageDown: value - 10 * input.step,
      Home: input.min,
      End: input.max
    };
    const next = wanted[key];
    if (key === "Enter") field.dispatchEvent(new Event("change"));
    if (next === undefined) return;
    event.preventDefault();
    move(next);
    events.settle();
  });
  // A number that is being typed is followed as soon as it can be; it is judged when it is done.
  field.addEventListener("input", () => {
    const typed = typedNumber(field.value);
    if (typed === null || !isWithin(typed, input) || typed === value) return;
    value = typed;
    events.complain("");
    events.change(typed);
  });
  field.addEventListener("change", () => {
    const typed = typedNumber(field.value);
    if (typed === null) events.complain(`“${field.value}” is no number; ${inputText(value, input)} stays.`);
    else if (!isWithin(typed, input)) events.complain(limitsText(input));
    show(value);
    events.settle();
  });
  dragNumber(field, {
    value: () => value,
    step: input.step,
    range: input.max - input.min,
    move,
    settle: events.settle
  });
  place.replaceChildren(field);
  return { show };
}
