import { htmlEscape as esc } from "escape-goat";
import { staticWidth } from "../kit/figure.ts";
import { wrapText } from "../kit/text.ts";
import { drawingText } from "./drawing.ts";
import { type DrawnFigure, recordsOf } from "./figure-block.ts";
import type { Notebook } from "./notebook.ts";
import { sourceText } from "./source-line.ts";

/** The variables of the style sheet's light theme by name, `--ink`: what a picture that leaves the page is drawn with. */
export type Tokens = ReadonlyMap<string, string>;

/** Pictures leave the site without its fonts, so they name the families as anyone has them installed. */
const families: Readonly<Record<string, string>> = {
  "--sans": "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif",
  "--disp": "'Source Serif 4 Display', 'Source Serif 4', Georgia, serif"
};

/** Reads the light theme from the text of `src/notebook/style/tokens.css`; the ground becomes white, as on paper. */
export function lightTokens(css: string): Tokens {
  const light = css.match(/:root\s*\{([^}]*)\}/)?.[1];
  if (light === undefined)
    throw new Error("the style sheet’s tokens have no :root; write the light theme there, first");
  const declared = [...light.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [
    name,
    value.trim()
  ]);
  return new Map([...declared, ...Object.entries(families), ["--paper", "#fff"]] as [string, string][]);
}

/** A text with each `var(--name)` replaced by its value. A name that is no token throws. */
export function withoutVariables(text: string, tokens: Tokens): string {
  return text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const value = tokens.get(name);
    if (value === undefined)
      throw new Error(`a drawing uses ${name}, which src/notebook/style/tokens.css does not have`);
    return withoutVariables(value, tokens);
  });
}

/** The notebook's mark, a field of nine squares with one in red, in a picture; `side` in px. */
export function pictureMark({ x, y, side }: { x: number; y: number; side: number }): string {
  const pitch = 6.4;
  const squares = Array.from({ length: 9 }, (_, index) => {
    const [column, row] = [index % 3, Math.floor(index / 3)];
    const colour = index === oneInRed ? "var(--accent)" : "var(--rule2)";
    return `<rect x="${column * pitch}" y="${row * pitch}" width="5" height="5" fill="${colour}"/>`;
  });
  return `<g transform="translate(${x} ${y}) scale(${Math.round((side / 17.8) * 1000) / 1000})">${squares.join("")}</g>`;
}

const oneInRed = 5;

/** How a paragraph of a picture is set; sizes in px. */
export interface PictureStyle {
  family: "var(--sans)" | "var(--disp)";
  size: number;
  leading: number;
  colour: string;
  weight?: number;
  /** How much wider the family runs than the sans that widths are estimated for. */
  stretch?: number;
}

/** A paragraph set at a width: its lines as SVG text below `top`, and how tall it is. */
interface PictureText {
  svg: string;
  height: number;
}

/** Breaks a paragraph into lines and sets it from (x, top) on; an empty one takes no room. */
export function pictureText(
  text: string,
  { x, top, width }: { x: number; top: number; width: number },
  { family, size, leading, colour, weight = 400, stretch = 1 }: PictureStyle
): PictureText {
  const plain = text.replaceAll("\u2060", "");
  const lines = plain === "" ? [] : wrapText(plain, width / stretch, size);
  const baseline = (leading + size * 0.7) / 2;
  const svg = lines
    .map((line, index) => `<tspan x="${x}" y="${round(top + index * leading + baseline)}">${esc(line)}</tspan>`)
    .join("");
  return {
    svg:
      svg && `<text font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${colour}">${svg}</text>`,
    height: lines.length * leading
  };
}

export const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * A figure's drawing as a piece of a picture that leaves the page, as XML: evidence cannot be opened there, so each link
 * becomes a group whose name a viewer may show, and what only a page needs is gone.
 */
export function standaloneDrawing(drawing: Element, place: { x: number; y: number }): string {
  const { ownerDocument: document } = drawing;
  for (const ring of drawing.querySelectorAll(".ring")) ring.remove();
  for (const link of drawing.querySelectorAll("a")) {
    const group = document.createElementNS(svgNamespace, "g");
    for (const { name, value } of link.attributes) if (!pageOnly.has(name)) group.setAttribute(name, value);
    const title = document.createElementNS(svgNamespace, "title");
    title.textContent = link.getAttribute("aria-label");
    group.append(title, ...link.childNodes);
    link.replaceWith(group);
  }
  for (const element of [drawing, ...drawing.querySelectorAll("*")])
    for (const name of pageOnly) element.removeAttribute(name);
  for (const [name, value] of Object.entries(place)) drawing.setAttribute(name, String(value));
  return drawingText(drawing).replaceAll(wordJoiner, "");
}

