/** Looks up the words for ids among records that have them: a term's label, or a name. */
export function wordsOf(
  records: readonly { id: string; label?: string; name?: string }[]
): (id: string | null | undefined) => string | null {
  const words = new Map(records.map(({ id, label, name }) => [id, label ?? name ?? null]));
  return (id) => words.get(id ?? "") ?? null;
}
