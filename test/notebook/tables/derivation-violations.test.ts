import { expect, test } from "vitest";
import { locate } from "../../../src/notebook/ledger/checks/violation.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { derivationViolations } from "../../../src/notebook/tables/derived.ts";
import { type Change, minimalFiles } from "../ledger/minimal-ledger.ts";

function linesFor(...changes: Change[]): string[] {
  const { ledger, locations } = parseLedger(minimalFiles(...changes));
  return derivationViolations(ledger).map((violation) => formatFault(locate(violation, locations)));
}

test("sound derivations have no fault", () => {
  expect(linesFor()).toEqual([]);
});

test("unlike quantities without a reason are a fault at the inputs of the record", () => {
  expect(
    linesFor({ file: "derivations", replace: "    allowed: Two counts are set side by side.\n", with: "" })
  ).toEqual([
    'data/ledger/derivations.yaml:8:5 "gazette.reserves" and "relay.reserves" are unlike: reserves called proven and basis not stated; choose like figures, or say under "allowed" why they may meet'
  ]);
});

test("inputs that do not fit the function are a fault at the inputs of the record", () => {
  expect(
    linesFor({
      file: "derivations",
      replace: "[gazette.reserves, gazette.production]",
      with: "[gazette.production, gazette.reserves]"
    })
  ).toEqual([
    'data/ledger/derivations.yaml:4:5 t/yr ÷ t has no unit that "stock-over-flow" can give; choose other figures, or add to the units of data/ledger/vocabulary.yaml one with per: [t/yr, t]'
  ]);
});
