import type { FigureRow } from "../kit/figure.ts";
import { Part } from "../page/contract.ts";

/** How much wider than its drawing a figure's room may be before it is drawn anew, as a ratio. */
const spare = 1.125;

/** Whether the drawing that is shown is neither squeezed nor lost in its room. */
function fits(drawings: HTMLElement): boolean {
  const room = drawings.clientWidth;
  const shown = [...drawings.querySelectorAll("svg")].find((svg) => svg.getBoundingClientRect().width > 0);
  const drawn = Number(shown?.getAttribute("width"));
  return room === 0 || !shown || (drawn <= room && room <= drawn * spare);
}

/**
 * Has a figure drawn again once the drawing that it was built with does not fit. On most screens one of them does; the
 * library that draws, half of what a whole page weighs, is then never fetched.
 */
export function fitFigure(
  figure: Element,
  say: (control: Element, error: unknown) => void,
  rows?: readonly FigureRow[]
): void {
  const drawings = figure.querySelector<HTMLElement>(`.${Part.drawings}`);
  if (!drawings) return;
  const observer = new ResizeObserver(async () => {
    if (fits(drawings)) return;
    observer.disconnect();
    try {
      await (await import("./figures.ts")).followWidth(figure, rows);
    } catch (error) {
      say(drawings, error);
    }
  });
  observer.observe(drawings);
}
