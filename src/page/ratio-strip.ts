import { markAt, ratioText } from "../charts/format.ts";
import { unlikeness } from "../tables/derived.ts";
import type { FigureRow } from "../tables/figures.ts";

/** How a strip is laid out: its width in px, and how many doublings the width stands for. */
interface StripLayout {
  width: number;
  doublings?: number;
}

const inset = 14;
const line = 47;
const bracket = 16;
const height = 66;

/**
 * The statements of one quantity on a ratio scale, lowest at the left: equal distances are equal ratios. A bracket joins
 * lowest and highest, dashed where their bases differ. Superseded editions are small and grey, and no end of the bracket.
 * Empty where fewer than two current statements differ.
 */
export function ratioStrip(figures: readonly FigureRow[], { width, doublings }: StripLayout): string {
  const marks = figures.flatMap((figure) => {
    const at = markAt(figure);
    return at === null || at <= 0 ? [] : [{ figure, at }];
  });
  marks.sort((a, b) => a.at - b.at);
  const current = marks.filter(({ figure }) => figure.current);
  const [lowest] = current;
  const highest = current.at(-1);
  if (!lowest || !highest || lowest.at === highest.at) return "";
  const ratio = highest.at / lowest.at;
  const steps = doublings ?? Math.max(1, Math.ceil(Math.log2(ratio)));
  const x = (value: number) => round(inset + (Math.log2(value / lowest.at) / steps) * (width - 2 * inset));
  const [left, right] = [x(lowest.at), x(highest.at)];
  const rules = Array.from({ length: steps + 1 }, (_, step) => {
    const at = round(inset + (step / steps) * (width - 2 * inset));
    return `<path d="M${at} 4V60" stroke="var(--rule)"${step > 0 ? ' stroke-dasharray="1 3"' : ""}/>`;
  });
  const symbols = marks
    .filter(({ at }) => x(at) >= 0 && x(at) <= width)
    .map(({ figure, at }) => (figure.current ? interval(figure, x) + symbol(figure, x(at)) : outdated(x(at))));
  return `<svg class="strip" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${rules.join("")}<path d="M${left} ${line}H${right}" stroke="var(--rule2)"/>${bracketOver(left, right, ratio, unlikeness(lowest.figure, highest.figure) !== null)}${symbols.join("")}</svg>`;
}

/** The ratio stands in a gap of the bracket, or to the right of a bracket too short for one. */
function bracketOver(left: number, right: number, ratio: number, isDashed: boolean): string {
  const middle = round((left + right) / 2);
  const fits = right - left > 70;
  const arms = fits ? `H${middle - 22}M${middle + 22} ${bracket}H${right}` : `H${right}`;
  const label = fits ? `x="${middle}" text-anchor="middle"` : `x="${right + 8}"`;
  return `<path d="M${left} ${bracket + 9}V${bracket}${arms}V${bracket + 9}" fill="none" stroke="var(--ink)"${isDashed ? ' stroke-dasharray="3 3"' : ""}/><text ${label} y="${bracket + 4.5}" font-size="13.5" font-weight="600" fill="var(--ink)">${ratioText(ratio)}</text>`;
}

function interval({ low, value, high }: FigureRow, x: (value: number) => number): string {
  if (value !== null || low === null || high === null) return "";
  return `<path d="M${x(low)} ${line}H${x(high)}" stroke="var(--ink2)" stroke-width="5" stroke-linecap="round"/>`;
}

const symbol = (figure: FigureRow, at: number): string =>
  `<use href="#k-${figure.speaker_kind}" x="${round(at - 8)}" y="${line - 8}" width="16" height="16"/>`;

const outdated = (at: number): string =>
  `<path d="M${round(at - 3.3)} ${line - 3.3}h6.6v6.6h-6.6z" fill="var(--ink3)"/>`;

// Whole pixels: the strip is small, and stands in hundreds of entries.
const round = Math.round;
