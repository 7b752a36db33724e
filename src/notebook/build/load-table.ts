import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tables } from "../tables/tables.ts";

/** The row of each table by the table's name. */
type RowOf<Name> = Name extends keyof Tables ? Tables[Name]["rows"][number] : object;

/**
 * The rows of a table, for a data loader, which runs in the project's folder. A build has compiled the tables and says where
 * they are; a loader that is run alone compiles them from the ledger. Throws an InputError for a faulty ledger, and an
 * error that lists the tables for a name that none has.
 */
export async function loadTable<Name extends string>(name: Name): Promise<readonly RowOf<Name>[]> {
  const { NOTEBOOK_TABLES: folder } = process.env;
  const file = folder && join(folder, `${name}.json`);
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const [{ readLedger }, { compileTables }] = await Promise.all([
    import("../ledger/read-ledger.ts"),
    import("../tables/tables.ts")
  ]);
  const tables = Object.values(compileTables(readLedger(".")));
  const table = tables.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`there is no table "${name}"; there are ${tables.map((known) => known.name).join(", ")}`);
  return table.rows as readonly RowOf<Name>[];
}
