import { htmlEscape as esc } from "escape-goat";
import { textWidth } from "../kit/text.ts";
import { unlikeness } from "../tables/derivation-inputs.ts";
import type { QuantityRow } from "../tables/figures.ts";
import { capitalised, dateText, markAt, periodText, ratioText } from "../words/words.ts";
import { kindStyle, kindSymbol } from "./kind-symbol.ts";
import type { Notebook } from "./notebook.ts";
import { evidenceTrigger, numberText } from "./tokens.ts";

/** A label under a mark: the value and who says it where, and the mark's place in % of the strip. */
interface MarkLabel {
  lines: readonly [value: string, speaker: string, where: string];
  percent: number;
}

/**
 * Where a label goes: how many tiers down, and whether it starts, is centred or ends at its mark; whether a line down to
 * it would pass behind another label.
 */
interface LabelPlace {
  tier: number;
  align: "center" | "start" | "end";
  isBehind: boolean;
}

/** The width in px that labels are laid out for; on narrower strips they are lines of their own. */
const stripWidth = 560;
const gap = 12;

/** Labels from left to right, each in the first tier where it touches none before it. */
export function labelTiers(labels: readonly MarkLabel[]): LabelPlace[] {
  const placed: { tier: number; left: number; right: number }[] = [];
  const end = (tier: number): number =>
    Math.max(Number.NEGATIVE_INFINITY, ...placed.filter((other) => other.tier === tier).map(({ right }) => right));
  return labels.map(({ lines: [value, ...source], percent }) => {
    const x = (percent / 100) * stripWidth;
    const width = Math.max(textWidth(value, 14, 600), ...source.map((line) => textWidth(line, 12.5)));
    const lefts = { center: x - width / 2, start: x - 8, end: x + 8 - width } as const;
    const aligns = (["center", "start", "end"] as const).filter(
      (align) => lefts[align] >= 0 && lefts[align] + width <= stripWidth
    );
    for (let tier = 0; ; tier++)
      for (const align of aligns.length > 0 ? aligns : (["start"] as const))
        if (lefts[align] >= end(tier) + gap) {
          const isBehind = placed.some((other) => other.tier < tier && x > other.left - 4 && x < other.right + 4);
          placed.push({ tier, left: lefts[align], right: lefts[align] + width });
          return { tier, align, isBehind };
        }
  });
}

/** A statement and the amount that its symbol stands at, in its canonical unit. */
interface PlacedFigure {
  figure: QuantityRow;
  at: number;
}

/** A ratio scale from the lowest current statement on. */
interface RatioScale {
  /** All that have a place, lowest first. */
  marks: readonly PlacedFigure[];
  /** The ends of what is said today, those of intervals too. */
  lowest: PlacedFigure;
  highest: PlacedFigure;
  /** How many doublings the scale has. */
  steps: number;
  /** Where an amount stands, in % of the width. */
  percent: (value: number) => number;
}

/** Room at the ends, in % of the width: at the left for what an earlier edition put lower. */
const inset = { left: 6, right: 8 };

/** The scale on which statements of one quantity stand; null where fewer than two current ones differ. */
export function ratioScale(figures: readonly QuantityRow[], doublings?: number): RatioScale | null {
  const marks = figures.flatMap((figure) => at(figure, markAt(figure))).sort(byAmount);
  const ends = figures
    .filter(({ current }) => current)
    .flatMap((figure) =>
      (figure.value === null ? [figure.low, figure.high] : [figure.value]).flatMap((end) => at(figure, end))
    )
    .sort(byAmount);
  const [lowest] = ends;
  const highest = ends.at(-1);
  if (!lowest || !highest || lowest.at === highest.at) return null;
  const steps = doublings ?? Math.max(1, Math.ceil(Math.log2(highest.at / lowest.at)));
  return { marks, lowest, highest, steps, percent: (value) => percentOf(Math.log2(value / lowest.at), steps) };
}

