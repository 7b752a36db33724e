import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError, suggest } from "../ledger/fault.ts";
import type { Tables } from "../tables/tables.ts";

/** The row of each table by the table's name. */
type RowOf<Name> = Name extends keyof Tables ? Tables[Name]["rows"][number] : object;

/**
 * The rows of a table, for a data loader, which runs in the project's folder. A build has compiled the tables and says where
 * they are; a loader that is run alone compiles them from the ledger. Throws an InputError for a faulty ledger, and for a
 * name that no table has.
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
  if (!table) {
    const remedy = suggest(
      name,
      tables.map((known) => known.name)
    );
    throw new InputError([
      { file: `${name}.json`, line: 1, column: 1, message: `there is no table "${name}"`, remedy }
    ]);
  }
  return table.rows as readonly RowOf<Name>[];
}
