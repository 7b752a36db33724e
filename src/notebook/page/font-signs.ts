/** The code points from one to another, both included. */
export const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const codePoints = (text: string): number[] => [...text].map((character) => character.codePointAt(0) ?? 0);

/** What almost every page is written with, bullets and the hyphens of broken words included: the faces that it always asks for. */
export const commonSigns: readonly number[] = [
  ...range(0x20, 0x7e),
  0xa0,
  ...codePoints("°±²³¶·×÷–—‘’“”•…−≈≠≤≥←↑→↓₀₁₂₃₄"),
  ...[0x2009, 0x202f, 0x2010, 0x2011]
];

/** All that the fonts have beyond: letters of other languages, and signs of which few pages have one. */
export const rareSigns: readonly number[] = [
  ...range(0xa1, 0xff),
  ...codePoints("„†‡‰′″‹›⁄€№™↗↘✓"),
  ...[0x2070, ...range(0x2074, 0x2079), ...range(0x2085, 0x2089)],
  ...[0x2002, 0x200a]
].filter((sign) => !commonSigns.includes(sign));

/** Further signs than this apart are of other scripts. */
const near = 0x80;

/**
 * Signs as a style sheet names them, "U+A1-AF,U+201E". A range runs on over signs that are in neither list, which are as rare,
 * but over none of `others`: the fewer the ranges, the lighter the page.
 */
export function unicodeRange(signs: readonly number[], others: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const sign of signs.toSorted((a, b) => a - b)) {
    const open = ranges.at(-1);
    const runsOn = open && sign - open[1] < near && !others.some((other) => open[1] < other && other < sign);
    if (runsOn) open[1] = sign;
    else ranges.push([sign, sign]);
  }
  const hex = (sign: number): string => sign.toString(16).toUpperCase();
  return ranges.map(([first, last]) => `U+${hex(first)}${first === last ? "" : `-${hex(last)}`}`).join();
}

const rareSign = new RegExp(`[${String.fromCodePoint(...rareSigns)}]`, "u");

export const hasRareSign = (text: string): boolean => rareSign.test(text);
