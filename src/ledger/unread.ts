/** What a ledger's files hold but could not be read, so that what names it is no second fault. */
export interface Unread {
  ids: ReadonlySet<string>;
  /** Lists of which nothing could be read, not even ids. */
  lists: ReadonlySet<string>;
}

/** Whether an id may be that of a record left out for a fault of its own; the id of a table's cell follows its table. */
export const isUnread = ({ ids, lists }: Unread, id: string, list: string): boolean =>
  lists.has(list) || ids.has(id) || ids.has(tableOf(id));

const tableOf = (id: string): string => id.split(".").slice(0, 2).join(".");
