import { htmlEscape as esc } from "escape-goat";
import { elementId } from "../kit/figure.ts";
import { thumbnailBox, thumbnailText, thumbnailWidth } from "../kit/thumbnail.ts";
import type { ComparisonRow } from "../tables/comparisons.ts";
import type { QuantityRow } from "../tables/figures.ts";
import { ratioText } from "../words/words.ts";
import { Data, Part } from "./contract.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import {
  acrossDefinitions,
  percentOf,
  ratioScale,
  ratioStrip,
  stripKey,
  valueLabels,
  valueLines
} from "./ratio-strip.ts";
import { linked } from "./site.ts";
import { kindKey } from "./sources.ts";
import { verdictAnchor, verdictWord } from "./verdicts.ts";

/** From this ratio on, marks stand far enough apart for labels under them; below it, labels stand to their right. */
const labelsUnderFrom = 2.5;

/** A comparison as a row: the quantity, its strip with every value, the word, what explains it, and the verdicts on its claims. */
function comparisonItem(comparison: ComparisonRow, doublings: number, notebook: Notebook): string {
  const allowed = comparison.allowed ? ` ${esc(comparison.allowed)}` : "";
  const found = comparison.found_by === "rule" ? "found by rule" : "found by reading";
  const definitions = comparison.ratio === null ? null : acrossDefinitions(figuresOf(comparison, notebook), notebook);
  return `<li id="${comparison.id.replace("comparison.", "")}" ${Data.kind}="${comparison.kind}">
<div><h2 class="quantity">${esc(comparison.title)}</h2><p class="meta">${[comparison.kind.replace("-", " "), found, definitions].filter(Boolean).join(", ")}</p></div>
${strip(comparison, doublings, notebook)}
<div class="judgement"><p><b>${esc(comparison.word)}</b> ${esc(comparison.explanation)}${allowed}</p>${verdictsOf(comparison, notebook)}</div></li>`;
}

function strip(comparison: ComparisonRow, doublings: number, notebook: Notebook): string {
  const figures = figuresOf(comparison, notebook);
  const scale = comparison.ratio === null ? null : ratioScale(figures, doublings);
  if (!scale || !comparison.ratio) {
    const lines = [...valueLines(inOrder(figures), notebook), ...positionLines(comparison, notebook)];
    return `<div class="strip-cell unscaled">${unlike(comparison, figures)}<ul class="values">${lines.join("")}</ul></div>`;
  }
  const drawn = ratioStrip(figures, notebook, doublings);
  const said = positionLines(comparison, notebook).join("");
  const { items, tiers } = valueLabels(scale, notebook);
  if (comparison.ratio >= labelsUnderFrom)
    return `<div class="strip-cell under" style="--tiers:${tiers}">${drawn}<ul class="values">${items.join("")}${said}</ul></div>`;
  const lines = valueLines(inOrder(figures), notebook).join("");
  return `<div class="strip-cell beside" style="--end:${scale.percent(scale.highest.at)}%">${drawn}<ul class="values">${lines}${said}</ul></div>`;
}

const figuresOf = ({ figures }: ComparisonRow, notebook: Notebook): QuantityRow[] =>
  figures.flatMap((id) => {
    const fact = notebook.fact(id);
    return fact?.kind === "figure" ? [fact.row] : [];
  });

/** By amount where all count one thing; else as the record puts them. */
function inOrder(figures: readonly QuantityRow[]): readonly QuantityRow[] {
  const amount = ({ low, value, high }: QuantityRow): number => value ?? low ?? high ?? 0;
  const isOneThing = new Set(figures.map(({ metric, unit }) => `${metric} ${unit}`)).size === 1;
  return isOneThing ? [...figures].sort((a, b) => amount(a) - amount(b)) : figures;
}

/** Up to three symbols of things that must not be compared, with ≠ between them; where all count one thing, of its ends. */
function unlike({ kind, word }: ComparisonRow, figures: readonly QuantityRow[]): string {
  if ((kind !== "misreading" && kind !== "not-comparable") || word === "Agrees" || figures.length < 2) return "";
  const thing = ({ metric, material }: QuantityRow): string => `${metric} ${material}`;
  const things = figures.filter((one, place) => figures.findIndex((other) => thing(other) === thing(one)) === place);
  const ordered = inOrder(figures);
  const shown = things.length > 1 ? things.slice(0, 3) : [ordered[0], ordered.at(-1)];
  const symbols = shown.map((figure) => kindSymbol(figure?.speaker_kind ?? ""));
  return `<p class="unlike" aria-hidden="true">${symbols.join(" ≠ ")}</p>`;
}

