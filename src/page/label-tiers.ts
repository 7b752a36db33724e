import { textWidth } from "../charts/marks/text-width.ts";

/** A label under a mark: the value and who says it where, and the mark's place in % of the strip. */
export interface MarkLabel {
  lines: readonly [value: string, speaker: string, where: string];
  percent: number;
}

/**
 * Where a label goes: how many tiers down, and whether it starts, is centred or ends at its mark; whether a line down to
 * it would pass behind another label.
 */
export interface LabelPlace {
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
    Math.max(-gap, ...placed.filter((other) => other.tier === tier).map(({ right }) => right));
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
