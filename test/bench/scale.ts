import { fork } from "node:child_process";
import { totalmem } from "node:os";
import { join } from "node:path";
import { parseOptions } from "../../src/notebook/build/parse-options.ts";
import { inSource } from "./scale-size.ts";
import { numberTable, wholeNumbers } from "./sizes.ts";

const heads = [
  "records",
  "YAML, MB",
  "parse YAML, s",
  "parse and validate, s",
  "check, s",
  "tables, s",
  "a page, s",
  "whole ÷ parse and validate",
  "memory at most, MB",
  "page, characters",
  "Parquet, MB",
  "a reader’s chart of one place, kB in requests"
];

/** One line of the table. Each size has a process of its own, with the room that commands have and as much of memory as it needs. */
const measured = (records: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const most = Math.floor((0.75 * totalmem()) / 2 ** 20);
    const child = fork(join(import.meta.dirname, "scale-process.ts"), [String(records)], {
      execArgv: ["--import", "tsx", "--max-semi-space-size=64", `--max-old-space-size=${most}`]
    });
    let row: string[] | undefined;
    child.on("message", (message) => {
      row = message as string[];
    });
    child.on("error", reject);
    child.on("close", (code) =>
      row ? resolve(row) : reject(new Error(`a ledger of ${records} records was not measured: it ended with ${code}`))
    );
  });

/** What ledgers of growing size cost, as a table; times are CPU seconds of one core. */
export async function measureScale(args: string[]): Promise<string> {
  const { records } = parseOptions(
    { records: { type: "string", default: "1000,10000,100000" } },
    {
      does: "Measures what invented ledgers of growing size cost to read, check and compile; a million records take minutes and 5 GB.",
      example: "npm run bench -- scale --records 10000,100000,1000000"
    },
    args
  );
  const rows: string[][] = [];
  for (const size of wholeNumbers("--records", records, inSource)) rows.push(await measured(size));
  return numberTable(heads, rows);
}
