import { existsSync, readFileSync, rmSync } from "node:fs";
import { runCommand } from "../src/notebook/build/command.ts";
import { parseOptions } from "../src/notebook/build/parse-options.ts";
import { runProgram } from "../src/notebook/build/run-program.ts";

interface TestCount {
  passed: number;
  failed: number;
  skipped: number;
}

export const noTests: TestCount = { passed: 0, failed: 0, skipped: 0 };

/** What vitest's JSON report counts. */
export function unitCount(report: string): TestCount {
  if (!existsSync(report)) return noTests;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** What Playwright's JSON report counts; a test that passed only at a second try has failed. */
export function browserCount(report: string): TestCount {
  if (!existsSync(report)) return noTests;
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, "utf8")).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

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
  { name: "ledger and pages", program: "tsx src/notebook/build/check.ts" },
  {
    name: "unit tests",
    program: `vitest run --config test/vitest.config.ts --coverage --reporter=default --reporter=json --outputFile.json=${unitReport}`,
    count: () => unitCount(unitReport)
  },
  { name: "build", program: "tsx src/notebook/build/build.ts" },
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
  parseOptions({}, { does: "Runs types, lint, check, unit tests, build and browser tests.", example: "npm test" });
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
