import { type ColumnTable, from } from "arquero";

/** Records as a table of their ids and the given fields, renamed for the rows that look them up. */
export const namesOf = (records: readonly object[], fields: Readonly<Record<string, string>>): ColumnTable =>
  from([...records]).select({ id: "id", ...fields });
