import { dateText } from "../charts/format.ts";
import type { SourceRow } from "../tables/sources.ts";

/** When a publication appeared, with what is not certain about it. */
export function publishedText(source: Pick<SourceRow, "published" | "published_qualifier">): string {
  const date = dateText(source.published);
  switch (source.published_qualifier) {
    case "not-before":
      return `undated, not before ${date}`;
    case "inferred":
      return `undated, about ${date}`;
    default:
      return date;
  }
}

/** The time that a figure is for: "2025", "1 January 2022", "2025–2035". */
export const periodText = (period: string): string => period.split("/").map(dateText).join("–");
