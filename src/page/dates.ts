import type { SourceRow } from "../tables/sources.ts";

const months = "January February March April May June July August September October November December".split(" ");

/** A date as precise as it is known: "30 September 2025", "March 2025", "2025". */
export function dateText(date: string): string {
  const [year = "", month, day] = date.split("-");
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(" ");
}

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
