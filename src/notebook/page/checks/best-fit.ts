import type { QuantityRow } from "../../tables/figures.ts";
import type { Notebook } from "../notebook.ts";
import { findTokens } from "../tokens.ts";

/** What holds a number: a figure or a derived quantity, its unit, and what it says in words. */
export interface Holder {
  id: string;
  unit: string;
  says: string;
}

/**
 * Records that hold a typed number, those first that it most likely is: of what the sentence speaks of, of the year that it
 * names, then of what the page speaks of elsewhere, by its tokens. A statement comes before a cell of a table.
 */
export function fitFinder(
  text: string,
  prose: string,
  notebook: Notebook
): (start: number, holders: readonly Holder[]) => Holder[] {
  const named = findTokens(text).flatMap(({ id }) => {
    const fact = notebook.fact(id);
    return fact?.kind === "figure" ? [fact.row] : [];
  });
  const ofPage = {
    subject: new Set(named.map(({ subject }) => subject)),
    metric: new Set(named.map(({ metric }) => metric)),
    source: new Set(named.map(({ source }) => source))
  };
  const fitOf = ({ subject, metric, source, series, ...row }: QuantityRow, sentence: string): number =>
    (isSpokenOf(row.subject_name, sentence) ? 16 : 0) +
    (isSpokenOf(row.metric_label, sentence) ? 16 : 0) +
    (row.period !== null && sentence.includes(row.period) ? 8 : 0) +
    (ofPage.subject.has(subject) ? 4 : 0) +
    (ofPage.metric.has(metric) ? 4 : 0) +
    (ofPage.source.has(source) ? 1 : 0) +
    (series === null ? 2 : 0);
  return (start, holders) => {
    const sentence = sentenceAt(prose, start);
    const fits = holders.map((holder) => {
      const fact = notebook.fact(holder.id);
      return { holder, fit: fact?.kind === "figure" ? fitOf(fact.row, sentence) : derivedFit };
    });
    return fits.sort((a, b) => b.fit - a.fit).map(({ holder }) => holder);
  };
}

/** A derived quantity is nobody's: it comes after what the sentence speaks of, and before what it does not. */
const derivedFit = 10;

/** The sentence, cell or heading that a place of a page's prose is in, in lower case. */
function sentenceAt(prose: string, place: number): string {
  const [before = ""] = prose
    .slice(0, place)
    .split(/[.!?]\s|\n\s*\n|\|/)
    .slice(-1);
  const [after = ""] = prose.slice(place).split(/[.!?]\s|\n\s*\n|\|/, 1);
  return `${before}${after}`.toLowerCase();
}

/** Whether a sentence has the words of a name or label, in whatever form. */
function isSpokenOf(label: string, sentence: string): boolean {
  const words = label.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.length > 0 && words.every((word) => sentence.includes(word.replace(/(?:ies|es|s|y)$/, "")));
}
