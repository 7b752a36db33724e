/** A sentence with its place in the paragraph. */
interface Sentence {
  start: number;
  end: number;
  words: string;
}

/** The sentences of a paragraph, at least one, with their places; a point after an initial or within a number ends none. */
export function sentencesIn(paragraph: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(
    /(?<!\b[A-ZА-Я]|\b(?:Mr|Mrs|Ms|Dr|St|Inc|Ltd|Co|U\.S|approx|тыс|млн|млрд|руб|долл|г|гг|им))[.!?…]+["”»’)]*(?:\s+|(?=[\p{Lu}]))(?=["“«(\p{Lu}\d-])/gu
  )) {
    const end = match.index + match[0].length;
    sentences.push({ start, end, words: paragraph.slice(start, end) });
    start = end;
  }
  sentences.push({ start, end: paragraph.length, words: paragraph.slice(start) });
  return sentences;
}

/** The sentence that holds a place of a paragraph. */
export const sentenceAt = (paragraph: string, place: number): Sentence =>
  sentencesIn(paragraph).reduce((found, sentence) => (sentence.start <= place ? sentence : found));

/** The lines that one sentence runs over, joined, with the place where line `i` begins among them. */
export function linesAround(paragraphs: readonly string[], i: number): { text: string; offset: number } {
  const lineAt = (j: number): string => paragraphs[j] ?? "";
  let first = i;
  let last = i;
  while (first > 0 && /^\s*\p{Ll}/u.test(lineAt(first))) first--;
  while (/^\s*\p{Ll}/u.test(lineAt(last + 1)) && !/[.!?:]\s*$/.test(lineAt(last))) last++;
  const before = paragraphs
    .slice(first, i)
    .map((line) => `${line} `)
    .join("");
  return { text: `${before}${paragraphs.slice(i, last + 1).join(" ")}`, offset: before.length };
}
