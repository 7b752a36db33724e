import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runCommand } from "../src/notebook/build/command.ts";
import { parseOptions } from "../src/notebook/build/parse-options.ts";
import { offlineGuard, packages } from "../src/notebook/build/paths.ts";
import { browserCount, noTests, unitCount } from "./report-counts.ts";

interface Step {
  name: string;
  program: string;
  /** What to do where it fails. */
  remedy: string;
  /** Reads the counts from the report that the program wrote. */
  count?: () => typeof noTests;
  /** The step without which this one means nothing. */
  needs?: string;
}

/** Minutes; far more than any step takes: one that hangs must not hang for ever. */
const patience = 40;

const unitReport = ".build/unit-tests.json";
const browserReport = ".build/browser-tests.json";

/** How much of the machine is tested is measured where its tests are. */
const coverage = existsSync("test/notebook/ledger") ? " --coverage" : "";

/** Rounds, one after another. The steps of a round, each of which keeps one core busy, run side by side. */
const rounds: Step[][] = [
  [
    {
      name: "lint",
      program: "biome check .",
      remedy: "run npx biome check --write . and mend by hand what it leaves"
    },
    { name: "unused code", program: "knip --no-progress", remedy: "remove what is named above, or use it" },
    {
      name: "ledger, pages, code and types",
      program: "node src/notebook/build/cli.js check",
      remedy: "mend the lines named above; each says how"
    }
  ],
  [
    {
      name: "unit tests",
      program: `vitest run --config test/vitest.config.ts${coverage} --reporter=default --reporter=json --outputFile.json=${unitReport}`,
      remedy: "run one file again: npm run unit -- FILE; accept changed drawings: npm run unit -- -u drawings",
      count: () => unitCount(unitReport)
    }
  ],
  [{ name: "build", program: "node src/notebook/build/cli.js build", remedy: "mend the lines named above" }],
  [
    {
      name: "browser tests",
      program: "playwright test --config test/browser/playwright.config.ts --reporter=line,json",
      remedy: "run one file again, over the notebook as built: npm run browser -- FILE",
      count: () => browserCount(browserReport),
      needs: "build"
    }
  ]
];

/**
 * Runs an installed package's program with the network out of reach, and tells whether it succeeded. What it prints is
 * seen as it comes, or, where others run beside it, in one piece at its end.
 */
function runProgram({ name, program }: Step, isAlone: boolean): Promise<boolean> {
  const [command = "", ...args] = program.split(" ");
  const began = Date.now();
  if (isAlone) console.log(`\n── ${name}`);
  const child = spawn(command, args, {
    timeout: 1000 * 60 * patience,
    stdio: ["ignore", ...(isAlone ? (["inherit", "inherit"] as const) : (["pipe", "pipe"] as const))],
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
      PATH: [join(packages, ".bin"), process.env.PATH].join(delimiter),
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${offlineGuard}`.trim()
    }
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => printed.push(part));
  return new Promise((resolve, reject) =>
    child.on("error", reject).on("close", (code) => {
      const seconds = Math.round((Date.now() - began) / 1000);
      if (!isAlone) console.log(`\n── ${name}\n${Buffer.concat(printed).toString("utf8").trim()}`);
      if (child.killed) console.log(`stopped after ${patience} minutes: it hangs, or the machine is too busy`);
      console.log(`${code === 0 ? "passed" : "failed"} in ${seconds} s`);
      resolve(code === 0);
    })
  );
}

/**
 * Runs every step. Ends with one line that counts the tests as the runners' reports have them, and a failure for each
 * step that failed without a failing test.
 */
await runCommand(async () => {
  parseOptions({}, { does: "Runs check, lint, unit tests, build and browser tests.", example: "npm test" });
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failed: (Step & { failures: string[] })[] = [];
  const flaky: string[] = [];
  for (const report of [unitReport, browserReport]) rmSync(report, { force: true });
  for (const round of rounds) {
    const steps = round.filter(({ name, needs }) => {
      const isVain = failed.some((step) => step.name === needs);
      if (isVain) console.log(`\n── ${name}\nnot run, as the ${needs} failed`);
      return !isVain;
    });
    await Promise.all(
      steps.map(async (step) => {
        const succeeded = await runProgram(step, steps.length === 1);
        const counted = step.count?.() ?? noTests;
        total.passed += counted.passed;
        total.failed += succeeded ? counted.failed : Math.max(counted.failed, 1);
        total.skipped += counted.skipped;
        flaky.push(...counted.flaky);
        if (!succeeded) failed.push({ ...step, failures: counted.failures });
      })
    );
  }
  console.log("");
  for (const { name, remedy, failures } of failed) {
    console.log(`${name} failed: ${remedy}`);
    for (const failure of failures) console.log(`  ${failure}`);
  }
  for (const test of flaky) console.log(`passed only at a second try: ${test}`);
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  if (total.failed > 0) process.exitCode = 1;
});
