/** Rows of cells as lines; the first `left` columns flush left, the others flush right, two spaces between. */
export function alignColumns(rows: readonly (readonly string[])[], left: number): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      widths
        .map((width, column) => {
          const cell = row[column] ?? "";
          return column < left ? cell.padEnd(width) : cell.padStart(width);
        })
        .join("  ")
        .trimEnd()
    )
    .join("\n");
}
