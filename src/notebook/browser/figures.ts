import { figures } from "notebook:figures";
import { type FigureRow, sizeFor } from "../kit/figure.ts";
import { figurePath } from "../page/addresses.ts";
import { Cause, Data, FigureFile, Part } from "../page/contract.ts";
import { fingerprint } from "../page/fingerprint.ts";

/**
 * Draws a built figure again at the width that it really has, now and whenever that changes. Its height is the built one's,
 * so nothing moves. The rows are those of the figure's download, unless others are given.
 */
export async function followWidth(figure: Element, given?: readonly FigureRow[]): Promise<void> {
  const name = figure.getAttribute(Data.figure);
  const known = figures.find((candidate) => candidate.name === name);
  const drawings = figure.querySelector<HTMLElement>(`.${Part.drawings}`);
  if (!known || !drawings) throw new Error(`no figure "${name}" to draw`);
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
