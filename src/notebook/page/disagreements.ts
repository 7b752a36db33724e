import { htmlEscape as esc } from "escape-goat";
import { elementId } from "../kit/figure.ts";
import { thumbnailBox, thumbnailText, thumbnailWidth } from "../kit/thumbnail.ts";
import type { ComparisonRow } from "../tables/comparisons.ts";
import type { QuantityRow } from "../tables/figures.ts";
import type { VerdictRow } from "../tables/verdicts.ts";
import { capitalised, ratioText } from "../words/words.ts";
import { Part } from "./contract.ts";
import { kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { percentOf, ratioCaution, ratioScale, ratioStrip, stripKey, valueLabels, valueLines } from "./ratio-strip.ts";
import { linked } from "./site.ts";
import { kindKey } from "./source-list.ts";
import { verdictAnchor, verdictWord } from "./verdicts.ts";

/** From this ratio on, marks stand far enough apart for labels under them; below it, labels stand to their right. */
const labelsUnderFrom = 2.5;

/** A comparison as a row: the quantity, its strip with every value, the word, what explains it, and the verdicts on its claims. */
function comparisonItem(comparison: ComparisonRow, doublings: number, notebook: Notebook): string {
  const allowed = comparison.allowed ? ` ${esc(comparison.allowed)}` : "";
  const why = ` ${esc(comparison.explanation)}${allowed}`;
  const found = comparison.found_by === "rule" ? "found by rule" : "found by reading";
  return `<li id="${anchorOf(comparison)}">
<div><h3 class="quantity">${esc(comparison.title)}</h3><p class="meta">${found}</p></div>
${strip(comparison, doublings, notebook)}
${judgement(comparison, why, notebook)}</li>`;
}

/** Where a comparison stands on its page. */
const anchorOf = ({ id }: ComparisonRow): string => id.replace("comparison.", "");

function judgement(comparison: ComparisonRow, why: string, notebook: Notebook): string {
  const care =
    comparison.ratio === null ? "" : ratioCaution(figuresOf(comparison, notebook), notebook, comparison.word);
  return `<div class="judgement"><p><b>${esc(comparison.word)}</b>${why}</p>${care}${verdictsOf(comparison, notebook)}</div>`;
}

/** One comparison of its own, where a page tells what explains it: its strip, the word, the verdicts. An unknown name throws. */
export function comparisonBlock(name: string, notebook: Notebook): string {
  const comparison = notebook.tables.comparisons.rows.find((row) => anchorOf(row) === name);
  if (!comparison) throw new Error(`there is no comparison "${name}" in data/ledger/comparisons.yaml`);
  const doublings = doublingsOf([comparison]);
  const scale = comparison.ratio === null ? "" : axis(doublings);
  return `<div class="told" id="${anchorOf(comparison)}">${scale}${strip(comparison, doublings, notebook)}
${judgement(comparison, "", notebook)}</div>`;
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
  const lines = valueLines(inOrder(figures), notebook).join("");
  const labels = valueLabels(scale, notebook);
  if (!labels) return `<div class="strip-cell">${drawn}<ul class="values">${lines}${said}</ul></div>`;
  if (comparison.ratio >= labelsUnderFrom)
    return `<div class="strip-cell"><div class="under" style="--tiers:${labels.tiers}">${drawn}<ul class="values">${labels.items.join("")}</ul></div>${said === "" ? "" : `<ul class="values">${said}</ul>`}</div>`;
  return `<div class="strip-cell beside" style="--end:${scale.percent(scale.highest.at)}%">${drawn}<ul class="values">${lines}${said}</ul></div>`;
}

const figuresOf = ({ figures }: ComparisonRow, notebook: Notebook): QuantityRow[] =>
  figures.map((id) => notebook.quantity(id).row);

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
  const ends = ordered.filter((_, place) => place === 0 || place === ordered.length - 1);
  const symbols = (things.length > 1 ? things.slice(0, 3) : ends).map(({ speaker_kind }) => kindSymbol(speaker_kind));
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

function verdictLink(verdict: VerdictRow, notebook: Notebook): string {
  return linked(notebook.site.link("verdicts", verdictAnchor(verdict)), capitalised(verdictWord(verdict)));
}

/** The words of the verdicts on claims that a comparison holds, each leading to its reasoning. */
function verdictsOf(comparison: ComparisonRow, notebook: Notebook): string {
  const verdicts = notebook.tables.verdicts.rows.filter(({ figures }) =>
    figures.some((id) => comparison.figures.includes(id))
  );
  const items = verdicts.map((verdict) => `<li>${verdictLink(verdict, notebook)}: ${esc(verdict.claim)}</li>`);
  return items.length > 0 ? `<ul class="verdicts">${items.join("")}</ul>` : "";
}

/** Each kind with what it is, in the order in which readers meet them. */
const kinds: readonly [kind: ComparisonRow["kind"], name: string, meaning: string][] = [
  ["conflict", "Conflicts", "they cannot all be right"],
  ["not-comparable", "Not comparable", "one name, different things"],
  ["misreading", "Misreadings", "easily taken for something else"],
  ["qualifier", "Qualifiers", "a word that says more than its number"],
  ["near-match", "Near matches", "nearly the same, and why not quite"],
  ["implied", "Implied", "what one number says about another"]
];

/**
 * The comparisons of the ledger that the page has not told already, folded by kind, in each the widest first: a strip on a
 * scale that all of a kind share, every value with its source, the word and what explains it.
 */
export function disagreements(notebook: Notebook, told: ReadonlySet<string> = new Set()): string {
  const rows = notebook.tables.comparisons.rows.filter((row) => !told.has(anchorOf(row)));
  const folded = kinds.map(([kind, name, meaning]) => {
    const own = rows.filter((row) => row.kind === kind).sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
    if (own.length === 0) return "";
    const doublings = doublingsOf(own);
    const items = own.map((row) => comparisonItem(row, doublings, notebook)).join("\n");
    return `<details class="${Part.fold}" id="${kind}"><summary><b>${name}, ${own.length}</b> <span>${meaning}</span></summary>
${own.some(({ ratio }) => ratio !== null) ? axis(doublings) : ""}<ol class="${Part.comparisons}">${items}</ol></details>`;
  });
  return `<details class="${Part.fold}"><summary><b>How to read the strips</b></summary>
${stripKey}
${kindKey(notebook)}
<p class="scale-note">A strip starts at its lowest current figure; a step to the right is twice as much. Equal distances are equal ratios, whatever the unit (a log₂ scale).</p></details>
${folded.filter(Boolean).join("\n")}`;
}

/** How many doublings a scale has to hold for the widest of some comparisons. */
const doublingsOf = (rows: readonly ComparisonRow[]): number =>
  Math.max(1, ...rows.map(({ ratio }) => Math.ceil(Math.log2(ratio ?? 1))));

function axis(doublings: number): string {
  const ticks = Array.from({ length: doublings + 1 }, (_, step) => {
    const label = step === 0 ? "lowest" : `×${2 ** step}`;
    return `<span style="left:${percentOf(step, doublings)}%">${label}</span>`;
  });
  return `<div class="axis" aria-hidden="true"><p>${ticks.join(" ")}</p></div>\n`;
}

/**
 * The three widest disagreements for the list of chapters, each a strip from its lowest to its highest value, on one ratio
 * scale; of those that the page tells one by one, where it does.
 */
export function widestGaps({ tables }: Notebook, told: ReadonlySet<string>, document: Document): Element[] {
  const ratios = tables.comparisons.rows
    .filter((row) => told.size === 0 || told.has(anchorOf(row)))
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
