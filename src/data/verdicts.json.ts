import { readLedger } from "../notebook/ledger/read-ledger.ts";
import { compileTables } from "../notebook/tables/tables.ts";

process.stdout.write(JSON.stringify(compileTables(readLedger(".")).verdicts.rows));
