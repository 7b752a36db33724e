/** Where `words` first stand in a file's `source`; the file's beginning where they do not. */
export function locate(file: string, source: string, words: string): { file: string; line: number; column: number } {
  const index = Math.max(source.indexOf(words), 0);
  const before = source.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
