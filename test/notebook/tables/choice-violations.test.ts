import { expect, test } from "vitest";
import { locate } from "../../../src/notebook/ledger/checks/violation.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { choiceViolations } from "../../../src/notebook/tables/choices.ts";
import { type Change, faultLines, minimalFiles } from "../ledger/minimal-ledger.ts";

const linesFor = (...changes: Change[]): string[] => {
  const { ledger, locations } = parseLedger(minimalFiles(...changes));
  return choiceViolations(ledger).map((violation) => formatFault(locate(violation, locations)));
};
const stands = "stands_in: { gazette.reserves: relay.reserves }, keeps: [derived.reserve-ratio]";

test("sound choices have no fault", () => {
  expect(linesFor()).toEqual([]);
});

test("a figure that does not fit what is calculated is a fault at its option", () => {
  expect(
    linesFor({ file: "choices", replace: stands, with: "stands_in: { gazette.reserves: gazette.production }" })
  ).toEqual([
    expect.stringMatching(
      /^data\/ledger\/choices\.yaml:6:9 "derived\.reserve-life" cannot be calculated so: t\/yr ÷ t\/yr has no unit.*list "derived\.reserve-life" under keeps/
    ),
    expect.stringContaining('"derived.reserve-ratio" cannot be calculated so')
  ]);
});

test.each([
  ["nothing is calculated from", { replace: stands, with: "stands_in: { relay.share: relay.reserves }" }],
  ["changes nothing", { replace: `, ${stands}`, with: "" }],
  ["is there twice", { replace: "id: relay,", with: "id: gazette," }],
  [
    "the first option is the pages as written",
    { replace: "label: the Gazette’s }", with: "label: x, stands_in: { gazette.reserves: relay.reserves } }" }
  ],
  ["is not among the derivations", { replace: "[derived.reserve-ratio]", with: "[derived.nothing]" }],
  ["is not among the figures", { replace: ": relay.reserves }", with: ": relay.nothing }" }]
])("a choice in which %s is a fault of the ledger", (message, change) => {
  expect(faultLines({ file: "choices", ...change })).toEqual([expect.stringContaining(message)]);
});
