import type { SourceRow } from "../../tables/sources.ts";
import { dateText } from "./format.ts";

/** When a publication appeared: "30 September 2025", saying where it is a conclusion: "March 2025 (inferred)". */
export function publishedText({
  published,
  published_qualifier
}: Pick<SourceRow, "published" | "published_qualifier">): string {
  const after = { "not-before": " or later", inferred: " (inferred)" }[published_qualifier];
  return dateText(published) + (after ?? "");
}
