import type { FigureRow } from "../kit/figure.ts";
import { changePath, evidenceId } from "../page/addresses.ts";
import type { ChangedModel, Texts } from "../page/alternatives.ts";
import type { PageChange } from "../page/choices.ts";
import { Cause, Data, Part } from "../page/contract.ts";
import css from "../style/changed.css";
import { readAddress, writeAddress } from "./address.ts";

/** What was changed, and how to take it back. */
export interface Changed {
  figures: number;
  undo(): void;
}

/** Has a figure drawn for the room that it has. */
type Redraw = (figure: Element, rows: readonly FigureRow[]) => void;

/** Puts what a choice changes in the place of what stands on the page. Its sentences stay: they say whose numbers theirs are. */
export function changePage(main: Element, change: PageChange, redraw: Redraw): Changed {
  const undo: (() => void)[] = [];
  const swap = (fresh: Element | null): void => {
    const old = fresh && document.getElementById(fresh.id);
    if (!old) return;
    old.replaceWith(fresh);
    undo.push(() => fresh.replaceWith(old));
  };
  for (const { html, rows } of Object.values(change.figures)) {
    const fresh = elementOf(html);
    swap(fresh);
    if (fresh && rows.length > 0) redraw(fresh, rows);
  }
  for (const html of Object.values(change.evidence)) swap(elementOf(html));
  const list = main.querySelector(`.${Part.evidenceList} > ol`);
  const before = list?.lastElementChild;
  list?.insertAdjacentHTML("beforeend", change.added);
  undo.push(() => {
    while (list && list.lastElementChild !== before) list.lastElementChild?.remove();
  });
  for (const [name, changed] of Object.entries(change.models)) undo.push(changeModel(name, changed));
  return {
    figures:
      Object.values(change.figures).filter(({ rows }) => rows.length > 0).length + Object.keys(change.models).length,
    undo: () => {
      for (const step of undo.reverse()) step();
    }
  };
}

/** What a number says in the form in which it is written on the page. */
const textFor = (number: Element, texts: Texts | undefined): string | undefined =>
  texts?.[(number.getAttribute(Data.form) ?? "full") as keyof Texts];

/** Lets a model start elsewhere, and say so; returns how to take it back. What its reader has set stays. */
function changeModel(name: string, { start, given, fixed }: ChangedModel): () => void {
  const model = document.querySelector<HTMLElement>(`[${Data.model}=${name}]`);
  if (!model) return () => undefined;
  const undo: (() => void)[] = [];
  for (const [input, html] of Object.entries(given)) {
    const line = model.querySelector(`[${Data.given}=${input}]`);
    const kept = [...(line?.childNodes ?? [])];
    if (line) line.innerHTML = html;
    undo.push(() => line?.replaceChildren(...kept));
  }
  for (const number of model.querySelectorAll(`:is(.${Part.question}, .${Part.answer}) .${Part.number}`)) {
    const was = number.getAttribute(Data.fact) ?? "";
    const other = fixed[was];
    if (!other) continue;
    const is = textFor(number, other.texts);
    if (is !== undefined) undo.push(write(number, is));
    undo.push(() => lead(number, was));
    lead(number, other.record);
  }
  const before = model.getAttribute(Data.start) ?? "";
  const restart = (values: string): void => {
    model.setAttribute(Data.start, values);
    model.dispatchEvent(new Event("restart"));
  };
  restart(JSON.stringify(start));
  return () => {
    for (const step of undo) step();
    restart(before);
  };
}

/** Makes a number open the evidence of a record. */
function lead(number: Element, record: string): void {
  number.setAttribute(Data.fact, record);
  number.setAttribute("href", `#${evidenceId(record)}`);
}