function positionLines({ positions }: ComparisonRow, notebook: Notebook): string[] {
  return positions.flatMap((id) => {
    const fact = notebook.fact(id);
    if (fact?.kind !== "position") return [];
    const { speaker_kind, speaker_name, paraphrase } = fact.row;
    return [
      `<li>${kindSymbol(speaker_kind)} ${linked(notebook.site.link("speakers", elementId(id)), esc(speaker_name))}: ${esc(paraphrase)}</li>`
    ];
  });
}

/** The words of the verdicts on claims that a comparison holds, each leading to its reasoning further down the page. */
function verdictsOf(comparison: ComparisonRow, notebook: Notebook): string {
  const verdicts = notebook.tables.verdicts.rows.filter(({ figures }) =>
    figures.some((id) => comparison.figures.includes(id))
  );
  const items = verdicts.map(
    (verdict) => `<li>${esc(verdict.claim)} <a href="#${verdictAnchor(verdict)}">${verdictWord(verdict)}</a></li>`
  );
  return items.length > 0 ? `<ul class="verdicts">${items.join("")}</ul>` : "";
}

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
 * and what explains it. The kinds are filtered by native radio buttons and the style sheet; a script adds the address.
 */
export function disagreements(notebook: Notebook): string {
  const { rows } = notebook.tables.comparisons;
  const ordered = [...rows].sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
  const doublings = Math.max(1, ...rows.map(({ ratio }) => Math.ceil(Math.log2(ratio ?? 1))));
  const kinds = [...new Set(ordered.map(({ kind }) => kind))];
  const choices = kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    // Rows without a ratio need no scale above them.
    const plain = own.every(({ ratio }) => ratio === null) ? " data-plain" : "";
    return `<label><input type="radio" name="comparison-kind" value="${kind}"${plain}> ${kindWords[kind]} ${own.length}</label>`;
  });
  const ticks = Array.from({ length: doublings + 1 }, (_, step) => {
    const label = step === 0 ? "lowest" : `×${2 ** step}`;
    return `<span style="left:${percentOf(step, doublings)}%">${label}</span>`;
  });
  return `${stripKey}
${kindKey(notebook)}
<fieldset class="${Part.kinds}"><legend>Show</legend><label><input type="radio" name="comparison-kind" value="all" checked> all ${rows.length}</label>${choices.join("")} <output></output></fieldset>
<p class="scale-note">Every row starts at its lowest current figure; a step to the right is twice as much. Equal distances are equal ratios, whatever the unit (a log₂ scale).</p>
<div><div class="axis" aria-hidden="true"><p>${ticks.join("")}</p></div>
<ol class="${Part.comparisons}">${ordered.map((row) => comparisonItem(row, doublings, notebook)).join("\n")}</ol></div>`;
}

/** The three widest disagreements for the list of chapters, each a strip from its lowest to its highest value, on one ratio scale. */
export function widestGaps({ tables }: Notebook, document: Document): Element[] {
  const ratios = tables.comparisons.rows
    .flatMap(({ ratio }) => ratio ?? [])
    .sort((a, b) => b - a)
    .slice(0, 3);
  const room = thumbnailWidth - 56;
  const longest = Math.log2(Math.max(2, ...ratios));
  return ratios.flatMap((ratio, row) => {
    const y = 9 + row * 18;
    const end = 6 + (Math.log2(ratio) / longest) * (room - 6);
    return [
      thumbnailBox(document, { x: 4, y: y - 0.5, width: end - 4, height: 1, fill: "var(--rule2)" }),
      thumbnailBox(document, { x: 0, y: y - 4, width: 8, height: 8, fill: "var(--ink)" }),
      thumbnailBox(document, { x: end - 4, y: y - 4, width: 8, height: 8, fill: "var(--k-diamond)" }),
      thumbnailText(document, ratioText(ratio), { x: end + 10, y: y + 4.5 })
    ];
  });
}
