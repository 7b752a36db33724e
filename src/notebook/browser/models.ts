import { models } from "notebook:models";
import { type Size, sizeFor, sizes, staticWidth } from "../kit/figure.ts";
import {
  inputText,
  inputWidth,
  isWithin,
  limitsText,
  type Model,
  type ModelInput,
  nearestStep,
  typedNumber
} from "../kit/model.ts";
import { Data, Part } from "../page/contract.ts";
import { readAddress, writeAddress } from "./address.ts";

/** The number that a drag changes. */
export interface Dragged {
  value(): number;
  step: number;
  /** From the least to the largest number. */
  range: number;
  move(wanted: number): void;
  settle(): void;
}

/** In px: the whole range is about as wide as a phone, and a step is as wide as a hand can tell and short enough to reach. */
const reach = 320;
const finest = 2;
const widest = 12;
/** A press that moves less, in px, is a click. */
const slack = 4;

/** Lets a pointer drag a field's number sideways. A press without a move leaves it a field to type in. */
export function dragNumber(field: HTMLInputElement, dragged: Dragged): void {
  const steps = dragged.range / dragged.step;
  const pixels = Math.min(widest, Math.max(finest, reach / steps));
  /** Where there are more steps than pixels, a pixel is several of them. */
  const stride = Math.max(1, Math.round((steps * finest) / (2 * reach))) * dragged.step;
  let from: { x: number; value: number } | undefined;
  let isDragging = false;

  field.addEventListener("pointerdown", ({ clientX, button, pointerId }) => {
    if (button !== 0) return;
    from = { x: clientX, value: dragged.value() };
    // A fast pointer leaves the field before its first move event.
    field.setPointerCapture(pointerId);
  });
  field.addEventListener("pointermove", (event) => {
    if (!from) return;
    const moved = event.clientX - from.x;
    if (!isDragging && Math.abs(moved) < slack) return;
    if (!isDragging) {
      isDragging = true;
      field.classList.add("dragging");
    }
    event.preventDefault();
    field.setSelectionRange(0, 0);
    dragged.move(from.value + Math.trunc(moved / pixels) * stride);
  });
  const end = (): void => {
    if (isDragging) dragged.settle();
    else if (from && document.activeElement === field) field.select();
    from = undefined;
    isDragging = false;
    field.classList.remove("dragging");
  };
  // The browser would carry selected digits away instead.
  field.addEventListener("dragstart", (event) => event.preventDefault());
  field.addEventListener("pointerup", end);
  field.addEventListener("pointercancel", end);
}

/** Makes the words of a model follow its numbers: the answer, whose each number is, the reset button and the link. */
export function showModel(
  figure: HTMLElement,
  model: Model<string>,
  values: Readonly<Record<string, number>>,
  start: Readonly<Record<string, number>>
): void {
  for (const [slot, words] of Object.entries(model.results(values))) {
    const place = figure.querySelector(`[${Data.result}=${slot}]`);
    if (place) place.textContent = words;
  }
  const address = new URL(location.href);
  address.hash = model.name;
  for (const input of model.inputs) {
    const { id } = input;
    const value = values[id] ?? 0;
    const isOwn = value !== start[id];
    const whose = figure.querySelector(`[${Data.given}=${id}] b`);
    // A number that no source gives is the reader’s from the start.
    const unchanged = "record" in input.start ? "Given" : "Assumed";
    if (whose) whose.textContent = isOwn ? `Yours: ${inputText(value, input)}` : unchanged;
    if (isOwn) address.searchParams.set(`${model.name}.${id}`, String(value));
    else address.searchParams.delete(`${model.name}.${id}`);
  }
  const link = figure.querySelector<HTMLAnchorElement>(`.${Part.actions} .${Part.figureLink}`);
  if (link) link.href = address.href;
  const reset = figure.querySelector<HTMLButtonElement>(`[${Data.action}=reset]`);
  if (reset) reset.disabled = model.inputs.every(({ id }) => values[id] === start[id]);
}

