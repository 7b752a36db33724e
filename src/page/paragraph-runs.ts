/** Paragraphs in order, three or more in a row as one: "¶2", "¶5", "¶9–14". */
export function paragraphRuns(paragraphs: readonly number[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const paragraph of [...paragraphs].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === paragraph - 1) run.last = paragraph;
    else runs.push({ first: paragraph, last: paragraph });
  }
  return runs.flatMap(({ first, last }) => {
    if (last === first) return [`¶${first}`];
    return last === first + 1 ? [`¶${first}`, `¶${last}`] : [`¶${first}–${last}`];
  });
}
