import { mkdirSync, writeFileSync } from "node:fs";
import { ledgerJsonSchemas } from "../ledger/json-schema.ts";
import { readLedger } from "../ledger/read-ledger.ts";

/** Writes the editors' JSON Schemas to `data/schema/`. */
export default function schema(): void {
  mkdirSync("data/schema", { recursive: true });
  for (const [name, schema] of Object.entries(ledgerJsonSchemas(readLedger("."))))
    writeFileSync(`data/schema/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
