import { Worker } from "node:worker_threads";
import { runCommand } from "../../src/notebook/build/command.ts";
import { parseOptions } from "../../src/notebook/build/parse-options.ts";
import { type Fault, InputError } from "../../src/notebook/ledger/fault.ts";
import { hinderBuilds, killBuilds } from "./builds.ts";
import { search } from "./failures.ts";

/** No case may take longer, in milliseconds, on however busy a machine. */
const limit = 30_000;

/** In a thread of its own, for nothing else can tell of an input that this one never comes to an end with. */
const watchdog = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { writeSync } = require("node:fs");
  let patience;
  parentPort.on("message", (begun) => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      writeSync(2, "no end after " + workerData / 1000 + " seconds with " + begun + "\\n");
      process.kill(process.pid, "SIGKILL");
    }, workerData);
  });
`;

/** `npm run fuzz` tries notebooks with slips. */
await runCommand(async () => {
  const given = parseOptions(
    {
      cases: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      kills: { type: "string", default: "20" }
    },
    {
      does: "Puts slips and hostile text into ledgers and pages: each has to end in a sound notebook or in located faults. Kills builds, and takes from them what they need.",
      example: "npm run fuzz -- --cases 10000 --seed 7 --kills 40"
    }
  );
  const [count, seed] = [wholeNumber("--cases", given.cases), wholeNumber("--seed", given.seed)];
  const kills = wholeNumber("--kills", given.kills);
  console.log(`Seed ${seed}, ${count} cases`);
  const watching = new Worker(watchdog, { eval: true, workerData: limit });
  const { tried, outcomes, failures } = await search(count, seed, { onCase: (begun) => watching.postMessage(begun) });
  await watching.terminate();
  for (const { error, slips, seed, path } of failures)
    console.error(`\n${error}\n  with ${slips}\n  fast-check: seed ${seed}, path "${path}"`);
  const ways = Object.entries(outcomes).map(([outcome, number]) => `${number} ${outcome}`);
  console.log(`${tried} cases tried: ${ways.join(", ")}; ${failures.length} kinds of failure`);
  const hindered = await hinderBuilds();
  for (const one of hindered.skipped) console.log(`Left out: ${one}`);
  console.log(`${hindered.tried} builds hindered: ${hindered.failures.length} failures`);
  const killed = await killBuilds(kills, seed);
  console.log(`${kills} builds killed, ${killed.ended} of which had ended: ${killed.failures.length} failures`);
  for (const failure of [...hindered.failures, ...killed.failures]) console.error(failure);
  if (failures.length + hindered.failures.length + killed.failures.length > 0) process.exitCode = 1;
});

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  const fault: Fault = {
    file: option,
    line: 1,
    column: 1,
    message: `"${text}" is no whole number`,
    remedy: "write one from 1 on"
  };
  throw new InputError([fault]);
}
