import type { ChangedModel, PageChange } from "../page/whose.ts";
import css from "../style/changed.css";
import { readAddress, writeAddress } from "./positions.ts";
import type { whenNear } from "./waiting.ts";

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
      near([fresh], async () => (await import("./figures.ts")).wakeFigure(fresh, rows).catch(() => undefined));
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

/**
 * Lets the page follow the numbers that its reader prefers; the address keeps the choice. `near` is handed over, because
 * the script that every page fetches has it already, and a shared file would be one request more for all of them.
 */
export function wakeWhose(tool: HTMLDetailsElement, near: typeof whenNear): void {
  const main = document.querySelector("main");
  const state = document.querySelector<HTMLElement>(".whose-state");
  if (!main || !state) return;
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  const selects = [...tool.querySelectorAll("select")];
  const names = selects.map(({ name }) => name);
  const asWritten = (select: HTMLSelectElement): string => select.options[0]?.value ?? "";
  let changed: Changed | undefined;
  let shown = "";

  const apply = async (): Promise<void> => {
    const asked = readAddress(names);
    for (const select of selects) {
      select.value = asked[select.name] ?? "";
      if (select.selectedIndex < 0) select.value = asWritten(select);
    }
    const wanted = selects.map(({ value }) => value).join(".");
    if (wanted === (shown || selects.map(asWritten).join("."))) return;
    shown = wanted;
    const change = selects.every((select) => select.value === asWritten(select)) ? null : await fetched(tool, wanted);
    if (shown !== wanted) return;
    changed?.undo();
    changed = change ? changePage(main, change, near) : undefined;
    state.replaceChildren(...(changed ? [told(changed), again()] : ["The numbers are as written."]));
  };
  const choose = (): void => {
    const values = selects.map((select) => [select.name, select.value === asWritten(select) ? "" : select.value]);
    writeAddress(Object.fromEntries(values), { step: true });
    apply();
  };
  const again = (): HTMLElement => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Show them as written";
    button.addEventListener("click", () => {
      for (const select of selects) select.value = asWritten(select);
      choose();
      tool.querySelector("summary")?.focus({ preventScroll: true });
    });
    return button;
  };

  tool.addEventListener("change", choose);
  addEventListener("popstate", apply);
  // The reader may have been quicker than this script.
  if (selects.some((select) => select.value !== asWritten(select))) choose();
  else apply();
}

async function fetched(tool: HTMLElement, options: string): Promise<PageChange> {
  const answer = await fetch(`./whose/${tool.dataset.page}.${options}.json`);
  if (!answer.ok) throw new Error(`there is no change for ${options}`);
  return (await answer.json()) as PageChange;
}

function told({ numbers, figures }: Changed): string {
  const some = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;
  return `By your choice ${some(numbers, "number")} in the text and ${some(figures, "figure")} differ; each changed number says what it was. `;
}
