import { evidenceEntryId } from "../kit/figure.ts";
import { sourceOfRecord } from "../page/addresses.ts";
import { Data, Part } from "../page/contract.ts";

/** The symbols of the page's drawings. */
const drawn = `.${Part.drawings} a`;

/** The symbol that the reader is at: the one under the pointer, else the one come to by keyboard, whatever scrolls past the pointer. */
const symbolAt = (target: EventTarget | null): Element | null =>
  (target instanceof Element ? target.closest(drawn) : null) ?? document.querySelector(`${drawn}:focus-visible`);

/**
 * Rings, in every figure of the page, the symbols of the source that the pointer or the focus is on. Arithmetic has no
 * source, and rings nothing; an event has that of the first who tells of it.
 */
export function ringSameSource(): void {
  const sources = new Map<string, string>();
  for (const number of document.querySelectorAll(`[${Data.fact}]`)) {
    const record = number.getAttribute(Data.fact) ?? "";
    const source = sourceOfRecord(record);
    if (source) sources.set(`#${evidenceEntryId(record)}`, source);
  }
  for (const event of document.querySelectorAll(`[${Data.teller}]`))
    sources.set(`#${event.id}`, event.getAttribute(Data.teller) ?? "");
  const sourceOf = (link: Element | null): string | undefined => sources.get(link?.getAttribute("href") ?? "");
  let shown: string | undefined;
  const ring = ({ target }: Event): void => {
    const source = sourceOf(symbolAt(target));
    if (source === shown) return;
    shown = source;
    for (const link of document.querySelectorAll(drawn))
      link.classList.toggle("same", source !== undefined && sourceOf(link) === source);
  };
  addEventListener("pointerover", ring);
  addEventListener("focusin", ring);
}

/**
 * Shows a symbol's name beside it while the pointer or the focus is on it. Escape takes it away. A finger leaves at once,
 * so what it touched keeps its name until the next touch elsewhere. The name is the link's own: nothing is spoken twice.
 */
export function nameSymbols(): void {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.role = "tooltip";
  tip.hidden = true;
  document.body.append(tip);
  let touched = false;

  const show = (target: EventTarget | null): void => {
    if (target === tip) return;
    const link = target instanceof Element ? target.closest<SVGAElement>(`${drawn}[aria-label]`) : null;
    const drawings = link?.closest(`.${Part.drawings}`);
    if (!link || !drawings) {
      if (!touched) tip.hidden = true;
      return;
    }
    tip.hidden = false;
    drawings.append(tip);
    tip.textContent = link.getAttribute("aria-label");
    const symbol = link.getBoundingClientRect();
    const box = drawings.getBoundingClientRect();
    // Half its width to each side of the symbol, but within the figure.
    const half = tip.offsetWidth / 2;
    const middle = symbol.left + symbol.width / 2 - box.left;
    tip.style.left = `${Math.max(half, Math.min(middle, box.width - half))}px`;
    tip.style.top = `${symbol.top - box.top}px`;
  };
  const hide = (): void => show(null);
  addEventListener("pointerdown", ({ pointerType, target }) => {
    touched = false;
    hide();
    touched = pointerType === "touch";
    if (touched) show(target);
  });
  addEventListener("pointerover", ({ target }) => show(target === tip ? tip : symbolAt(target)));
  addEventListener("focusin", ({ target }) => show(target));
  addEventListener("focusout", hide);
  addEventListener("click", hide);
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    touched = false;
    hide();
  });
  document.documentElement.addEventListener("pointerleave", hide);
  // The reader may have come to one before this script.
  show(document.querySelector(`${drawn}:is(:hover, :focus)`));
}
