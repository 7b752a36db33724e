import { svgNode } from "./plot.ts";

/** The size of a thumbnail in px: the same at every width of a page. */
export const thumbnailWidth = 236;
export const thumbnailHeight = 54;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
}

/** A filled rectangle of a thumbnail; places and lengths in px. */
export const thumbnailBox = (document: Document, { x, y, width, height, fill }: Box): SVGElement =>
  svgNode(document, "rect", { x: hundredths(x), y: hundredths(y), width: hundredths(width), height, fill });

interface ThumbnailText {
  x: number;
  y: number;
  anchor?: "start" | "middle" | "end";
  size?: number;
  fill?: string;
}

/** A word or two in a thumbnail; `y` is the baseline in px. */
export const thumbnailText = (
  document: Document,
  text: string,
  { x, y, anchor = "start", size = 12.5, fill = "var(--ink2)" }: ThumbnailText
): SVGElement =>
  svgNode(
    document,
    "text",
    { x: hundredths(x), y, "font-family": "var(--sans)", "font-size": size, "text-anchor": anchor, fill },
    text
  );

/** A place or a length in px, to two decimals. */
export const hundredths = (length: number): number => Math.round(length * 100) / 100;
