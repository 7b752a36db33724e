import type { PageChange } from "../../page/whose/page-change.ts";
import css from "../../style/changed.css";
import { readAddress, writeAddress } from "../positions/address.ts";
import type { whenNear } from "../when-near.ts";
import { type Changed, changePage } from "./change-page.ts";

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
