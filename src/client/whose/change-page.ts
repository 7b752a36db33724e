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
    figures: Object.values(change.figures).filter(({ rows }) => rows.length > 0).length,
    undo: () => {
      for (const step of undo.reverse()) step();
    }
  };
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
