/** A value as a cell holds it: a list joined, what is missing empty. */
export const cellText = (value: unknown): string => (Array.isArray(value) ? value.join("; ") : String(value ?? ""));

/** Rows as CSV with these columns; lists joined, what is missing left empty. */
export function csv(rows: readonly object[], columns: readonly string[]): string {
  const cell = (value: unknown): string => {
    const text = cellText(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const cells = rows.map((row) => columns.map((column) => (row as Readonly<Record<string, unknown>>)[column]));
  return [columns, ...cells].map((line) => `${line.map(cell).join(",")}\n`).join("");
}
