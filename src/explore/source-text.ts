import { type Row, valueText } from "./fields.ts";

/** The publications that rows come from, each with its edition or date; the table itself where rows name none. */
export function sourceText(rows: readonly Row[], table: string): string {
  const found = [...new Set(rows.flatMap(({ source_name }) => valueText(source_name) || []))];
  if (found.length === 0) return `Claims and reality, table “${table}”`;
  return found.length > 6 ? `${found.length} publications, named in the rows` : found.join("; ");
}
