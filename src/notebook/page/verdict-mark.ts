import type { VerdictRow } from "../tables/verdicts.ts";

type Verdict = VerdictRow["verdict"];

/** How a verdict looks: a tile in the colour of its side, filled where the record decides, with a sign of its own. */
interface VerdictStyle {
  colour: string;
  filled: boolean;
  /** In a box of −8…8, drawn as a line. */
  sign: string;
}

const [holds, between, fails] = ["var(--fav)", "var(--ink2)", "var(--scep)"];

/** In the order from what the record bears out to what it speaks against. */
const styles: Readonly<Record<Verdict, VerdictStyle>> = {
  supported: { colour: holds, filled: true, sign: "M-4 .3-1.3 3 4-3" },
  "roughly-right": { colour: holds, filled: false, sign: "M-4-1q2-2.4 4 0t4 0M-4 3q2-2.4 4 0t4 0" },
  outdated: { colour: between, filled: false, sign: "M0-4V.4L3 2.6" },
  disputed: { colour: between, filled: false, sign: "M-1.4-3.6-4.6 0-1.4 3.6M1.4-3.6 4.6 0 1.4 3.6" },
  "not-comparable": { colour: between, filled: false, sign: "M-3.8-1.7H3.8M-3.8 1.7H3.8M2.2-4.2-2.2 4.2" },
  unsupported: { colour: fails, filled: false, sign: "M-2.4-2.2A2.4 2.2 0 1 1 1 .1Q0 .7 0 1.8M0 4.2V4.3" },
  contradicted: { colour: fails, filled: true, sign: "M-3.2-3.2 3.2 3.2M3.2-3.2-3.2 3.2" }
};

/** Every verdict that there is, from what the record bears out to what it speaks against. */
export const verdictOrder = Object.keys(styles) as Verdict[];

/** A verdict's tile as SVG, in a box of −8…8. */
export function verdictShape(verdict: Verdict): string {
  const { colour, filled, sign } = styles[verdict];
  const tile = filled
    ? `<path d="M-7.5-7.5H7.5V7.5H-7.5Z" fill="${colour}"/>`
    : `<path d="M-6.8-6.8H6.8V6.8H-6.8Z" fill="var(--paper)" stroke="${colour}" stroke-width="1.4"/>`;
  return `${tile}<path d="${sign}" fill="none" stroke="${filled ? "var(--paper)" : colour}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A verdict's tile in a page, drawn once there (see `symbolSprite`) and used by reference. Words follow it. */
export const verdictMark = (verdict: Verdict): string =>
  `<svg class="sym tile" aria-hidden="true"><use href="#v-${verdict}"/></svg>`;
