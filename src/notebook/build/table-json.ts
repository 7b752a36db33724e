import { readLedger } from "../ledger/read-ledger.ts";
import { compileTables } from "../tables/tables.ts";

/**
 * The rows of a table as a JSON array, for a data loader: reads the ledger of the project at `root` and compiles it.
 * Throws an InputError for a faulty ledger, and an error that lists the tables for a name that none has.
 */
export function tableJson(name: string, root = "."): string {
  const tables = Object.values(compileTables(readLedger(root)));
  const table = tables.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`there is no table "${name}"; there are ${tables.map((known) => known.name).join(", ")}`);
  return JSON.stringify(table.rows);
}
