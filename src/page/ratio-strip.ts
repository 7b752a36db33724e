import { symbolStyle } from "../charts/marks/symbols.ts";
import { ratioText } from "../charts/words/format.ts";
import { unlikeness } from "../tables/derived.ts";
import type { FigureRow } from "../tables/figures.ts";
import { ratioScale } from "./ratio-scale.ts";

/** Where a strip's values stand, and where its bracket: px from the top. */
const line = 47;
const bracket = 16;

/**
 * The statements of one quantity on a ratio scale, lowest at the left: equal distances are equal ratios. A bracket joins
 * lowest and highest, dashed where their bases differ. Superseded editions are small and grey, on a dotted trail to what
 * their speaker says now, and no end of the bracket. Places are parts of the width, so one drawing serves every width and
 * its text never scales. `doublings` is what the width stands for, by default what the statements need. Empty where fewer
 * than two current statements differ.
 */
export function ratioStrip(figures: readonly FigureRow[], doublings?: number): string {
  const scale = ratioScale(figures, doublings);
  if (!scale) return "";
  const { marks, lowest, highest, steps, percent } = scale;
  const [left, right] = [percent(lowest.at), percent(highest.at)];
  const rules = Array.from({ length: steps + 1 }, (_, step) => vertical(percent(lowest.at * 2 ** step), 4, 60));
  const shown = marks.filter(({ at }) => percent(at) >= 0 && percent(at) <= 100);
  const trails = shown.flatMap(({ figure, at }) => {
    const now = marks.find((mark) => mark.figure.current && mark.figure.speaker === figure.speaker);
    return figure.current || !now ? [] : [horizontal(percent(at), percent(now.at), "trail")];
  });
  const symbols = shown.map(({ figure, at }) => interval(figure, percent) + symbol(figure, percent(at)));
  const isDashed = marks.some(({ figure }) => figure.current && unlikeness(lowest.figure, figure) !== null);
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

function interval({ low, value, high, speaker_kind }: FigureRow, percent: (value: number) => number): string {
  if (value !== null || low === null || high === null) return "";
  return `<line class="interval" x1="${percent(low)}%" x2="${percent(high)}%" y1="${line}" y2="${line}" stroke="${symbolStyle(speaker_kind).colour}"/>`;
}

/** A statement's symbol, with an arrow over it that points up the scale, or under it that points down, where it is a bound. */
function symbol({ current, speaker_kind, comparator }: FigureRow, at: number): string {
  if (!current) return `<rect x="${at}%" y="${line}" width="6.6" height="6.6"/>`;
  const arrow = arrows[comparator];
  return `<use href="#k-${speaker_kind}" x="${at}%" y="${line}" width="16" height="16"/>${arrow ? `<text class="arrow" x="${at}%" y="${arrow.y}" fill="${symbolStyle(speaker_kind).colour}">${arrow.sign}</text>` : ""}`;
}

const arrows: Partial<Record<FigureRow["comparator"], { sign: string; y: number }>> = {
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
