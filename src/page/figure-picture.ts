import { htmlEscape as esc } from "escape-goat";
import { staticWidth } from "../charts/chart.ts";
import { type DrawnChart, recordsOf } from "./drawn-chart.ts";
import { type Tokens, withoutVariables } from "./light-tokens.ts";
import type { Notebook } from "./notebook.ts";
import { pictureMark } from "./picture-mark.ts";
import { type PictureStyle, pictureText } from "./picture-text.ts";
import { siteTitle } from "./site-title.ts";
import { sourceText } from "./source-line.ts";
import { standaloneDrawing } from "./standalone-drawing.ts";

const margin = 37;
const drawn = staticWidth.lg;
const frame = drawn + 2 * margin;

/** Width in px of a figure's picture; as pixels it is twice that. */
export const pictureWidth = 1200;

const disp = { family: "var(--disp)", stretch: 0.98 } as const;
const sans = { family: "var(--sans)" } as const;
const styles = {
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
  { chart, rows }: DrawnChart,
  { notebook, document, tokens }: { notebook: Notebook; document: Document; tokens: Tokens }
): string {
  const words = chart.words(rows);
  const source = `Source: ${sourceText(recordsOf({ rows }), notebook)}`;
  const pieces: string[] = [];
  let top = 30;
  const set = (text: string, style: PictureStyle, above = 0, width = drawn): void => {
    const { svg, height } = pictureText(text, { x: margin, top: top + above, width }, style);
    if (height === 0) return;
    pieces.push(svg);
    top += above + height;
  };
  set(words.title, styles.title);
  set(words.subtitle, styles.subtitle, 5);
  set(words.howToRead ?? "", styles.how, 6);
  top += 20;
  const height = chart.height("lg", rows);
  pieces.push(standaloneDrawing(chart.draw(rows, { width: drawn, size: "lg", document }), { x: margin, y: top }));
  top += height + 14;
  for (const note of words.notes) set(note, styles.note, 2, noteWidth);
  set(source, styles.note, 8, noteWidth);
  pieces.push(rule(top + 14), pictureMark({ x: margin, y: top + 27, side: 13 }));
  pieces.push(pictureText(siteTitle, { x: margin + 21, top: top + 24, width: drawn }, styles.note).svg);
  const tall = Math.ceil(top + 58);
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${Math.round((tall * pictureWidth) / frame)}" viewBox="0 0 ${frame} ${tall}" role="img" aria-labelledby="title" aria-describedby="words">
<title id="title">${esc(words.title)}</title>
<desc id="words">${esc(`${words.description} ${source}`)}</desc>
<rect width="${frame}" height="${tall}" fill="var(--paper)"/>
<rect x="${margin}" y="20" width="${drawn}" height="1" fill="var(--ink)"/>
${pieces.join("\n")}
</svg>
`;
  return withoutVariables(picture, tokens);
}

/** Lines of notes that are still easy to read. */
const noteWidth = 760;

const rule = (y: number): string => `<rect x="${margin}" y="${y}" width="${drawn}" height="1" fill="var(--rule)"/>`;
