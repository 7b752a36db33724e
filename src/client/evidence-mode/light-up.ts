import type { FactInText } from "./facts-in-text.ts";

/** Gives each number the ground of its speaker's kind, and the kind's symbol as a mark that takes no room. */
export function lightUp({ numbers, symbol }: FactInText): void {
  for (const number of numbers) {
    number.dataset.kind = symbol?.replace("#k-", "") ?? "derived";
    const mark = document.createElement("span");
    mark.className = "mark";
    mark.ariaHidden = "true";
    if (symbol) mark.append(kindMark(symbol));
    number.append(mark);
  }
}

/** Takes ground and marks away again. */
export function dim({ numbers }: FactInText): void {
  for (const number of numbers) {
    delete number.dataset.kind;
    number.querySelector(".mark")?.remove();
  }
}

/** The symbol of a kind, by the id that the page's sprite gives it. */
export function kindMark(symbol: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const mark = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  mark.setAttribute("class", "sym");
  mark.setAttribute("aria-hidden", "true");
  use.setAttribute("href", symbol);
  mark.append(use);
  return mark;
}