/** A statement at an amount, unless there is none or a ratio scale has no place for it. */
const at = (figure: QuantityRow, amount: number | null): PlacedFigure[] =>
  amount === null || amount <= 0 ? [] : [{ figure, at: amount }];

const byAmount = (a: PlacedFigure, b: PlacedFigure): number => a.at - b.at;

/** Whether a mark has a place on the strip: what an earlier edition put far lower or higher has none. */
const isOnStrip = (mark: PlacedFigure, { percent }: RatioScale): boolean =>
  percent(mark.at) >= 0 && percent(mark.at) <= 100;

/** Where so many doublings of the lowest stand on a scale of `steps`, in % of the width. */
export const percentOf = (doublings: number, steps: number): number =>
  Math.round(10 * (inset.left + (doublings / steps) * (100 - inset.left - inset.right))) / 10;

/** A line each: symbol, value, who says so where. `figures` all, so that a line says what sets it apart from the others. */
export function valueLines(figures: readonly QuantityRow[], notebook: Notebook): string[] {
  return figures.map((figure) => {
    const parts = [...counted(figure, figures), speakerOf(figure, notebook), whereRead(figure, notebook), when(figure)];
    const source = parts.filter((part, place) => part !== "" && parts.indexOf(part) === place).join(", ");
    return `<li>${number(figure, notebook)} ${esc(source)}</li>`;
  });
}

/** So many tiers of labels are a tower, which nobody reads. */
const mostTiers = 7;

/**
 * The values as labels under the strip's marks, in its order, with places for where there is room; null where a mark lies off
 * the strip, or the labels of many at one place would make a tower. What is counted is left to the explanation beside them.
 */
export function valueLabels(scale: RatioScale, notebook: Notebook): { items: string[]; tiers: number } | null {
  if (!scale.marks.every((mark) => isOnStrip(mark, scale))) return null;
  const labels = scale.marks.map(({ figure, at }) => ({
    lines: [shortText(figure, notebook), `${speakerOf(figure, notebook)},`, whereRead(figure, notebook)] as const,
    percent: scale.percent(at)
  }));
  const places = labelTiers(labels);
  const tiers = 1 + Math.max(...places.map(({ tier }) => tier));
  if (tiers > mostTiers) return null;
  const items = scale.marks.map(({ figure }, index) => {
    const { tier, align, isBehind } = places[index] as LabelPlace;
    const { lines, percent } = labels[index] as MarkLabel;
    const names = [align === "center" ? "" : align, isBehind ? "behind" : ""].filter(Boolean).join(" ");
    return `<li${names && ` class="${names}"`} style="--x:${percent}%;--tier:${tier}">${number(figure, notebook)} <span>${esc(lines[1])}</span> <span>${esc(lines[2])}</span></li>`;
  });
  return { items, tiers };
}

const number = (figure: QuantityRow, notebook: Notebook): string =>
  `${kindSymbol(figure.speaker_kind)} ${evidenceTrigger(figure.id, shortText(figure, notebook), "short")}`;

const shortText = (row: QuantityRow, notebook: Notebook): string =>
  numberText({ kind: "figure", row }, "short", notebook);

const speakerOf = ({ speaker, speaker_name }: QuantityRow, notebook: Notebook): string =>
  notebook.speaker(speaker).name_short ?? speaker_name;

/** What a figure counts, as far as others of its row count something else. */
function counted(figure: QuantityRow, row: readonly QuantityRow[]): string[] {
  const differ = (key: "subject_name" | "material" | "metric_label" | "basis_label"): boolean =>
    row.some((other) => other[key] !== figure[key]);
  return [
    differ("subject_name") ? figure.subject_name : "",
    differ("material") ? figure.material.replaceAll("-", " ") : "",
    differ("metric_label") ? figure.metric_label : differ("basis_label") ? figure.basis_label : ""
  ];
}

