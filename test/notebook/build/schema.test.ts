import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ledgerJsonSchemas } from "../../../src/notebook/ledger/json-schema.ts";
import { realLedger } from "../../real-ledger.ts";

test("the editors' schemas are the ledger's: where one is stale, run `npm run schema`", () => {
  const current = Object.entries(ledgerJsonSchemas(realLedger())).map(([name, schema]) => ({
    file: `${name}.schema.json`,
    text: `${JSON.stringify(schema, null, 2)}\n`
  }));
  const isStale = (path: string, text: string) => !existsSync(path) || readFileSync(path, "utf8") !== text;
  const stale = current.filter(({ file, text }) => isStale(`data/schema/${file}`, text)).map(({ file }) => file);
  const left = readdirSync("data/schema").filter((file) => !current.some((schema) => schema.file === file));
  expect({ stale, left }).toEqual({ stale: [], left: [] });
});
