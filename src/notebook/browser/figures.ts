import { figures } from "notebook:figures";
import { evidenceEntryId, type FigureRow, sizeFor } from "../kit/figure.ts";
import { figurePath, sourceOfRecord } from "../page/addresses.ts";
import { Cause, Data, FigureFile, Part } from "../page/contract.ts";
import { fingerprint } from "../page/fingerprint.ts";

/** The symbols of the page's drawings. */
const drawn = `.${Part.drawings} a`;

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
    const source = sourceOf((target as Element).closest(drawn));
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
export function showTips(drawings: HTMLElement): void {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.role = "tooltip";
  tip.hidden = true;
  drawings.append(tip);
  let touched = false;

  const hide = (): void => {
    tip.hidden = true;
  };
  const hideUnlessTouched = (): void => {
    if (!touched) hide();
  };
  const showFor = (target: EventTarget | null): void => {
    const link = (target as Element).closest("svg a[aria-label]");
    if (!link) {
      if (target !== tip) hideUnlessTouched();
      return;
    }
    tip.textContent = link.getAttribute("aria-label");
    tip.hidden = false;
    const symbol = link.getBoundingClientRect();
    const box = drawings.getBoundingClientRect();
    // Half its width to each side of the symbol, but within the figure.
    const half = tip.offsetWidth / 2;
    const middle = symbol.left + symbol.width / 2 - box.left;
    tip.style.left = `${Math.max(half, Math.min(middle, box.width - half))}px`;
    tip.style.top = `${symbol.top - box.top}px`;
  };
  const show = ({ target }: Event): void => showFor(target);
  addEventListener("pointerdown", ({ pointerType, target }) => {
    touched = pointerType === "touch" && drawings.contains(target as Node);
    hide();
    if (touched) showFor(target);
  });
  drawings.addEventListener("pointerover", show);
  drawings.addEventListener("focusin", show);
  drawings.addEventListener("pointerleave", hideUnlessTouched);
  drawings.addEventListener("focusout", hideUnlessTouched);
  drawings.addEventListener("click", hideUnlessTouched);
  drawings.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}

ringSameSource();

/**
 * Makes a built figure live: drawn again at the width that it really has, whenever that changes, and with a word on each
 * symbol. Its height is the built one's, so nothing moves. The rows are those of the figure's download, unless others are given.
 */
export async function wakeFigure(figure: HTMLElement, given?: readonly FigureRow[]): Promise<void> {
  const name = figure.getAttribute(Data.figure);
  const known = figures.find((candidate) => candidate.name === name);
  const drawings = figure.querySelector<HTMLElement>(`.${Part.drawings}`);
  if (!known || !drawings) throw new Error(`no figure "${name}" to wake`);
  const rows = given ?? (await fetchedRows(name ?? "", figure.getAttribute(Data.version) ?? ""));

  const drawToFit = (): void => {
    const width = Math.floor(drawings.clientWidth);
    const size = sizeFor(width);
    const drawing = drawings.querySelector(`.${size}`);
    const drawn = drawing?.querySelector("svg")?.getAttribute("width");
    if (!drawing || width === 0 || drawn === String(width)) return;
    const fresh = known.draw(rows, { width, size, document });
    fresh.setAttribute("aria-labelledby", `${name}-title`);
    redraw(drawing, fresh);
  };
  drawToFit();
  new ResizeObserver(drawToFit).observe(drawings);
  showTips(drawings);
}

/** The rows that a figure was built of. Its download may be newer than the page, and then is not for it. */
async function fetchedRows(name: string, version: string): Promise<FigureRow[]> {
  const answer = await fetch(`./${figurePath(name, FigureFile.rows)}?v=${version}`);
  if (!answer.ok) throw new Error(`no rows for "${name}"`);
  const { rows } = (await answer.json()) as { rows: FigureRow[] };
  if (fingerprint(JSON.stringify(rows)) !== version)
    throw new Error(`other rows for "${name}"`, { cause: Cause.outdated });
  return rows;
}

/** Puts a new drawing in the place of the old one; the link that has the focus keeps it. */
function redraw(drawing: Element, fresh: Element): void {
  const focused = [...drawing.querySelectorAll("a")].indexOf(document.activeElement as SVGAElement & HTMLAnchorElement);
  drawing.replaceChildren(fresh);
  if (focused >= 0) fresh.querySelectorAll("a")[focused]?.focus({ preventScroll: true });
}
