import { staticWidth } from "../kit/figure.ts";
import { drawingDocument } from "./drawing.ts";
import type { DrawnFigure } from "./figure-block.ts";
import type { Notebook } from "./notebook.ts";
import {
  type PictureStyle,
  pictureMark,
  pictureText,
  round,
  standaloneDrawing,
  type Tokens,
  withoutVariables
} from "./pictures.ts";
import { laterFile, type PublishedFile } from "./published-file.ts";
import { boardName, boards, scoreboardPicture, scoreboardTitle, verdictCounts } from "./scoreboard.ts";
import { sharePicturePath } from "./site.ts";
import { expandTokens } from "./tokens.ts";
import { verdictShape } from "./verdict-mark.ts";
import { verdictWord } from "./verdicts.ts";

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