const svgNamespace = "http://www.w3.org/2000/svg";
const pageOnly = new Set([
  "href",
  "target",
  "class",
  "role",
  "aria-label",
  "aria-hidden",
  "aria-labelledby",
  "pointer-events"
]);

/** Fonts outside the page may show it as a box. */
const wordJoiner = "\u2060";

const marginOfFigurePicture = 37;
const drawn = staticWidth.lg;
const frame = drawn + 2 * marginOfFigurePicture;

/** Width in px of a figure's picture; as pixels it is twice that. */
export const pictureWidth = 1200;

/**
 * How much wider than estimated a paragraph runs in the widest face that may stand in for ours, Verdana or DejaVu, which no
 * line may leave the picture in.
 */
const disp = { family: "var(--disp)", stretch: 1.45 } as const;
const sans = { family: "var(--sans)", stretch: 1.25 } as const;
const stylesOfFigurePicture = {
  title: { ...disp, size: 25, leading: 31, colour: "var(--ink)", weight: 600 },
  subtitle: { ...sans, size: 15, leading: 21, colour: "var(--ink2)" },
  how: { ...sans, size: 14, leading: 20, colour: "var(--ink2)" },
  note: { ...sans, size: 13.5, leading: 19, colour: "var(--ink3)" }
} satisfies Record<string, PictureStyle>;

/**
 * A figure as a picture that stands alone, SVG: title, subtitle, drawing, notes and sources in one image, on white, in
 * the light theme, with every variable resolved. Its text is as large beside the drawing as on the page.
 */
export function figurePicture(
  { figure, rows }: DrawnFigure,
  { notebook, document, tokens }: { notebook: Notebook; document: Document; tokens: Tokens }
): string {
  const words = figure.words(rows);
  const source = `Source: ${sourceText(recordsOf({ rows }), notebook)}`;
  const pieces: string[] = [];
  let top = 30;
  const set = (text: string, style: PictureStyle, above = 0): void => {
    const { svg, height } = pictureText(text, { x: marginOfFigurePicture, top: top + above, width: drawn }, style);
    if (height === 0) return;
    pieces.push(svg);
    top += above + height;
  };
  set(words.title, stylesOfFigurePicture.title);
  set(words.subtitle, stylesOfFigurePicture.subtitle, 5);
  set(words.howToRead ?? "", stylesOfFigurePicture.how, 6);
  top += 20;
  const height = figure.height("lg", rows);
  pieces.push(
    standaloneDrawing(figure.draw(rows, { width: drawn, size: "lg", document }), { x: marginOfFigurePicture, y: top })
  );
  top += height + 14;
  for (const note of words.notes) set(note, stylesOfFigurePicture.note, 2);
  set(source, stylesOfFigurePicture.note, 8);
  pieces.push(rule(top + 14), pictureMark({ x: marginOfFigurePicture, y: top + 27, side: 13 }));
  pieces.push(
    pictureText(
      notebook.site.title,
      { x: marginOfFigurePicture + 21, top: top + 24, width: drawn },
      stylesOfFigurePicture.note
    ).svg
  );
  const tall = Math.ceil(top + 58);
  // Others put several into one document.
  const id = `picture-${figure.name}`;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${Math.round((tall * pictureWidth) / frame)}" viewBox="0 0 ${frame} ${tall}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-words">
<title id="${id}-title">${esc(words.title)}</title>
<desc id="${id}-words">${esc(`${words.description} ${source}`)}</desc>
<rect width="${frame}" height="${tall}" fill="var(--paper)"/>
<rect x="${marginOfFigurePicture}" y="20" width="${drawn}" height="1" fill="var(--ink)"/>
${pieces.join("\n")}
</svg>
`;
  return withoutVariables(picture, tokens);
}

const rule = (y: number): string =>
  `<rect x="${marginOfFigurePicture}" y="${y}" width="${drawn}" height="1" fill="var(--rule)"/>`;
