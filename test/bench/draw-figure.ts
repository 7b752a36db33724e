import { type FigureRow, type FigureWords, sizeFor } from "../../src/notebook/kit/figure.ts";
import { figures } from "../story.ts";

/** What a figure's JSON holds. */
type FigureData = FigureWords & { rows: FigureRow[] };

function figureOf(name: string): (typeof figures)[number] {
  const figure = figures.find((candidate) => candidate.name === name);
  if (!figure) throw new Error(`there is no figure "${name}"`);
  return figure;
}

/** A figure's drawing alone, made in the browser. */
export const drawing = (name: string, rows: readonly FigureRow[], width: number): Element =>
  figureOf(name).draw(rows, { width, size: sizeFor(width), document });

/** For the page with client-side cells: a figure with its words, its drawing and its table, made in the browser. */
export function drawFigure(name: string, { rows, ...words }: FigureData, width: number): Node {
  const figure = figureOf(name);
  const caption = node(
    "figcaption",
    node("h3", words.title),
    node("p", words.subtitle),
    ...(words.howToRead ? [node("p", words.howToRead)] : []),
    node("p", words.description)
  );
  const table = node(
    "table",
    node("thead", node("tr", ...figure.columns.map(({ label }) => node("th", label)))),
    node("tbody", ...rows.map((row) => node("tr", ...figure.columns.map(({ text }) => node("td", text(row))))))
  );
  return node(
    "div",
    caption,
    drawing(name, rows, width),
    node("p", words.notes.join(" ")),
    node("details", node("summary", "Data"), table)
  );
}

function node(name: string, ...children: (Node | string)[]): Element {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
