import { type Row, valueText } from "./fields.ts";

/** The publications that rows come from, each with its edition or date; the table itself where rows name none. */
export function sourceText(rows: readonly Row[], sources: readonly Row[], table: string): string {
  const named = new Set(rows.map(({ source }) => source));
  const found = sources.filter(({ id }) => named.has(id));
  if (found.length === 0) return `Claims and reality, table “${table}”`;
  if (found.length > 6) return `${found.length} publications, named in the rows`;
  return found
    .map(({ publisher_name, edition, published }) => `${valueText(publisher_name)}, ${valueText(edition ?? published)}`)
    .join("; ");
}
