/** Where in a text a word begins with one of the terms: start and end of each match, in order. */
export function matches(text: string, terms: readonly string[]): [start: number, end: number][] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }) => {
    const found = terms.filter((term) => plain(word).startsWith(term));
    return found.length === 0 ? [] : [[index, index + Math.max(...found.map(({ length }) => length))]];
  });
}

/** Whether each of the terms begins some word of the text. */
export const hasAll = (text: string, terms: readonly string[]): boolean =>
  terms.every((term) => matches(text, [term]).length > 0);

/** What a reader types, as the words to look for. */
export const termsOf = (query: string): string[] => [...query.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => plain(word));

const plain = (word: string): string => word.toLocaleLowerCase("en");
