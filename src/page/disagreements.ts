import { htmlEscape as esc } from "escape-goat";
import { dateText } from "../charts/format.ts";
import type { ComparisonRow } from "../tables/comparisons.ts";
import type { FigureRow } from "../tables/figures.ts";
import { evidenceTrigger } from "./evidence-trigger.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { numberText } from "./number-text.ts";
import { placeText } from "./place-text.ts";
import { ratioStrip } from "./ratio-strip.ts";
import { kindKey } from "./source-list.ts";

const kindWords: Readonly<Record<ComparisonRow["kind"], string>> = {
  conflict: "conflicts",
  "near-match": "near matches",
  qualifier: "qualifiers",
  misreading: "misreadings",
  "not-comparable": "not comparable",
  implied: "implied"
};

/**
 * Every comparison of the ledger, widest first: a strip on a scale that all share, every value with its source, the word
 * and what explains it. The kinds are filtered by native radio buttons and the style sheet.
 */
export function disagreements(notebook: Notebook): string {
  const { rows } = notebook.tables.comparisons;
  const ordered = [...rows].sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
  const doublings = Math.max(1, ...rows.map(({ ratio }) => Math.ceil(Math.log2(ratio ?? 1))));
  const kinds = [...new Set(ordered.map(({ kind }) => kind))];
  const choices = kinds.map(
    (kind) => `<label><input type="radio" name="comparison-kind" value="${kind}"> ${kindWords[kind]}</label>`
  );
  return `${kindKey(notebook)}
<fieldset class="choose-kind"><legend>Show</legend><label><input type="radio" name="comparison-kind" value="all" checked> all ${rows.length}</label>${choices.join("")}</fieldset>
<p class="scale-note">Every strip has the same scale: from the lowest value at the left, each dotted line is twice the one before. Equal distances are equal ratios, whatever the unit.</p>
<ol class="comparisons">${ordered.map((row) => comparisonItem(row, doublings, notebook)).join("\n")}</ol>`;
}

function comparisonItem(comparison: ComparisonRow, doublings: number, notebook: Notebook): string {
  const figures = comparison.figures.flatMap((id) => {
    const fact = notebook.fact(id);
    return fact?.kind === "figure" ? [fact.row] : [];
  });
  const strip = comparison.ratio === null ? "" : ratioStrip(figures, { width: 560, doublings });
  const unlike = comparison.ratio === null && figures.length > 1 ? `<p class="unlike" aria-hidden="true">≠</p>` : "";
  const positions = comparison.positions.flatMap((id) => {
    const fact = notebook.fact(id);
    return fact?.kind === "position" ? [fact.row] : [];
  });
  const claims = figures.map((figure) => `<li>${value(figure, notebook)}</li>`);
  const said = positions.map(
    (position) =>
      `<li>${kindSymbol(position.speaker_kind)} <a href="./positions#${position.id.replaceAll(".", "-")}">${esc(position.speaker_name)}</a>: ${esc(position.paraphrase)}</li>`
  );
  return `<li id="${comparison.id.replace("comparison.", "")}" data-kind="${comparison.kind}">
<h2 class="quantity">${esc(comparison.title)}</h2>
<div class="strip-cell">${strip}${unlike}<ul class="values">${[...claims, ...said].join("")}</ul></div>
<div class="judgement"><p class="word">${esc(comparison.word)}</p><p>${esc(comparison.explanation)}${comparison.allowed ? ` ${esc(comparison.allowed)}` : ""}</p>${verdictsOf(comparison, notebook)}</div></li>`;
}

function value(figure: FigureRow, notebook: Notebook): string {
  const parts = [
    figure.speaker_name,
    whereRead(figure, notebook),
    figure.period === null ? "" : `for ${figure.period}`,
    placeText(figure),
    figure.current ? "" : "superseded"
  ];
  return `${kindSymbol(figure.speaker_kind)} ${evidenceTrigger(figure.id, numberText({ kind: "figure", row: figure }, "full"))} ${esc(parts.filter(Boolean).join(", "))}`;
}

function whereRead(figure: FigureRow, notebook: Notebook): string {
  const source = notebook.source(figure.source);
  if (figure.reading === "text") return `in ${source.publisher_name}`;
  if (figure.series !== null) return source.edition ?? "";
  return `${figure.published === null ? "undated" : dateText(figure.published)}, seen second-hand`;
}

/** The verdicts on the claims that a comparison holds. */
function verdictsOf(comparison: ComparisonRow, notebook: Notebook): string {
  const verdicts = notebook.tables.verdicts.rows.filter(({ figures }) =>
    figures.some((id) => comparison.figures.includes(id))
  );
  if (verdicts.length === 0) return "";
  const items = verdicts.map(
    ({ claim, verdict, reasoning }) =>
      `<li><b>${esc(verdict.replaceAll("-", " "))}</b>: ${esc(claim)} <small>${esc(reasoning)}</small></li>`
  );
  return `<ul class="verdicts">${items.join("")}</ul>`;
}
