import { editionSpans, yearSpan } from "../words/edition-spans.ts";
import { listed } from "../words/format.ts";
import type { UsNumberRow } from "./us-numbers.ts";

/** Which edition gives which years of the series: no line joins two of them. */
export function editionsNote(rows: readonly UsNumberRow[]): string {
  const spans = editionSpans([...rows].sort((a, b) => (a.edition < b.edition ? -1 : 1)));
  return `The survey’s numbers: ${listed(spans)}${spans.length > 1 ? "; no line joins two editions" : ""}.`;
}

/** Which years of the two series the survey estimates. */
export function estimatesNote(series: readonly (readonly UsNumberRow[])[]): string {
  const spans = series.flatMap((rows) => {
    const estimated = rows.filter((row) => row.estimated);
    const [first] = estimated;
    return first ? [`${first.measure} ${yearSpan(estimated)}`] : [];
  });
  return spans.length > 0 ? `Estimates: ${listed(spans)}.` : "";
}
