/** A record or file that was left out for a fault: where it stands, and all that it says. */
export interface Omission {
  file: string;
  text: string;
}

/** What a ledger's files hold but could not be read, so that what names it is no second fault. */
export interface Unread {
  ids: ReadonlySet<string>;
  /** Lists and sources of which nothing could be read, not even ids. */
  wholes: ReadonlySet<string>;
}

/**
 * Whether an id may be that of a record left out for a fault of its own; the id of a table's cell follows its table. A name by
 * a release may mean a figure of any edition of it.
 */
export function isUnread({ ids, wholes }: Unread, id: string, list: string): boolean {
  const [source = "", record] = id.split(".");
  const [release, edition] = source.split("@");
  if (edition !== undefined) return [...ids, ...wholes].some((lost) => lost.startsWith(`${release}-`));
  return wholes.has(list) || wholes.has(source) || ids.has(id) || ids.has(`${source}.${record}`);
}
