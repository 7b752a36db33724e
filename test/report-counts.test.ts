import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./notebook/build/temporary-folder.ts";
import { browserCount, noTests, unitCount } from "./report-counts.ts";

function report(content: object): string {
  const file = join(temporaryFolder(), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("unit tests that were not run count as skipped", () => {
  const file = report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  expect(unitCount(file)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test("a browser test that passed only at its second try counts as failed", () => {
  const file = report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(browserCount(file)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test("a runner that wrote no report has counted nothing", () => {
  expect(unitCount("no-such-report.json")).toEqual(noTests);
  expect(browserCount("no-such-report.json")).toEqual(noTests);
});
