import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

interface TestCount {
  passed: number;
  failed: number;
  skipped: number;
  /** Each failed test: its file, and what it is called. */
  failures: string[];
  /** Each test that passed at its second try, named alike. */
  flaky: string[];
}

export const noTests: TestCount = { passed: 0, failed: 0, skipped: 0, failures: [], flaky: [] };

interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** What vitest's JSON report counts. A file that could not be loaded has no tests, and is named alone. */
export function unitCount(report: string): TestCount {
  if (!existsSync(report)) return noTests;
  const read: UnitReport = JSON.parse(readFileSync(report, "utf8"));
  const failures = read.testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed").map(({ fullName }) => fullName);
    const named = failed.length === 0 && status === "failed" ? ["could not be run"] : failed;
    return named.map((test) => `${relative(".", name)}: ${test}`);
  });
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests,
    skipped: read.numPendingTests + read.numTodoTests,
    failures,
    flaky: []
  };
}

interface BrowserSuite {
  specs?: { title: string; file: string; tests: { status: string }[] }[];
  suites?: BrowserSuite[];
}

interface BrowserReport extends BrowserSuite {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const specsOf = ({ specs = [], suites = [] }: BrowserSuite): NonNullable<BrowserSuite["specs"]> => [
  ...specs,
  ...suites.flatMap(specsOf)
];

/** What Playwright's JSON report counts; a test that passed at a second try has passed, and is named. */
export function browserCount(report: string): TestCount {
  if (!existsSync(report)) return noTests;
  const read: BrowserReport = JSON.parse(readFileSync(report, "utf8"));
  const { expected, unexpected, flaky, skipped } = read.stats;
  const named = (status: string): string[] =>
    specsOf(read)
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map(({ file, title }) => `test/browser/${file}: ${title}`);
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: named("unexpected"),
    flaky: named("flaky")
  };
}
