import { dateText } from "../charts/words/format.ts";
import { type Row, valueText } from "./fields.ts";

/** The publications that rows come from, each with its edition or date; the table itself where rows name none. */
export function sourceText(rows: readonly Row[], table: string): string {
  const found = [...new Set(rows.flatMap(({ source_name }) => valueText(source_name) || []))];
  if (found.length === 0) return `Claims and reality, table “${table}”`;
  return found.length > 6 ? `${found.length} publications, named in the rows` : found.map(withDate).join("; ");
}

/** "Izvestia, March 2025": a name that ends with a date, with the date in words. */
const withDate = (name: string): string => name.replace(/\d{4}-\d\d(-\d\d)?$/, dateText);
