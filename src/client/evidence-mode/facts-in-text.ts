/** A number of the page's text, with what its entry of evidence says of it in short. */
export interface FactInText {
  id: string;
  /** Every place of the text that states it, in order. */
  numbers: HTMLElement[];
  /** Id of the symbol of its speaker's kind; null for this notebook's arithmetic. */
  symbol: string | null;
  number: string;
  speaker: string;
}

/** Lists, dialogs and tables repeat what the text says. */
const notText = ".evidence-list, .evidence, .data, .facts, nav";

/** The facts that the page's text states, in its order; all is read from the list that closes the page. */
export function factsInText(main: Element): FactInText[] {
  const facts = new Map<string, FactInText>();
  for (const number of main.querySelectorAll<HTMLElement>(".ev[data-fact]")) {
    const id = number.dataset.fact ?? "";
    const evidence = document.getElementById(number.getAttribute("popovertarget") ?? "");
    if (!evidence || number.closest(notText)) continue;
    const known = facts.get(id);
    if (known) {
      known.numbers.push(number);
      continue;
    }
    const text = (part: string): string => evidence.querySelector(part)?.textContent ?? "";
    facts.set(id, {
      id,
      numbers: [number],
      symbol: evidence.querySelector(".badge use")?.getAttribute("href") ?? null,
      number: text(".amount"),
      speaker: text(".thread b") || "our arithmetic"
    });
  }
  return [...facts.values()];
}
