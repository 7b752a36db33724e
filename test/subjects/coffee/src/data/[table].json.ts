import { parseArgs } from "node:util";
import { compileTables, readLedger, type Tables } from "../../../../../src/notebook/index.ts";

const { table = "figures" } = parseArgs({ options: { table: { type: "string" } } }).values;

process.stdout.write(JSON.stringify(compileTables(readLedger("."))[table as keyof Tables].rows));
