import { describe, expect, test } from "vitest";
import { evidenceEntryId } from "../../../src/notebook/kit/figure.ts";
import { evidenceId } from "../../../src/notebook/page/addresses.ts";
import { passageLink } from "../../../src/notebook/page/evidence.ts";
import { measureText } from "../../../src/notebook/page/sources.ts";
import { evidenceTrigger } from "../../../src/notebook/page/tokens.ts";
import { realNotebook } from "../../real-ledger.ts";
import { elementOf, one, wordsOf } from "./dom.ts";

test.each([
  ["production", "mine production", "mine production"],
  ["production of compounds and metals", "compounds and metals", "production of compounds and metals"],
  ["production", "basis not stated", "production, basis not stated"]
])("%s, counted as %s, reads %s", (metric_label, basis_label, words) => {
  expect(measureText({ metric_label, basis_label })).toBe(words);
});

describe("the link to a passage", () => {
  test.each([
    ["28.5 million tons", "28.5%20million%20tons"],
    ["2,500-3,000 & more", "2%2C500%2D3%2C000%20%26%20more"],
    ["China’s", "China%E2%80%99s"]
  ])("marks the words %s", (printed, fragment) => {
    expect(passageLink({ url: "https://example.org/a", paragraph: 3, printed })).toBe(
      `https://example.org/a#:~:text=${fragment}`
    );
  });
});

test("a number's link, dialog and entry have names that belong together", () => {
  expect(evidenceId("gazette.reserves")).toBe("p-gazette-reserves");
  expect(evidenceEntryId("gazette.reserves")).toBe("e-gazette-reserves");
  const number = one(elementOf(evidenceTrigger("gazette.reserves", "1 < 2")), "a");
  expect(number.getAttribute("href")).toBe(`#${evidenceId("gazette.reserves")}`);
  expect(wordsOf(number)).toBe("1 < 2");
});

test("no two records have the same name for their evidence", () => {
  const { factIds } = realNotebook();
  expect(new Set(factIds.map(evidenceId)).size).toBe(factIds.length);
});
