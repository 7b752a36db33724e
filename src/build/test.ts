import { rmSync } from "node:fs";
import { runCommand } from "./command.ts";
import { parseOptions } from "./parse-options.ts";
import { runProgram } from "./run-program.ts";
import { browserCount, noTests, type TestCount, unitCount } from "./test-count.ts";

interface Step {
  name: string;
  program: string;
  /** Reads the counts from the report that the program wrote. */
  count?: () => TestCount;
  /** The step without which this one means nothing. */
  needs?: string;
}

const unitReport = ".build/unit-tests.json";
const browserReport = ".build/browser-tests.json";

const steps: Step[] = [
  { name: "types", program: "tsc --project tsconfig.json" },
  { name: "lint", program: "biome check ." },
  { name: "unused code", program: "knip --no-progress" },
  { name: "ledger and pages", program: "tsx src/build/check.ts" },
  {
    name: "unit tests",
    program: `vitest run --config test/vitest.config.ts --coverage --reporter=default --reporter=json --outputFile.json=${unitReport}`,
    count: () => unitCount(unitReport)
  },
  { name: "build", program: "tsx src/build/build.ts" },
  {
    name: "browser tests",
    program: "playwright test --config test/browser/playwright.config.ts --reporter=line,json",
    count: () => browserCount(browserReport),
    needs: "build"
  }
];

/**
 * Runs every step in turn with the network out of reach. Ends with one line that counts the tests as the runners'
 * reports have them, and a failure for each step that failed without a failing test.
 */
await runCommand(async () => {
  parseOptions({});
  const total = { ...noTests };
  const failed: string[] = [];
  for (const report of [unitReport, browserReport]) rmSync(report, { force: true });
  for (const { name, program, count, needs } of steps) {
    console.log(`\n── ${name}`);
    if (needs && failed.includes(needs)) {
      console.log(`not run, as the ${needs} failed`);
      continue;
    }
    const succeeded = await runProgram(program, { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport });
    const counted = count?.() ?? noTests;
    total.passed += counted.passed;
    total.failed += succeeded ? counted.failed : Math.max(counted.failed, 1);
    total.skipped += counted.skipped;
    if (!succeeded) failed.push(name);
  }
  console.log(failed.length > 0 ? `\nfailed: ${failed.join(", ")}` : "");
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  if (total.failed > 0) process.exitCode = 1;
});
