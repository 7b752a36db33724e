import { type ChartRow, sizeFor } from "../charts/chart.ts";
import { charts } from "../charts/charts.ts";
import { ringSameSource } from "./same-source.ts";
import { showTips } from "./show-tips.ts";

ringSameSource();

/**
 * Makes a built figure live: drawn again at the width that it really has, whenever that changes, and with a word on each
 * symbol. Its height is the built one's, so nothing moves. The rows are those of the figure's download, unless others are given.
 */
export async function wakeFigure(figure: HTMLElement, given?: readonly ChartRow[]): Promise<void> {
  const name = figure.dataset.chart;
  const chart = charts.find((candidate) => candidate.name === name);
  const drawings = figure.querySelector<HTMLElement>(".drawings");
  if (!chart || !drawings) throw new Error(`no chart "${name}" to wake`);
  const rows = given ?? (await fetchedRows(name ?? ""));

  const drawToFit = (): void => {
    const width = Math.floor(drawings.clientWidth);
    const size = sizeFor(width);
    const drawing = drawings.querySelector(`.${size}`);
    const drawn = drawing?.querySelector("svg")?.getAttribute("width");
    if (!drawing || width === 0 || drawn === String(width)) return;
    const fresh = chart.draw(rows, { width, size, document });
    fresh.setAttribute("aria-labelledby", `${name}-title`);
    redraw(drawing, fresh);
  };
  drawToFit();
  new ResizeObserver(drawToFit).observe(drawings);
  showTips(drawings);
}

async function fetchedRows(name: string): Promise<ChartRow[]> {
  const answer = await fetch(`./figures/${name}.json`);
  if (!answer.ok) throw new Error(`no rows for "${name}"`);
  return ((await answer.json()) as { rows: ChartRow[] }).rows;
}

/** Puts a new drawing in the place of the old one; the link that has the focus keeps it. */
function redraw(drawing: Element, fresh: Element): void {
  const focused = [...drawing.querySelectorAll("a")].indexOf(document.activeElement as SVGAElement & HTMLAnchorElement);
  drawing.replaceChildren(fresh);
  if (focused >= 0) fresh.querySelectorAll("a")[focused]?.focus({ preventScroll: true });
}
