const range = (first: number, last: number): number[] =>
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

/** Signs as a style sheet names them: "U+A1-AF,U+201E". */
export function unicodeRange(signs: readonly number[]): string {
  const sorted = signs.toSorted((a, b) => a - b);
  const starts = sorted.filter((sign) => !sorted.includes(sign - 1));
  const ends = sorted.filter((sign) => !sorted.includes(sign + 1));
  const hex = (sign = 0): string => sign.toString(16).toUpperCase();
  return starts
    .map((start, index) => (start === ends[index] ? `U+${hex(start)}` : `U+${hex(start)}-${hex(ends[index])}`))
    .join();
}

const rareSign = new RegExp(`[${String.fromCodePoint(...rareSigns)}]`, "u");

export const hasRareSign = (text: string): boolean => rareSign.test(text);
