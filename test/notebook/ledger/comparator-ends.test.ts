import { describe, expect, test } from "vitest";
import { faultLines } from "./minimal-ledger.ts";

/** How each is printed. */
const printed: Readonly<Record<string, string>> = {
  "=": "1%",
  "~": "about 1%",
  "<": "less than 1%",
  "<=": "up to 1%",
  ">": "more than 1%",
  ">=": "at least 1%",
  nearly: "nearly 1%",
  unquantified: "a small share"
};

describe("a comparator takes the ends that it means", () => {
  const linesFor = (comparator: string, ...ends: string[]): string[] =>
    faultLines(
      { file: "relay", replace: "printed: less than 1%", with: `printed: ${printed[comparator]}` },
      {
        file: "relay",
        replace: '    comparator: "<"\n    high: 1\n',
        with: [`comparator: "${comparator}"`, ...ends].map((line) => `    ${line}\n`).join("")
      }
    );

  test.each([
    ["=", "value: 1"],
    ["=", "low: 1", "high: 1"],
    ["=", "low: 1", "value: 1", "high: 1"],
    ["~", "value: 1"],
    ["~", "low: 1", "high: 1"],
    ["<", "high: 1"],
    ["<=", "high: 1"],
    [">", "low: 1"],
    [">=", "low: 1"],
    ["nearly", "value: 1", "high: 1"],
    ["unquantified"]
  ])("%s goes with %s %s %s", (comparator, ...ends) => {
    expect(linesFor(comparator, ...ends)).toEqual([]);
  });

  test.each([
    ["=", "high: 1"],
    ["~", "low: 1"],
    ["<=", "low: 1"],
    [">", "value: 1"],
    [">=", "high: 1"],
    ["nearly", "value: 1"],
    ["unquantified", "value: 1"]
  ])("%s does not go with %s", (comparator, ...ends) => {
    expect(linesFor(comparator, ...ends)).toContainEqual(
      expect.stringContaining(`data/ledger/relay.yaml:41:17 comparator "${comparator}" does not go with `)
    );
  });
});
