import type { ChangedModel } from "../../page/whose/changed-model.ts";
import type { PageChange } from "../../page/whose/page-change.ts";
import type { whenNear } from "../when-near.ts";

/** What was changed, and how to take it back. */
export interface Changed {
  numbers: number;
  figures: number;
  undo(): void;
}

/** Puts what a choice changes in the place of what stands on the page. Every changed number says what it was. */
export function changePage(main: Element, change: PageChange, near: typeof whenNear): Changed {
  const undo: (() => void)[] = [];
  const swap = (old: Element, fresh: Element): void => {
    old.replaceWith(fresh);
    undo.push(() => fresh.replaceWith(old));
  };
  for (const [name, { html, rows }] of Object.entries(change.figures)) {
    const [old, fresh] = [document.getElementById(name), elementOf(html)];
    if (!old || !fresh) continue;
    swap(old, fresh);
    if (rows.length > 0)
      near([fresh], async () => (await import("../figures.ts")).wakeFigure(fresh, rows).catch(() => undefined));
  }
  for (const [fact, html] of Object.entries(change.evidence)) {
    const [old, fresh] = [document.getElementById(`p-${fact.replaceAll(".", "-")}`), elementOf(html)];
    if (old && fresh) swap(old, fresh);
  }
  const list = main.querySelector(".evidence-list > ol");
  const before = list?.lastElementChild;
  list?.insertAdjacentHTML("beforeend", change.added);
  undo.push(() => {
    while (list && list.lastElementChild !== before) list.lastElementChild?.remove();
  });
  for (const [name, changed] of Object.entries(change.models)) undo.push(changeModel(name, changed));
  let numbers = 0;
  for (const number of main.querySelectorAll<HTMLElement>(".ev[data-fact]")) {
    const text = number.textContent ?? "";
    const is = change.texts[number.dataset.fact ?? ""]?.[text];
    if (is === undefined || number.closest("figure[data-chart]")) continue;
    undo.push(write(number, is, text));
    if (!number.closest(".evidence-list")) numbers += 1;
  }
  return {
    numbers,
    figures:
      Object.values(change.figures).filter(({ rows }) => rows.length > 0).length + Object.keys(change.models).length,
    undo: () => {
      for (const step of undo.reverse()) step();
    }
  };
}

/** Lets a model start elsewhere, and say so; returns how to take it back. What its reader has set stays. */
function changeModel(name: string, { start, given, fixed }: ChangedModel): () => void {
  const model = document.querySelector<HTMLElement>(`[data-model=${name}]`);
  if (!model) return () => undefined;
  const undo: (() => void)[] = [];
  for (const [input, html] of Object.entries(given)) {
    const line = model.querySelector(`[data-given=${input}]`);
    const kept = [...(line?.childNodes ?? [])];
    if (line) line.innerHTML = html;
    undo.push(() => line?.replaceChildren(...kept));
  }
  for (const number of model.querySelectorAll<HTMLElement>(":is(.question, .answer) .ev")) {
    const text = number.textContent ?? "";
    const { fact: was = "" } = number.dataset;
    const is = fixed[was]?.texts[text];
    if (is === undefined) continue;
    if (is !== text) undo.push(write(number, is, text));
    undo.push(() => lead(number, was));
    lead(number, fixed[was]?.record ?? was);
  }
  const { start: before } = model.dataset;
  const restart = (values = ""): void => {
    model.dataset.start = values;
    model.dispatchEvent(new Event("restart"));
  };
  restart(JSON.stringify(start));
  return () => {
    for (const step of undo) step();
    restart(before);
  };
}

/** Makes a number open the evidence of a record. */
function lead(number: HTMLElement, record: string): void {
  number.dataset.fact = record;
  number.setAttribute("popovertarget", `p-${record.replaceAll(".", "-")}`);
}

/** Writes a number anew, with what it was; returns how to take it back. What else stands in it stays. */
function write(number: HTMLElement, is: string, was: string): () => void {
  const mark = number.querySelector(".mark");
  const old = document.createElement("span");
  old.className = "was";
  old.textContent = ` was ${was}`;
  number.replaceChildren(is, old, ...(mark ? [mark] : []));
  number.classList.add("changed");
  return () => {
    const kept = number.querySelector(".mark");
    number.replaceChildren(was, ...(kept ? [kept] : []));
    number.classList.remove("changed");
  };
}

function elementOf(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild as HTMLElement | null;
}
