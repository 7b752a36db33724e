import { expect, test } from "vitest";
import { checkLedger } from "../../../src/notebook/ledger/check-ledger.ts";
import { formatFault } from "../../../src/notebook/ledger/fault.ts";
import { realLedger, realParsedLedger } from "../../real-ledger.ts";

test("the ledger has no fault", () => {
  expect(realLedger().sources.length).toBeGreaterThan(0);
  expect(checkLedger(realParsedLedger()).map(formatFault)).toEqual([]);
});
