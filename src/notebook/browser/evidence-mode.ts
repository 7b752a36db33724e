import { Data, Part } from "../page/contract.ts";
import css from "../style/evidence-mode.css";
import { readAddress, writeAddress } from "./address.ts";

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
const notText = `.${Part.evidenceList}, .${Part.evidence}, .${Part.figureTable}, .facts, nav`;

/** The facts that the page's text states, in its order; all is read from the list that closes the page. */
export function factsInText(main: Element): FactInText[] {
  const facts = new Map<string, FactInText>();
  for (const number of main.querySelectorAll<HTMLAnchorElement>(`.${Part.number}[${Data.fact}]`)) {
    const id = number.getAttribute(Data.fact) ?? "";
    const evidence = document.getElementById(number.hash.slice(1));
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

/** Tells which fact the reader is at: the one in sight that has the focus, else the last above the middle of the window. */
export function followReading(facts: readonly FactInText[], tell: (id: string) => void): AbortController {
  const stop = new AbortController();
  const { signal } = stop;
  const places = facts.flatMap(({ id, numbers }) => numbers.map((number) => ({ id, number })));
  let asked = false;
  const read = (): void => {
    asked = false;
    const passed = places.filter(({ number }) => number.getBoundingClientRect().top < innerHeight / 2);
    const place = places.find(({ number }) => hasFocusInSight(number)) ?? passed.at(-1) ?? places[0];
    if (place) tell(place.id);
  };
  addEventListener(
    "scroll",
    () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(read);
    },
    { signal }
  );
  addEventListener(
    "focusin",
    ({ target }) => {
      const place = places.find(({ number }) => number === target);
      if (place) tell(place.id);
    },
    { signal }
  );
  read();
  return stop;
}

function hasFocusInSight(number: HTMLElement): boolean {
  const { top, bottom } = number.getBoundingClientRect();
  return number === document.activeElement && bottom > 0 && top < innerHeight;
}

/** Gives each number the background of its speaker's kind, and the kind's symbol as a mark that takes no room. */
export function lightUp({ numbers, symbol }: FactInText): void {
  for (const number of numbers) {
    number.setAttribute(Data.kind, symbol?.replace("#k-", "") ?? "derived");
    if (symbol) number.style.setProperty("--kind", colourOf(symbol));
    const mark = document.createElement("span");
    mark.className = "mark";
    mark.ariaHidden = "true";
    if (symbol) mark.append(kindMark(symbol));
    number.append(mark);
  }
}

/** Takes background and marks away again. */
export function dim({ numbers }: FactInText): void {
  for (const number of numbers) {
    number.removeAttribute(Data.kind);
    number.style.removeProperty("--kind");
    number.querySelector(".mark")?.remove();
  }
}

/** The colour in which the page's sprite draws a symbol: its fill, or its line where it is open. */
function colourOf(symbol: string): string {
  const drawn = document.querySelector(`${symbol} path`);
  const fill = drawn?.getAttribute("fill") ?? "none";
  return fill === "none" ? (drawn?.getAttribute("stroke") ?? "currentcolor") : fill;
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
  element.setAttribute("aria-label", "Numbers in this text");
  const heading = document.createElement("p");
  heading.className = "facts-head";
  heading.textContent = `${facts.length} numbers in this text`;
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

/** Lights up every number of the text by its kind of source, and lists them beside it; the address keeps the state. */
export function wakeEvidenceMode(button: HTMLElement): void {
  const main = document.querySelector("main");
  if (!main) return;
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  let leave: (() => void) | undefined;

  const show = (): void => {
    const facts = factsInText(main);
    for (const fact of facts) lightUp(fact);
    const margin = makeMargin(facts, () => {
      set(false);
      button.focus({ preventScroll: true });
    });
    main.before(margin.element);
    const reading = followReading(facts, margin.mark);
    leave = () => {
      reading.abort();
      margin.element.remove();
      for (const fact of facts) dim(fact);
    };
  };
  const apply = (): void => {
    const on = readAddress(["evidence"]).evidence === "on";
    button.setAttribute("aria-pressed", String(on));
    document.body.classList.toggle("lit", on);
    if (on && !leave) show();
    if (!on) {
      leave?.();
      leave = undefined;
    }
  };
  const set = (on: boolean): void => {
    writeAddress({ evidence: on ? "on" : "" }, { step: true });
    apply();
  };

  button.addEventListener("click", () => set(!leave));
  addEventListener("popstate", apply);
  apply();
}
