import type { Ledger } from "../ledger/schema.ts";
import type { Unread } from "../ledger/unread.ts";
import type { Notebook } from "../page/notebook.ts";
import { type InspectedLedger, once } from "./inspect-ledger.ts";

/**
 * Whether what was left out may bring a name: it is that of a record, a part of one such as a date, or begins with that of a
 * figure. Where whole files could not be read, any may.
 */
export function bringerOf({
  unread,
  omitted,
  code
}: {
  unread: Unread;
  omitted: InspectedLedger["omitted"];
  code: readonly string[];
}): (name: string) => boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  const lost = once(() => plain([...omitted.map(({ text }) => text), ...unread.ids].join(" ")));
  const drawn = code.map((file) => file.replace(/^.*\/|\.ts$/g, ""));
  return (name) => {
    const last = plain(name.replace(/^.*\/|^[a-z]-/, ""));
    return (
      unread.wholes.size > 0 || drawn.some((one) => last.startsWith(one)) || (last !== "" && lost().includes(last))
    );
  };
}

/** What was not read, with comparisons that have lost what they compare: they are there, but make no row. */
export function withoutMembers({ ids, wholes }: Unread, { comparisons }: Ledger, { tables }: Notebook): Unread {
  const made = new Set(tables.comparisons.rows.map(({ id }) => id));
  return { wholes, ids: new Set([...ids, ...comparisons.flatMap(({ id }) => (made.has(id) ? [] : [id]))]) };
}