function whereRead(figure: QuantityRow, notebook: Notebook): string {
  const source = notebook.source(figure.source);
  if (figure.reading === "text") return source.publisher_name;
  if (figure.series !== null)
    return `${/\d{4}/.exec(source.edition ?? "")?.[0] ?? source.published.slice(0, 4)} edition`;
  return figure.published === null ? "undated" : dateText(figure.published);
}

/** The year that a cell of an official table is for; what a publication prints is of its own time. */
const when = ({ series, period }: QuantityRow): string =>
  series === null || period === null ? "" : `for ${periodText(period)}`;

/**
 * What is to be said of the ratio of figures that do not all count the same thing; null where they do. Such a ratio is
 * arithmetic: it says how far apart two numbers are, and proves neither wrong.
 */
function acrossDefinitions(figures: readonly QuantityRow[], notebook: Notebook): string | null {
  const current = figures.filter((figure) => figure.current && markAt(figure) !== null);
  const [lowest] = current.toSorted((a, b) => (markAt(a) ?? 0) - (markAt(b) ?? 0));
  const unlike = current.filter((figure) => lowest && unlikeness(lowest, figure, notebook.units) !== null);
  if (!lowest || unlike.length === 0) return null;
  const differ = (key: "metric" | "material" | "basis" | "form", unstated: string | null): boolean =>
    unlike.some((figure) => figure[key] !== lowest[key] && figure[key] !== unstated && lowest[key] !== unstated);
  const isStated =
    differ("metric", null) || differ("material", null) || differ("basis", "not-stated") || differ("form", null);
  return isStated ? "different definitions" : "definitions not all stated";
}

/** What the reader of a ratio has to know: nothing, or that it is one of unlike definitions. `said` are the words before it. */
export function ratioCaution(figures: readonly QuantityRow[], notebook: Notebook, said = ""): string {
  const definitions = acrossDefinitions(figures, notebook);
  if (definitions === null) return "";
  const why = said !== "" && definitions.startsWith(said.toLowerCase()) ? "" : `${definitions}: `;
  return `<p class="definitions">${capitalised(`${why}the ratio proves neither wrong.`)}</p>`;
}

/** Where a strip's values stand, and where its bracket: px from the top. */
const line = 47;
const bracket = 16;

/**
 * The statements of one quantity on a ratio scale, lowest at the left: equal distances are equal ratios. A bracket joins
 * lowest and highest, dashed where definitions differ or are not all stated. Superseded editions are small and grey, on a dotted trail to what
 * their speaker says now, and no end of the bracket. Places are parts of the width, so one drawing serves every width and
 * its text never scales. `doublings` is what the width stands for, by default what the statements need. Empty where fewer
 * than two current statements differ.
 */
export function ratioStrip(figures: readonly QuantityRow[], notebook: Notebook, doublings?: number): string {
  const scale = ratioScale(figures, doublings);
  if (!scale) return "";
  const { marks, lowest, highest, steps, percent } = scale;
  const [left, right] = [percent(lowest.at), percent(highest.at)];
  const rules = Array.from({ length: steps + 1 }, (_, step) => vertical(percent(lowest.at * 2 ** step), 4, 60));
  const shown = marks.filter((mark) => isOnStrip(mark, scale));
  const trails = shown.flatMap(({ figure, at }) => {
    const now = marks.find((mark) => mark.figure.current && mark.figure.speaker === figure.speaker);
    return figure.current || !now ? [] : [horizontal(percent(at), percent(now.at), "trail")];
  });
  const symbols = shown.map(
    ({ figure, at }) => interval(figure, percent, notebook) + symbol(figure, percent(at), notebook)
  );
  const isDashed = acrossDefinitions(figures, notebook) !== null;
  return `<svg class="strip" aria-hidden="true">${rules.join("")}${horizontal(left, right, "")}${bracketOver(left, right, highest.at / lowest.at, isDashed)}${trails.join("")}${symbols.join("")}</svg>`;
}

