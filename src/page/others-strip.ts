import { markAt, ratioText } from "../charts/format.ts";
import { unlikeness } from "../tables/derived.ts";
import type { FigureRow } from "../tables/figures.ts";

const width = 346;
const inset = 14;
const line = 47;
const bracket = 16;

/**
 * The statements of one quantity on a ratio scale, lowest at the left: equal distances are equal ratios. A bracket joins
 * lowest and highest, dashed where their bases differ. Empty where fewer than two statements differ.
 */
export function othersStrip(figures: readonly FigureRow[]): string {
  const marks = figures
    .flatMap((figure) => {
      const at = markAt(figure);
      return at === null || at <= 0 ? [] : [{ figure, at }];
    })
    .sort((a, b) => a.at - b.at);
  const [lowest] = marks;
  const highest = marks.at(-1);
  if (!lowest || !highest || lowest.at === highest.at) return "";
  const ratio = highest.at / lowest.at;
  const doublings = Math.max(1, Math.ceil(Math.log2(ratio)));
  const x = (value: number) => round(inset + (Math.log2(value / lowest.at) / doublings) * (width - 2 * inset));
  const [left, right] = [x(lowest.at), x(highest.at)];
  const rules = Array.from({ length: doublings + 1 }, (_, i) => {
    const at = round(inset + (i / doublings) * (width - 2 * inset));
    return `<path d="M${at} 4V60" stroke="var(--rule)"${i > 0 ? ' stroke-dasharray="1 3"' : ""}/>`;
  });
  const dashed = unlikeness(lowest.figure, highest.figure) ? ' stroke-dasharray="3 3"' : "";
  const middle = round((left + right) / 2);
  // The ratio stands in a gap of the bracket, or to the right of a bracket too short for one.
  const gap = right - left > 70;
  const arms = gap
    ? `M${left} ${bracket + 9}V${bracket}H${middle - 22}M${middle + 22} ${bracket}H${right}V${bracket + 9}`
    : `M${left} ${bracket + 9}V${bracket}H${right}V${bracket + 9}`;
  const label = gap ? `x="${middle}" text-anchor="middle"` : `x="${right + 8}"`;
  const symbols = marks.map(({ figure, at }) => {
    const interval =
      figure.value === null && figure.low !== null && figure.high !== null
        ? `<path d="M${x(figure.low)} ${line}H${x(figure.high)}" stroke="var(--ink2)" stroke-width="5" stroke-linecap="round"/>`
        : "";
    return `${interval}<use href="#k-${figure.speaker_kind}" x="${round(x(at) - 8)}" y="${line - 8}" width="16" height="16"/>`;
  });
  return `<svg class="strip" viewBox="0 0 ${width} 66" width="${width}" height="66" aria-hidden="true">${rules.join("")}<path d="M${left} ${line}H${right}" stroke="var(--rule2)"/><path d="${arms}" fill="none" stroke="var(--ink)"${dashed}/><text ${label} y="${bracket + 4.5}" font-size="13.5" font-weight="600" fill="var(--ink)">${ratioText(ratio)}</text>${symbols.join("")}</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
