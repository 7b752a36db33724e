/** Rows as CSV with these columns; lists joined, what is missing left empty. */
export function csv(rows: readonly object[], columns: readonly string[]): string {
  const cell = (value: unknown): string => {
    const text = Array.isArray(value) ? value.join("; ") : String(value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const cells = rows.map((row) => columns.map((column) => (row as Readonly<Record<string, unknown>>)[column]));
  return [columns, ...cells].map((line) => `${line.map(cell).join(",")}\n`).join("");
}
