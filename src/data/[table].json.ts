import { parseArgs } from "node:util";
import { loadTable } from "../notebook/index.ts";

// Any table of the ledger, for a page that wants all of it: `FileAttachment("data/figures.json").json()`.
const { table = "" } = parseArgs({ options: { table: { type: "string" } } }).values;

process.stdout.write(JSON.stringify(await loadTable(table)));
