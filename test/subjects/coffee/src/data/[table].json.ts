import { parseArgs } from "node:util";
import { loadTable } from "../../../../../src/notebook/index.ts";

const { table = "" } = parseArgs({ options: { table: { type: "string" } } }).values;

process.stdout.write(JSON.stringify(await loadTable(table)));
