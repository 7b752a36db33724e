import { type Size, sizeFor, sizes, staticWidth } from "../charts/chart.ts";
import { isWithin, typedNumber } from "../models/input-number.ts";
import { models } from "../models/models.ts";
import { showModel } from "./model-view.ts";
import { numberField } from "./number-field.ts";
import { readAddress, writeAddress } from "./positions/address.ts";

type Numbers = Record<string, number>;

/** Long enough for a key that is held or a hand that hesitates; then the sentence is spoken and the address a step on. */
const pause = 500;

/**
 * Makes a model's numbers fields. Sentence, drawing and address follow them; the address that the reader came with, or
 * goes back to, sets them.
 */
export function wakeModel(figure: HTMLElement): void {
  const model = models.find(({ name }) => name === figure.dataset.model);
  const status = figure.querySelector("[role=status]");
  const limit = figure.querySelector(".limit");
  const drawings = figure.querySelector<HTMLElement>(".drawings");
  if (!model || !status || !limit || !drawings) throw new Error(`no model "${figure.dataset.model}" to wake`);
  const startNow = (): Numbers => JSON.parse(figure.dataset.start ?? "{}") as Numbers;
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
      const words = figure.querySelector(".answer")?.textContent ?? "";
      status.textContent = [limit.textContent, words].filter(Boolean).join(" ");
      const changed = model.inputs.map(({ id }) => [keyOf(id), values[id] === start[id] ? "" : String(values[id])]);
      writeAddress(Object.fromEntries(changed), { step: true });
    }, pause);
  };
  const fields = new Map(
    model.inputs.flatMap((input) => {
      const place = figure.querySelector<HTMLElement>(`[data-input=${input.id}]`);
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
      const number = typedNumber(found[keyOf(input.id)] ?? "");
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
  figure.querySelector("[data-do=reset]")?.addEventListener("click", () => {
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
