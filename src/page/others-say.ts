import { htmlEscape as esc } from "escape-goat";
import { publishedText } from "../charts/words/published-text.ts";
import type { ComparisonRow } from "../tables/comparisons.ts";
import type { FigureRow } from "../tables/figures.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { ratioStrip } from "./ratio-strip.ts";
import { sameQuantity } from "./same-quantity.ts";

const most = 4;

/** The part of a figure's evidence that holds it against the others for its quantity: a strip of all, some in words. */
export function othersSay(figure: FigureRow, notebook: Notebook): string {
  const others = sameQuantity(figure, notebook.tables.figures.rows);
  if (others.length === 0) return `<p class="others-none">No other statement here is about this quantity.</p>`;
  const comparison = notebook.tables.comparisons.rows.find(({ figures }) => figures.includes(figure.id));
  // Some may be left out only where a page has them all.
  const shown = comparison ? mostTelling(others) : others;
  const rows = shown.map(
    (other) =>
      `<li>${kindSymbol(other.speaker_kind)} <b>${esc(numberText({ kind: "figure", row: other }, "full"))}</b> ${esc(whoWhere(other, notebook))} <small>(${esc(other.basis_label)})</small></li>`
  );
  const strip = ratioStrip([figure, ...others]);
  return `<h4>What others say</h4>
${strip}<ul class="others">${rows.join("\n")}${comparison && shown.length < others.length ? allOf(comparison) : ""}</ul>`;
}

const allOf = ({ id, figures }: ComparisonRow): string =>
  `<li><a href="./disagreements#${id.replace("comparison.", "")}">${figures.length} figures side by side</a></li>`;

/** "Oleg Kazanov, in Russia.Post"; whoever speaks in a publication of its own is told by its edition or date. */
function whoWhere({ speaker, speaker_name, publisher, source: id }: FigureRow, notebook: Notebook): string {
  const source = notebook.source(id);
  if (speaker !== publisher) return `${speaker_name}, in ${source.publisher_name}`;
  return `${speaker_name}, ${source.edition ?? publishedText(source)}`;
}

/** Few of many: amounts before words, what the publications and the releases print before what was seen second-hand, each amount once. */
function mostTelling(figures: readonly FigureRow[]): FigureRow[] {
  const rank = ({ comparator, reading, series }: FigureRow): number =>
    (comparator === "unquantified" ? 2 : 0) + (reading === "text" || series !== null ? 0 : 1);
  const ranked = [...figures].sort((a, b) => rank(a) - rank(b));
  const amount = ({ low, value, high, printed }: FigureRow): string =>
    low === null && value === null && high === null ? printed : [low, value, high].join();
  const amounts = ranked.map(amount);
  return ranked.filter((_, place) => amounts.indexOf(amounts[place] ?? "") === place).slice(0, most);
}
