import { htmlEscape as esc } from "escape-goat";
import { periodText } from "../charts/words/format.ts";
import type { FigureRow } from "../tables/figures.ts";
import { kindSymbol } from "./kind-symbol.ts";
import { asData } from "./number-text.ts";
import { passageLink } from "./passage-link.ts";
import { placeText } from "./place-text.ts";
import type { RecordContext } from "./record-context.ts";
import { saidBy } from "./said-by.ts";
import { useLinks } from "./use-links.ts";

/** A figure's record in full: what was printed, how it is read, who said it, on which basis, and where it is used. */
export function figureRecord(figure: FigureRow, { notebook, uses }: RecordContext): string {
  const counts = [
    `${figure.subject_name}, ${figure.metric_label}`,
    figure.basis_label,
    figure.form === null ? null : notebook.formLabel(figure.form),
    figure.period === null
      ? "time not stated"
      : `${periodText(figure.period)}${figure.period_inferred === null ? "" : " (inferred)"}`,
    [figure.status, figure.voice, ...figure.marks].join(", "),
    figure.condition === null ? null : `on a condition: ${figure.condition}`
  ];
  const place = [placeText(figure), ...figure.also.map((paragraph) => `¶${paragraph}`)].filter(Boolean).join(", ");
  return `<li id="${figure.id}"><p class="amount">${esc(figure.printed)}</p>
<p>${esc(figure.says)}</p>
<p class="meta">${kindSymbol(figure.speaker_kind)} ${esc(saidBy(figure, notebook))} · <a href="${esc(passageLink(figure))}">${esc(place || "open the page")}</a></p>
<p class="meta">${esc(counts.filter(Boolean).join(" · "))}</p>
<p class="meta">As data ${esc(asData(figure))} · ${useLinks(uses.get(figure.id) ?? [], notebook)} · <code>${figure.id}</code></p></li>`;
}