/** What a field reports: each new number, when the reader has finished, and what is wrong ("" when nothing is). */
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

  /** A number may have more digits than the limits have: it gets the room that it needs. */
  const widen = (): void => {
    place.style.setProperty("--ch", String(Math.max(inputWidth(input), field.value.length)));
  };
  const show = (next: number): void => {
    value = next;
    field.value = inputText(value, input);
    widen();
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
  // A number that is being typed counts as soon as it is valid; it is only refused once it is finished.
  field.addEventListener("input", () => {
    widen();
    const typed = typedNumber(field.value, input.unit);
    if (typed === null || !isWithin(typed, input) || typed === value) return;
    value = typed;
    events.complain("");
    events.change(typed);
  });
  field.addEventListener("change", () => {
    const typed = typedNumber(field.value, input.unit);
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

type Numbers = Record<string, number>;

/** In ms: long enough for a held key or a pause while dragging. Then the sentence is announced and the address follows. */
const pause = 500;

/**
 * Makes a model's numbers fields. Sentence, drawing and address follow them; the address that the reader came with, or
 * goes back to, sets them.
 */
export function wakeModel(figure: HTMLElement): void {
  const model = models.find(({ name }) => name === figure.getAttribute(Data.model));
  const status = figure.querySelector("[role=status]");
  const limit = figure.querySelector(`.${Part.limit}`);
  const drawings = figure.querySelector<HTMLElement>(`.${Part.drawings}`);
  if (!model || !status || !limit || !drawings)
    throw new Error(`no model "${figure.getAttribute(Data.model)}" to wake`);
  const startNow = (): Numbers => JSON.parse(figure.getAttribute(Data.start) ?? "{}") as Numbers;
  let start = startNow();
  const keyOf = (id: string): string => `${model.name}.${id}`;
  const keys = model.inputs.map(({ id }) => keyOf(id));
  let values: Numbers = { ...start };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const drawAt = (width: number, size: Size, shown: Numbers): void => {
    const fresh = model.draw(shown, { width, size, document });
    fresh.setAttribute("aria-hidden", "true");
    drawings.querySelector(`.${size}`)?.replaceChildren(fresh);
  };
  const draw = (shown: Numbers): void => {
    const width = Math.floor(drawings.clientWidth);
    if (width > 0) drawAt(width, sizeFor(width), shown);
  };
  const show = (shown: Numbers): void => {
    showModel(figure, model, shown, start);
    draw(shown);
  };
  const settle = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const words = figure.querySelector(`.${Part.answer}`)?.textContent ?? "";
      status.textContent = [limit.textContent, words].filter(Boolean).join(" ");
      const changed = model.inputs.map(({ id }) => [keyOf(id), values[id] === start[id] ? "" : String(values[id])]);
      writeAddress(Object.fromEntries(changed), { step: true });
    }, pause);
  };
  const fields = new Map(
    model.inputs.flatMap((input) => {
      const place = figure.querySelector<HTMLElement>(`[${Data.input}=${input.id}]`);
      if (!place) return [];
      const field = numberField(place, input, {
        change(value) {
          values = { ...values, [input.id]: value };
          show(values);
        },
        settle,
        complain: (text) => {
          limit.textContent = text;
        }
      });
      return [[input.id, field]];
    })
  );
  const setAll = (next: Numbers): void => {
    clearTimeout(waiting);
    values = next;
    limit.textContent = "";
    for (const [id, field] of fields) field.show(values[id] ?? 0);
    show(values);
  };
  const fromAddress = (): void => {
    const found = readAddress(keys);
    const read = model.inputs.map((input) => {
      const number = typedNumber(found[keyOf(input.id)] ?? "", input.unit);
      return [input.id, number !== null && isWithin(number, input) ? number : start[input.id]];
    });
    setAll({ ...start, ...Object.fromEntries(read) });
  };

  fromAddress();
  addEventListener("popstate", fromAddress);
  // Where a model starts follows the numbers that its reader prefers; what the reader has set stays.
  figure.addEventListener("restart", () => {
    const before = start;
    start = startNow();
    const own = model.inputs.filter(({ id }) => values[id] !== before[id]).map(({ id }) => [id, values[id]]);
    setAll({ ...start, ...Object.fromEntries(own) });
  });
  figure.querySelector(`[${Data.action}=reset]`)?.addEventListener("click", () => {
    setAll(start);
    settle();
  });
  // Paper cannot be dragged: it shows what the sources give, as the page was built.
  let isOnPaper = false;
  addEventListener("beforeprint", () => {
    isOnPaper = true;
    for (const [id, field] of fields) field.show(start[id] ?? 0);
    showModel(figure, model, start, start);
    for (const size of sizes) drawAt(staticWidth[size], size, start);
  });
  addEventListener("afterprint", () => {
    isOnPaper = false;
    setAll(values);
  });
  new ResizeObserver(() => {
    if (!isOnPaper) draw(values);
  }).observe(drawings);
}