/** The ratio stands in a gap of the bracket, or to the right of a bracket too short for one. */
function bracketOver(left: number, right: number, ratio: number, isDashed: boolean): string {
  const label =
    right - left > 20
      ? `<text x="${round((left + right) / 2)}%" y="${bracket + 4.5}" text-anchor="middle"`
      : `<text x="${right}%" dx="8" y="${bracket + 4.5}"`;
  return `<g class="bracket${isDashed ? " dashed" : ""}">${vertical(left, bracket + 9, bracket)}<line x1="${left}%" x2="${right}%" y1="${bracket}" y2="${bracket}"/>${vertical(right, bracket + 9, bracket)}</g>${label}>${ratioText(ratio, ratio < 1.1 ? 3 : 2)}</text>`;
}

function interval(
  { low, value, high, speaker_kind }: QuantityRow,
  percent: (value: number) => number,
  notebook: Notebook
): string {
  if (value !== null || low === null || high === null) return "";
  return `<line class="interval" x1="${percent(low)}%" x2="${percent(high)}%" y1="${line}" y2="${line}" stroke="${kindStyle(speaker_kind, notebook).colour}"/>`;
}

/** A statement's symbol, with an arrow over it that points up the scale, or under it that points down, where it is a bound. */
function symbol({ current, speaker_kind, comparator }: QuantityRow, at: number, notebook: Notebook): string {
  if (!current) return `<rect x="${at}%" y="${line}" width="6.6" height="6.6"/>`;
  const arrow = arrows[comparator];
  return `<use href="#k-${speaker_kind}" x="${at}%" y="${line}" width="16" height="16"/>${arrow ? `<text class="arrow" x="${at}%" y="${arrow.y}" fill="${kindStyle(speaker_kind, notebook).colour}">${arrow.sign}</text>` : ""}`;
}

const arrows: Partial<Record<QuantityRow["comparator"], { sign: string; y: number }>> = {
  ">": { sign: "→", y: line - 9 },
  ">=": { sign: "→", y: line - 9 },
  "<": { sign: "←", y: line + 18 },
  "<=": { sign: "←", y: line + 18 }
};

const vertical = (at: number, from: number, to: number): string =>
  `<line x1="${at}%" x2="${at}%" y1="${from}" y2="${to}"/>`;

const horizontal = (from: number, to: number, name: string): string =>
  `<line${name && ` class="${name}"`} x1="${from}%" x2="${to}%" y1="${line}" y2="${line}"/>`;

// Whole pixels: the strip is small, and stands in hundreds of entries.
const round = Math.round;

const forms: readonly [drawing: string, name: string, meaning: string][] = [
  ['<g class="bracket"><path d="M3 17V8H37V17"/></g>', "Solid bracket", "one quantity: the ratio of its ends"],
  [
    '<g class="bracket dashed"><path d="M3 17V8"/><path d="M3 8H37"/><path d="M37 8V17"/></g>',
    "Dashed bracket",
    "different definitions, or not all stated: the ratio is arithmetic and proves neither wrong"
  ],
  ['<text class="arrow" x="20" y="17" fill="var(--ink)">≠</text>', "No bracket", "different things: no ratio"],
  [
    '<path class="trail" d="M20 12H38"/><rect x="17" y="12" width="6.6" height="6.6"/>',
    "Small and grey",
    "an edition that a later one revised"
  ],
  [
    '<line class="interval" x1="6" x2="34" y1="12" y2="12" stroke="var(--ink2)"/>',
    "Thick bar",
    "an interval as printed"
  ],
  ['<text class="arrow" x="20" y="16" fill="var(--ink)">→</text>', "Arrow", "“over” or “up to”: a bound"]
];

/** How to read the strips: what each form of bracket and mark says. */
export const stripKey = `<ul class="strip-key" aria-label="How to read the strips">${forms.map(([drawing, name, meaning]) => `<li><svg class="strip" aria-hidden="true">${drawing}</svg><span><b>${name}</b> ${meaning}</span></li>`).join("")}</ul>`;
