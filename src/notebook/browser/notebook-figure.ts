import { type Figure, type FigureRow, narrowestWidth, sizeFor, staticWidth } from "../kit/figure.ts";

/** Where a figure stands: as wide as there is room, what its rows rest on, and the page on which its evidence opens. */
interface Place {
  width: number;
  source: string;
  /** Null until it is known where the notebook is published. */
  page: string | null;
}

/**
 * A figure in somebody's notebook, drawn from whatever its rows are there: title, drawing, notes and source in one element.
 * Where changed rows no longer bear the title out, it says so.
 */
export function showFigure<Row extends FigureRow>(
  figure: Figure<Row>,
  rows: readonly Row[],
  { width, source, page }: Place
): HTMLElement {
  const { title, subtitle, howToRead, description, notes } = figure.words(rows);
  const room = Math.max(narrowestWidth.sm, Math.min(width, staticWidth.lg));
  const drawing = figure.draw(rows, { width: room, size: sizeFor(room), document });
  drawing.setAttribute("aria-label", `${title}. ${description}`);
  for (const link of drawing.querySelectorAll("a")) {
    const name = document.createElementNS("http://www.w3.org/2000/svg", "title");
    name.textContent = link.getAttribute("aria-label");
    link.prepend(name);
    const place = link.getAttribute("href") ?? "";
    if (page === null) link.removeAttribute("href");
    else if (place.startsWith("#")) link.setAttribute("href", page + place);
  }
  const made = document.createElement("figure");
  made.className = "drawn";
  const add = (name: string, text = ""): void => {
    if (text === "") return;
    const element = document.createElement(name);
    element.textContent = text;
    made.append(element);
  };
  add("h3", title);
  add("p", subtitle);
  add("p", howToRead);
  made.append(drawing);
  for (const note of notes) add("small", note);
  for (const doubt of figure.doubts(rows)) add("strong", `With these rows the title does not hold: ${doubt}.`);
  add("small", `Source: ${source}`);
  return made;
}
