import { pages } from "./site.ts";

/** Address of the picture that stands for a page where its link is shared; a page without one has the first page's. */
export function sharePicturePath(path: string): string {
  const known = pages.some((page) => page.path === path && !page.aside);
  return `share/${pageFile(known ? path : "/")}.png`;
}

/** A page's file without its ending: "index", "us-demand". */
export const pageFile = (path: string): string => (path === "/" ? "index" : path.slice(1));
