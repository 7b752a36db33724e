import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { ledgerFolder } from "../ledger/read-ledger.ts";

/** Adds records to the end of a shared file's list, which leaves what stands in it as it is. */
export function appendRecords(list: "speakers" | "places", records: readonly object[]): void {
  if (records.length === 0) return;
  const path = `${ledgerFolder}/${list}.yaml`;
  const text = existsSync(path) ? readFileSync(path, "utf8").trimEnd() : `${list}:`;
  const lines = records.map((record) => `  - ${stringify(record, { collectionStyle: "flow", lineWidth: 0 }).trim()}`);
  writeFileSync(path, `${text}\n${lines.join("\n")}\n`);
}
