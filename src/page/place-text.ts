import type { FigureRow } from "../tables/figures.ts";

/** Where in its publication a figure stands: "¶9", or page and table of a release. */
export const placeText = ({ paragraph, place }: Pick<FigureRow, "paragraph" | "place">): string =>
  paragraph === null ? (place ?? "").replace(/\b(pp?\.|Table) (?=\d)/g, "$1\u00a0") : `¶${paragraph}`;
