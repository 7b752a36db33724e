import { mkdirSync, writeFileSync } from "node:fs";
import { ledgerJsonSchemas } from "../ledger/json-schema.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import { runCommand } from "./command.ts";
import { parseOptions } from "./parse-options.ts";

/** Writes the editors' JSON Schemas to `data/schema/`. */
await runCommand(() => {
  parseOptions({}, { does: "Renews data/schema, from which editors complete YAML.", example: "npm run schema" });
  mkdirSync("data/schema", { recursive: true });
  for (const [name, schema] of Object.entries(ledgerJsonSchemas(readLedger("."))))
    writeFileSync(`data/schema/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
});
