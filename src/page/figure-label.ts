import { pages } from "./site.ts";

/** What a page's figure is called by its place on the page: "Figure 2.1" in a chapter, "Figure 1" elsewhere. */
export function figureLabel(path: string, place: number): string {
  const chapter = pages.find((page) => page.path === path)?.chapter;
  return `Figure ${chapter === undefined ? "" : `${chapter}.`}${place}`;
}
