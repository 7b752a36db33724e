import { expect, test } from "vitest";
import { earlyScripts } from "./early-scripts.ts";
import { aimLines, type PageReport, reportTable } from "./report.ts";
import { smallPage } from "./small-page.ts";
import { fetchedIn, median, type Summary, summarise } from "./summary.ts";
import type { Transfer } from "./transfers.ts";

const page: Transfer = { url: "http://host/gallium", kind: "page", bytes: 1000 };
const font: Transfer = { url: "http://host/sans.woff2", kind: "font", bytes: 500 };
const script = (name: string): Transfer => ({ url: `http://host/_assets/client/${name}`, kind: "script", bytes: 20 });

const summary = (firstNumber: number, bytes: number, shiftAfter = 0): Summary => ({
  firstNumber,
  before: { bytes, requests: 1, fontBytes: 0 },
  after: { bytes, requests: 2, fontBytes: 500 },
  shiftBefore: 0,
  shiftAfter,
  blocking: 20,
  answer: firstNumber
});
const report = (ours: Summary, early: string[] = []): PageReport => ({
  path: "/gallium",
  summaries: {
    ours,
    plain: summary(1000, 10_000),
    framework: summary(6000, 90_000, 0.2),
    astro: { ...summary(1060, 10_100), answer: undefined }
  },
  earlyScripts: early
});

test("the median is the middle value, or the mean of the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 5, 6])).toBe(5.5);
});

test("fonts are counted apart", () => {
  expect(fetchedIn([page, font, script("wake.1.js")])).toEqual({ bytes: 1020, requests: 2, fontBytes: 500 });
});

test("a summary has the medians of its visits, and the largest shift", () => {
  const visits = [300, 100, 200].map((firstNumber) => ({
    firstNumber,
    before: [page],
    after: [page, font],
    shiftBefore: 0,
    shiftAfter: firstNumber / 1000,
    blocking: firstNumber / 10,
    answer: firstNumber === 100 ? undefined : firstNumber
  }));
  expect(summarise(visits)).toEqual({
    firstNumber: 200,
    before: { bytes: 1000, requests: 1, fontBytes: 0 },
    after: { bytes: 1000, requests: 1, fontBytes: 500 },
    shiftBefore: 0,
    shiftAfter: 0.3,
    blocking: 20,
    answer: 250
  });
});

test("scripts that the page does not name are early", () => {
  expect(earlyScripts(smallPage, [page, font, script("wake.1.js"), script("figures.2.js")])).toEqual(["figures.2.js"]);
});

test("the table has a line for each way, with ratios to plain HTML", () => {
  const lines = reportTable([report(summary(1040, 14_000))])
    .split("\n")
    .slice(2);
  expect(lines.map((line) => line.trim().split(/\s+/))).toEqual([
    [
      "/gallium",
      "ours",
      "1040",
      "1.04",
      "14.0",
      "1.40",
      "1",
      "0.0",
      "14.0",
      "2",
      "0.5",
      "0.000",
      "0.000",
      "20",
      "1040"
    ],
    ["plain", "1000", "1.00", "10.0", "1.00", "1", "0.0", "10.0", "2", "0.5", "0.000", "0.000", "20", "1000"],
    ["framework", "6000", "6.00", "90.0", "9.00", "1", "0.0", "90.0", "2", "0.5", "0.000", "0.200", "20", "6000"],
    ["astro", "1060", "1.06", "10.1", "1.01", "1", "0.0", "10.1", "2", "0.5", "0.000", "0.000", "20", "–"]
  ]);
});

test("each aim is met, or names the pages that miss it", () => {
  expect(aimLines([report(summary(1050, 15_000))]).every((line) => line.startsWith("met: "))).toBe(true);
  const slow = report({ ...summary(1100, 160_000, 0.01), blocking: 51 }, ["figures.2.js"]);
  slow.summaries.astro.answer = 1000;
  const missed = aimLines([slow]);
  expect(missed.map((line) => line.replace(/^not met: .* \((.*)\)$/, "$1"))).toEqual([
    "/gallium 1.10",
    "/gallium 16.00",
    "/gallium 1.04 of Astro’s",
    "/gallium 15.84 of Astro’s",
    "/gallium 1.10 of Astro’s",
    "/gallium 51 ms",
    "/gallium 160.5 kB",
    "/gallium figures.2.js",
    "/gallium 0.000 and 0.010"
  ]);
});
