import type { FigureRow } from "../tables/figures.ts";

/**
 * The address of a figure in its publication: for a text, a fragment lets the browser scroll to the printed words; for a
 * release it is the page that carries it.
 */
export function passageLink({ url, paragraph, printed }: Pick<FigureRow, "url" | "paragraph" | "printed">): string {
  if (paragraph === null) return url;
  return `${url}#:~:text=${encodeURIComponent(printed).replaceAll("-", "%2D")}`;
}
