import { createHash } from "node:crypto";
import type { Ledger, Series } from "../schema.ts";
import type { Violation } from "./violation.ts";

/**
 * A table is long, and nothing else in the ledger says what stands in a cell. So it may carry the checksum of what was once
 * held against the release, and a slip of the hand is not taken for what is printed.
 */
export function tableIsAsTranscribed({ sources }: Ledger): Violation[] {
  return sources.flatMap(({ series }) =>
    series.flatMap((table): Violation[] => {
      const checksum = checksumOf(table);
      if (table.checksum === undefined || table.checksum === checksum) return [];
      return [
        {
          record: table,
          field: ["checksum"],
          message: `the table "${table.id}" is not the one that was held against its release`,
          remedy: `take back what changed by mistake, or, where the release prints it so, write checksum: "${checksum}"`
        }
      ];
    })
  );
}

/** Of its cells, whatever their order, and of what is said once for all of them. */
export function checksumOf({ metric, material, basis, form, unit, values }: Series): string {
  const cells = Object.entries(values)
    .flatMap(([place, row]) => Object.entries(row).map(([period, cell]) => `${place} ${period} ${cell}`))
    .sort();
  return createHash("sha256")
    .update(JSON.stringify([metric, material, basis, form, unit, cells]))
    .digest("hex")
    .slice(0, 8);
}
