import { htmlEscape as esc } from "escape-goat";
import { staticWidth } from "../kit/figure.ts";
import { wrapText } from "../kit/text.ts";
import { drawingDocument, drawingText } from "./drawing.ts";
import { type DrawnFigure, recordsOf } from "./figure-block.ts";
import type { Notebook } from "./notebook.ts";
import { laterFile, type PublishedFile } from "./published-file.ts";
import { boardName, boards, scoreboardPicture, scoreboardTitle, verdictCounts } from "./scoreboard.ts";
import { sharePicturePath } from "./site.ts";
import { sourceText } from "./sources.ts";
import { expandTokens } from "./tokens.ts";
import { verdictShape } from "./verdict-mark.ts";
import { verdictWord } from "./verdicts.ts";

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
function pictureMark({ x, y, side }: { x: number; y: number; side: number }): string {
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

const round = (value: number): number => Math.round(value * 100) / 100;

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

/** Size in px that networks show a shared link's picture at. */
const shareWidth = 1200;
const shareHeight = 630;
const margin = 64;
const columnWidth = 420;

const styles = {
  name: { family: "var(--disp)", size: 48, leading: 54, colour: "var(--ink)", weight: 600, stretch: 1 },
  long: { family: "var(--disp)", size: 36, leading: 43, colour: "var(--ink)", weight: 600, stretch: 1 },
  row: { family: "var(--sans)", size: 21, leading: 30, colour: "var(--ink)" },
  finding: { family: "var(--sans)", size: 25, leading: 34, colour: "var(--ink2)" },
  site: { family: "var(--sans)", size: 20, leading: 26, colour: "var(--ink3)" }
} satisfies Record<string, PictureStyle>;

/** Where the drawing, or the mark in its place, may stand. */
const stage = {
  x: margin + columnWidth + 56,
  y: 64,
  width: shareWidth - margin - (margin + columnWidth + 56),
  height: 502
};

/** The frame of a picture to share: name and finding on the left, a drawing on the right, the notebook's title at the foot. */
function shareFrame(
  {
    site,
    name,
    finding,
    drawing,
    style
  }: { site: string; name: string; finding: string; drawing: string; style: PictureStyle },
  tokens: Tokens
): string {
  const title = pictureText(name, { x: margin, top: 72, width: columnWidth }, style);
  const text = pictureText(finding, { x: margin, top: 72 + title.height + 24, width: columnWidth }, styles.finding);
  const foot = shareHeight - 60;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${shareWidth}" height="${shareHeight}" viewBox="0 0 ${shareWidth} ${shareHeight}">
<rect width="${shareWidth}" height="${shareHeight}" fill="var(--paper)"/>
<rect x="${margin}" y="44" width="${shareWidth - 2 * margin}" height="2" fill="var(--ink)"/>
${title.svg}
${text.svg}
${drawing}
${pictureMark({ x: margin, y: foot, side: 22 })}
${pictureText(site, { x: margin + 34, top: foot - 2, width: columnWidth }, styles.site).svg}
</svg>
`;
  return withoutVariables(picture, tokens);
}

/** The phone's or the tablet's drawing, whichever fills more of the stage: both have large text beside what they draw. */
function fitted({ figure, rows }: DrawnFigure, document: Document): string {
  const [best] = (["sm", "md"] as const)
    .map((size) => {
      const [width, height] = [staticWidth[size], figure.height(size, rows)];
      return { size, width, height, scale: Math.min(stage.width / width, stage.height / height) };
    })
    .sort((a, b) => b.width * b.height * b.scale ** 2 - a.width * a.height * a.scale ** 2);
  if (!best) return "";
  const { size, width, height, scale } = best;
  const [x, y] = [stage.x + (stage.width - width * scale) / 2, stage.y + (stage.height - height * scale) / 2];
  const drawing = standaloneDrawing(figure.draw(rows, { width, size, document }), { x: 0, y: 0 });
  return `<g transform="translate(${x} ${y}) scale(${scale})">${drawing}</g>`;
}

/** The scoreboard to the right of its title, a row of tiles for each publication. */
function scoreboardDrawing(notebook: Notebook): string {
  const all = boards(notebook);
  const longest = Math.max(...all.map(({ verdicts }) => verdicts.length));
  const pitch = Math.min(56, stage.width / longest);
  const line = stage.height / all.length;
  return all
    .map((board, row) => {
      const top = stage.y + row * line;
      const { name, title } = boardName(board, all);
      const tiles = board.verdicts.map(
        ({ verdict }, place) =>
          `<g transform="translate(${round(stage.x + (place + 0.5) * pitch)} ${round(top + 34 + pitch / 2)}) scale(${round((pitch * 0.8) / 16)})">${verdictShape(verdict)}</g>`
      );
      const words = [name, title].filter(Boolean).join(": ");
      return (
        pictureText(ofOneLine(words, 58), { x: stage.x, top, width: 2 * stage.width }, styles.row).svg + tiles.join("")
      );
    })
    .join("\n");
}

const ofOneLine = (text: string, most: number): string => {
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(" ", most))} …`;
};

/** What each verdict's tile means, with how many there are. */
const scoreboardKey = (notebook: Notebook): string =>
  verdictCounts(notebook)
    .map(({ verdict, count }, row) => {
      const y = shareHeight - 290 + row * 30;
      const words = pictureText(
        `${verdictWord({ verdict })}: ${count}`,
        { x: margin + 34, top: y - 13, width: columnWidth },
        styles.site
      );
      return `<g transform="translate(${margin + 11} ${y}) scale(1.3)">${verdictShape(verdict)}</g>${words.svg}`;
    })
    .join("\n");

/** A picture for each page of the notebook, with its name, its finding and its first figure; and one of the scoreboard. */
export function sharePictures(notebook: Notebook, tokens: Tokens): PublishedFile[] {
  const document = drawingDocument();
  const { site } = notebook;
  const own = site.link("scoreboard") === null ? [] : [scoreboardCard(notebook, tokens)];
  const pages = site.pages
    .filter(({ aside }) => !aside)
    .map(({ path, title, text, finding, about }) => {
      const picture = (): string => {
        const figure = firstFigure(text, notebook);
        return shareFrame(
          {
            site: site.title,
            name: expandTokens(title, notebook),
            finding: expandTokens(finding ?? about ?? site.description, notebook),
            style: styles.name,
            drawing: figure
              ? fitted({ figure, rows: figure.select(notebook.tables) }, document)
              : pictureMark({ x: stage.x + 60, y: stage.y + 110, side: 300 })
          },
          tokens
        );
      };
      return laterFile(sharePicturePath(path, site), picture, { pixels: shareWidth });
    });
  return [...pages, ...own];
}

function scoreboardCard(notebook: Notebook, tokens: Tokens): PublishedFile {
  const content = shareFrame(
    {
      site: notebook.site.title,
      name: scoreboardTitle(notebook),
      finding: "",
      style: styles.long,
      drawing: scoreboardDrawing(notebook) + scoreboardKey(notebook)
    },
    tokens
  );
  return { path: scoreboardPicture, content, pixels: shareWidth };
}

function firstFigure(markdown: string, { figures }: Notebook) {
  const [, name] = /^```figure (\S+)/m.exec(markdown) ?? [];
  return figures.find((figure) => figure.name === name);
}
