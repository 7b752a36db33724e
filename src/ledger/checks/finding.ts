import type { Fault } from "../fault.ts";
import type { Path } from "../parse-document.ts";
import type { Located } from "../record-reader.ts";
import type { Ledger } from "../schema.ts";
import type { Unread } from "../unread.ts";

/** What a check found wrong in a record: the record, the field within it, what, and the remedy. */
export interface Finding {
  record: object;
  field: Path;
  message: string;
  remedy: string;
}

/** `unread` tells what may be missing from the ledger for faults of its own. */
export type Check = (ledger: Ledger, unread: Unread) => Finding[];

/** A finding as a fault of the file, line and column that its record was read from. */
export function locate({ record, field, message, remedy }: Finding, locations: ReadonlyMap<object, Located>): Fault {
  const location = locations.get(record);
  if (!location) throw new Error(`a check names a record that was not read: ${JSON.stringify(record)}`);
  const { document, path } = location;
  return { file: document.file, ...document.locate([...path, ...field]), message, remedy };
}
