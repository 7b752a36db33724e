import { measureSize } from "./scale-size.ts";

/** Measures a ledger of one size in this process, for `measureScale`, which starts it; the answer is a message to that. */
const records = Number(process.argv[2]);
// The first of all pays for what is compiled on its way.
await measureSize(Math.min(records, 1000), "first");
process.send?.(await measureSize(records));
