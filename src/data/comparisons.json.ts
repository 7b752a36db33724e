import { readLedger } from "../ledger/read-ledger.ts";
import { compileTables } from "../tables/tables.ts";

process.stdout.write(JSON.stringify(compileTables(readLedger(".")).comparisons.rows));
