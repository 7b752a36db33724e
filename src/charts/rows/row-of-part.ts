/** The row that plays a part in a drawing. Throws an error that names the chart where there is none. */
export function rowOfPart<Row extends { part: string }>(chart: string, rows: readonly Row[], part: Row["part"]): Row {
  const row = rows.find((candidate) => candidate.part === part);
  if (!row) throw new Error(`chart "${chart}" got no row for "${part}"`);
  return row;
}
