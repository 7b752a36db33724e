import { tableJson } from "../notebook/index.ts";

process.stdout.write(tableJson("comparisons"));
