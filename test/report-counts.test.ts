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
  const file = report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] });
  expect(unitCount(file)).toEqual({ passed: 5, failed: 0, skipped: 3, failures: [], flaky: [] });
});

test("a browser test that passed only at its second try counts as passed, and is named", () => {
  const spec = (title: string, status: string) => ({ title, file: "a.spec.ts", tests: [{ status }] });
  const file = report({
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    suites: [
      { specs: [spec("stands", "expected")], suites: [{ specs: [spec("falls", "unexpected")] }] },
      { specs: [spec("wavers", "flaky")] }
    ]
  });
  expect(browserCount(file)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 2,
    failures: ["test/browser/a.spec.ts: falls"],
    flaky: ["test/browser/a.spec.ts: wavers"]
  });
});

test("a unit test that failed is named with its file, and so is a file that could not be run", () => {
  const file = report({
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      {
        name: join(process.cwd(), "test/a.test.ts"),
        status: "failed",
        assertionResults: [
          { fullName: "a stands", status: "passed" },
          { fullName: "b falls", status: "failed" }
        ]
      },
      { name: join(process.cwd(), "test/b.test.ts"), status: "failed", assertionResults: [] }
    ]
  });
  expect(unitCount(file).failures).toEqual(["test/a.test.ts: b falls", "test/b.test.ts: could not be run"]);
});

test("a runner that wrote no report has counted nothing", () => {
  expect(unitCount("no-such-report.json")).toEqual(noTests);
  expect(browserCount("no-such-report.json")).toEqual(noTests);
});
