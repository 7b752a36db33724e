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