/** Writes a number anew, with what it was; returns how to take it back. The mark of its source stays as it is. */
function write(number: Element, is: string): () => void {
  const mark = (): Element[] => [...number.querySelectorAll(":scope > .mark")];
  const kept = [...number.childNodes].filter((node) => !mark().includes(node as Element));
  const old = document.createElement("span");
  old.className = "was";
  old.textContent = ` was ${kept.map((node) => node.textContent).join("")}`;
  number.replaceChildren(is, old, ...mark());
  number.classList.add("changed");
  return () => {
    number.replaceChildren(...kept, ...mark());
    number.classList.remove("changed");
  };
}

function elementOf(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild as HTMLElement | null;
}

/** How long a reader waits for what a choice changes, in ms, before the page says that it does not come. */
const patience = 10_000;

/**
 * Lets the page follow the numbers that its reader prefers; the address keeps the choice. What does not come leaves page,
 * control and address as they were. `redraw` and `why` are handed over, because the script that every page fetches has them
 * already, and a shared file would be one request more for all of them.
 */
export function wakeChoices(tool: HTMLDetailsElement, redraw: Redraw, why: (error: unknown) => Promise<string>): void {
  const main = document.querySelector("main");
  const state = document.querySelector(`.${Part.choicesState}`);
  if (!main || !state) return;
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  const selects = [...tool.querySelectorAll("select")];
  const written = selects.map(({ options }) => options[0]?.value ?? "");
  const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
  const version = tool.getAttribute(Data.version) ?? "";
  let changed: Changed | undefined;
  let shown: readonly string[] = written;
  let wanted: readonly string[] = written;

  const setControls = (values: readonly string[]): void => {
    for (const [place, select] of selects.entries()) {
      select.value = values[place] ?? "";
      if (select.selectedIndex < 0) select.value = written[place] ?? "";
    }
  };
  const keepInAddress = ({ step }: { step: boolean }): void => {
    const values = selects.map(({ name, value }, place) => [name, value === written[place] ? "" : value]);
    writeAddress(Object.fromEntries(values), { step });
  };
  const apply = async (): Promise<void> => {
    const asked = selects.map(({ value }) => value);
    if (isSame(asked, wanted)) return;
    wanted = asked;
    let change: PageChange | null = null;
    try {
      if (!isSame(asked, written) && !isSame(asked, shown)) {
        state.textContent = "The numbers of your choice are being fetched.";
        change = await fetched(changePath(tool.getAttribute(Data.page) ?? "", asked), version);
      }
    } catch (error) {
      if (wanted !== asked) return;
      setControls(shown);
      keepInAddress({ step: false });
      wanted = shown;
      state.replaceChildren(`${await why(error)} `, ...again());
      return;
    }
    if (wanted !== asked) return;
    if (!isSame(asked, shown)) {
      changed?.undo();
      changed = change ? changePage(main, change, redraw) : undefined;
      shown = asked;
    }
    state.replaceChildren(changed ? summary(changed) : "The numbers are as written.", ...again());
  };
  const choose = (): void => {
    keepInAddress({ step: true });
    apply();
  };
  const follow = (): void => {
    const asked = readAddress(selects.map(({ name }) => name));
    setControls(selects.map(({ name }) => asked[name] ?? ""));
    apply();
  };
  const again = (): HTMLElement[] => {
    if (!changed) return [];
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Show them as written";
    button.addEventListener("click", () => {
      setControls(written);
      choose();
      tool.querySelector("summary")?.focus({ preventScroll: true });
    });
    return [button];
  };

  tool.addEventListener("change", choose);
  addEventListener("popstate", follow);
  // The reader may have been quicker than this script.
  if (
    isSame(
      selects.map(({ value }) => value),
      written
    )
  )
    follow();
  else choose();
}

async function fetched(path: string, version: string): Promise<PageChange> {
  const answer = await fetch(`./${path}?v=${version}`, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`there is no ${path}`);
  const change = (await answer.json()) as PageChange;
  if (change.version !== version) throw new Error(`${path} is of another edition`, { cause: Cause.outdated });
  return change;
}

function summary({ figures }: Changed): string {
  return `By your choice ${figures === 1 ? "one figure or model differs" : `${figures} figures and models differ`}; the text is as written. `;
}
