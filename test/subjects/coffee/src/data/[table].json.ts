import { parseArgs } from "node:util";
import { tableJson } from "../../../../../src/notebook/index.ts";

const { table = "" } = parseArgs({ options: { table: { type: "string" } } }).values;

process.stdout.write(tableJson(table));
