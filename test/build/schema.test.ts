import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ledgerJsonSchemas } from "../../src/ledger/json-schema.ts";
import { readLedger } from "../../src/ledger/read-ledger.ts";

test("the editors' schemas are those of the ledger: after a change of it, run `npm run schema`", () => {
  const current = Object.entries(ledgerJsonSchemas(readLedger(".")));
  const expected = current.map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]);
  const written = readdirSync("data/schema").map((file) => [file, readFileSync(`data/schema/${file}`, "utf8")]);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(expected));
});
