import { existsSync, readFileSync } from "node:fs";

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
