import { htmlEscape as esc } from "escape-goat";
import type { ComparisonRow } from "../tables/comparisons.ts";
import type { QuantityRow } from "../tables/figures.ts";
import { beside, isInOtherUnits, looksAhead } from "../tables/same-quantity.ts";
import { dateText, periodText, publishedText } from "../words/words.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { ratioCaution, ratioStrip } from "./ratio-strip.ts";
import { linked } from "./site.ts";
import { isCollection } from "./source-line.ts";
import { numberText } from "./tokens.ts";

/** How many of many are shown: of what is held against a figure, and of what stands apart from it. */
const most = 4;
const mostApart = 3;

/**
 * The part of a figure's evidence that holds it against others. What is of the same thing, status and time stands on a strip;
 * what differs in one of them, or is another thing that a comparison sets beside it, stands apart under the name of what
 * differs, without a ratio.
 */
export function othersSay(figure: QuantityRow, notebook: Notebook): string {
  const { like, otherStatus, otherTime } = beside(
    figure,
    notebook.tables.figures.rows,
    notebook.yearsApart(figure.metric)
  );
  const comparisons = notebook.tables.comparisons.rows.filter(({ figures }) => figures.includes(figure.id));
  const shown = new Set([figure, ...like, ...otherStatus, ...otherTime].map(({ id }) => id));
  const parts = [
    likeFigures(figure, like, comparisons, notebook),
    apart(
      looksAhead(figure) ? "Stated as fact, neither planned nor forecast" : "Planned or forecast",
      otherStatus,
      notebook
    ),
    apart("For other times", otherTime, notebook),
    ...comparisons.map((comparison) => compared(comparison, shown, notebook))
  ].filter(Boolean);
  if (parts.length > 0) return parts.join("\n");
  const others =
    figure.series === null
      ? "No other statement here"
      : "Apart from its table’s other cells and editions, no statement here";
  const unit = isInOtherUnits(figure, notebook.tables.figures.rows) ? ` in ${figure.unit_label}` : "";
  return `<p class="others-none">${others} is about this quantity${esc(unit)}.</p>`;
}

function likeFigures(
  figure: QuantityRow,
  like: readonly QuantityRow[],
  comparisons: readonly ComparisonRow[],
  notebook: Notebook
): string {
  if (like.length === 0) return "";
  const comparison = comparisons.find(({ figures }) => like.some(({ id }) => figures.includes(id)));
  // Some may be left out only where a page has them all.
  const shown = comparison ? mostTelling(like, most) : like;
  const strip = notebook.isOrdinal(figure.metric) ? "" : ratioStrip([figure, ...like], notebook);
  const care = strip === "" ? "" : ratioCaution([figure, ...like], notebook);
  const all = comparison && shown.length < like.length ? `<li>${allOf(comparison, notebook)}</li>` : "";
  return `<h4>What others say</h4>
${strip}${care}<ul class="others">${items(shown, notebook)}${all}</ul>`;
}

function apart(heading: string, figures: readonly QuantityRow[], notebook: Notebook): string {
  if (figures.length === 0) return "";
  return `<h4>${heading}</h4>
<ul class="others">${items(mostTelling(figures, mostApart), notebook)}</ul>`;
}

/** What a comparison sets beside a figure and is not shown yet; it is shown from then on. */
function compared(comparison: ComparisonRow, shown: Set<string>, notebook: Notebook): string {
  const figures = comparison.figures.flatMap((id) => {
    const fact = shown.has(id) ? undefined : notebook.fact(id);
    return fact?.kind === "figure" ? [fact.row] : [];
  });
  if (figures.length === 0) return "";
  for (const { id } of figures) shown.add(id);
  return `<h4>${esc(comparison.title)}</h4>
<ul class="others">${items(mostTelling(figures, mostApart), notebook, true)}<li>${esc(comparison.word)}: ${allOf(comparison, notebook)}</li></ul>`;
}

const allOf = ({ id, figures }: ComparisonRow, { site }: Notebook): string =>
  linked(site.link("disagreements", id.replace("comparison.", "")), `${figures.length} figures side by side`);

const items = (figures: readonly QuantityRow[], notebook: Notebook, isOther = false): string =>
  figures.map((other) => item(other, notebook, isOther)).join("\n");

/** An amount, who says it where, on which basis, and for when; where it may be of another thing, also what it is. */
function item(other: QuantityRow, notebook: Notebook, isOther: boolean): string {
  const amount = numberText({ kind: "figure", row: other }, "full", notebook);
  const thing = isOther ? [other.subject_name, other.metric_label] : [];
  return `<li>${kindSymbol(other.speaker_kind)} <b>${esc(amount)}</b> ${esc(whoWhere(other, notebook))} <small>(${esc([...thing, other.basis_label, when(other)].filter(Boolean).join(", "))})</small></li>`;
}

/** The time that a figure is about; where it states none, when it was said. */
function when({ period, published }: QuantityRow): string {
  if (period !== null) return periodText(period);
  return published === null ? "time not stated" : `time not stated, said in ${dateText(published.slice(0, 4))}`;
}

/** "Anna Minister, in The Gazette"; whoever speaks in a publication of its own is told by its edition or date. */
function whoWhere({ speaker, speaker_name, publisher, source: id }: QuantityRow, notebook: Notebook): string {
  const source = notebook.source(id);
  if (isCollection(id, notebook)) return `${speaker_name}, seen second-hand`;
  if (speaker !== publisher) return `${speaker_name}, in ${source.publisher_name}`;
  return `${speaker_name}, ${source.edition ?? publishedText(source)}`;
}

/** Few of many: amounts before words, what the publications and the releases print before what was seen second-hand, each amount once. */
function mostTelling(figures: readonly QuantityRow[], few: number): QuantityRow[] {
  const rank = ({ comparator, reading, series }: QuantityRow): number =>
    (comparator === "unquantified" ? 2 : 0) + (reading === "text" || series !== null ? 0 : 1);
  const ranked = [...figures].sort((a, b) => rank(a) - rank(b));
  const amount = ({ low, value, high, printed, metric, subject }: QuantityRow): string =>
    [metric, subject, ...(low === null && value === null && high === null ? [printed] : [low, value, high])].join();
  const amounts = ranked.map(amount);
  return ranked.filter((figure, place) => amounts.indexOf(amount(figure)) === place).slice(0, few);
}
