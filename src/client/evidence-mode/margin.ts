import type { FactInText } from "./facts-in-text.ts";
import { kindMark } from "./light-up.ts";

/** The list of facts beside the text, or below it as a sheet. */
export interface Margin {
  element: HTMLElement;
  /** Marks the entry of a fact as the one that is read. */
  mark(id: string): void;
}

/** Builds the list: an entry leads to its number; `close` is called where the reader has had enough. */
export function makeMargin(facts: readonly FactInText[], close: () => void): Margin {
  const element = document.createElement("aside");
  element.className = "facts";
  element.setAttribute("aria-label", "Facts in this text");
  const heading = document.createElement("p");
  heading.className = "facts-head";
  heading.textContent = `${facts.length} facts in this text`;
  const hide = button("Hide", close);
  hide.setAttribute("aria-label", "Hide the evidence");
  heading.append(hide);

  const list = document.createElement("ol");
  const entries = new Map(facts.map((fact) => [fact.id, entry(fact)]));
  list.append(...[...entries.values()].map(({ item }) => item));
  element.append(heading, list);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });

  let marked: HTMLElement | undefined;
  return {
    element,
    mark(id) {
      const chosen = entries.get(id)?.lead;
      if (!chosen || chosen === marked) return;
      marked?.removeAttribute("aria-current");
      chosen.setAttribute("aria-current", "true");
      marked = chosen;
      // Only the list scrolls; the page stays where its reader is.
      list.scrollTop = chosen.offsetTop - list.clientHeight / 2;
    }
  };
}

function entry(fact: FactInText): { item: HTMLElement; lead: HTMLElement } {
  const lead = button("", () => {
    const [number] = fact.numbers;
    number?.scrollIntoView({ block: "center" });
    number?.focus({ preventScroll: true });
  });
  const [amount, who] = [document.createElement("b"), document.createElement("small")];
  amount.textContent = fact.number;
  who.append(fact.symbol ? kindMark(fact.symbol) : "= ", fact.speaker);
  lead.append(amount, " ", who);
  const item = document.createElement("li");
  item.append(lead);
  return { item, lead };
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
