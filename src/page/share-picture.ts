import { staticWidth } from "../charts/chart.ts";
import type { DrawnChart } from "./drawn-chart.ts";
import { type Tokens, withoutVariables } from "./light-tokens.ts";
import { pictureMark } from "./picture-mark.ts";
import { type PictureStyle, pictureText } from "./picture-text.ts";
import { siteTitle } from "./site-title.ts";
import { standaloneDrawing } from "./standalone-drawing.ts";

/** Size in px that networks show a shared link's picture at. */
export const shareWidth = 1200;
const shareHeight = 630;
const margin = 64;
const columnWidth = 420;

const styles = {
  name: { family: "var(--disp)", size: 48, leading: 54, colour: "var(--ink)", weight: 600, stretch: 1 },
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

/** The picture that stands for a page: name and finding on the left, its first figure or the notebook's mark on the right. */
export function sharePicture(
  { name, finding, drawn }: { name: string; finding: string; drawn: DrawnChart | undefined },
  { document, tokens }: { document: Document; tokens: Tokens }
): string {
  const title = pictureText(name, { x: margin, top: 72, width: columnWidth }, styles.name);
  const text = pictureText(finding, { x: margin, top: 72 + title.height + 24, width: columnWidth }, styles.finding);
  const foot = shareHeight - 60;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${shareWidth}" height="${shareHeight}" viewBox="0 0 ${shareWidth} ${shareHeight}">
<rect width="${shareWidth}" height="${shareHeight}" fill="var(--paper)"/>
<rect x="${margin}" y="44" width="${shareWidth - 2 * margin}" height="2" fill="var(--ink)"/>
${title.svg}
${text.svg}
${drawn ? fitted(drawn, document) : pictureMark({ x: stage.x + 60, y: stage.y + 110, side: 300 })}
${pictureMark({ x: margin, y: foot, side: 22 })}
${pictureText(siteTitle, { x: margin + 34, top: foot - 2, width: columnWidth }, styles.site).svg}
</svg>
`;
  return withoutVariables(picture, tokens);
}

/** The phone's or the tablet's drawing, whichever fills more of the stage: both have large text beside what they draw. */
function fitted({ chart, rows }: DrawnChart, document: Document): string {
  const [best] = (["sm", "md"] as const)
    .map((size) => {
      const [width, height] = [staticWidth[size], chart.height(size, rows)];
      return { size, width, height, scale: Math.min(stage.width / width, stage.height / height) };
    })
    .sort((a, b) => b.width * b.height * b.scale ** 2 - a.width * a.height * a.scale ** 2);
  if (!best) return "";
  const { size, width, height, scale } = best;
  const [x, y] = [stage.x + (stage.width - width * scale) / 2, stage.y + (stage.height - height * scale) / 2];
  const drawing = standaloneDrawing(chart.draw(rows, { width, size, document }), { x: 0, y: 0 });
  return `<g transform="translate(${x} ${y}) scale(${scale})">${drawing}</g>`;
}
