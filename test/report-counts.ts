import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

interface TestCount {
  passed: number;
  failed: number;
  skipped: number;
  /** Each failed test: its file, and what it is called. */
  failures: string[];
}

export const noTests: TestCount = { passed: 0, failed: 0, skipped: 0, failures: [] };

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
    failures
  };
}

interface BrowserSuite {
  specs?: { title: string; file: string; ok: boolean; tests: { status: string }[] }[];
  suites?: BrowserSuite[];
}

interface BrowserReport extends BrowserSuite {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const specsOf = ({ specs = [], suites = [] }: BrowserSuite): NonNullable<BrowserSuite["specs"]> => [
  ...specs,
  ...suites.flatMap(specsOf)
];

/** What Playwright's JSON report counts; a test that passed only at a second try has failed. */
export function browserCount(report: string): TestCount {
  if (!existsSync(report)) return noTests;
  const read: BrowserReport = JSON.parse(readFileSync(report, "utf8"));
  const { expected, unexpected, flaky, skipped } = read.stats;
  const failures = specsOf(read)
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === "flaky"))
    .map(({ file, title }) => `test/browser/${file}: ${title}`);
  return { passed: expected, failed: unexpected + flaky, skipped, failures };
}
