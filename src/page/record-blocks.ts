import { dataTables } from "./data-tables.ts";
import { derivedRecords } from "./derived-records.ts";
import type { RecordContext } from "./record-context.ts";
import { sourceIndex } from "./source-index.ts";
import { sourceOfPath, sourceRecords } from "./source-records.ts";

/** Names of the fences that show records as records, for those who check or take them. */
export const recordBlockNames = ["source-index", "source-records", "derived-records", "data-tables"] as const;

/** The HTML of a fence that shows records; undefined for any other fence. */
export function recordBlock(name: string, path: string, context: RecordContext): string | undefined {
  switch (name) {
    case "source-index":
      return sourceIndex(context);
    case "source-records":
      return sourceRecords(sourceOfPath(path, context.notebook), context);
    case "derived-records":
      return derivedRecords(context);
    case "data-tables":
      return dataTables(context.notebook);
    default:
      return undefined;
  }
}
