import { expect, test } from "vitest";
import { derivedRow, figureRow } from "../notebook/kit/tables-fixture.ts";
import { minimalLedger } from "../notebook/ledger/minimal-ledger.ts";
import { numberWriter } from "./number-writer.ts";

const numberOf = numberWriter(
  { units: minimalLedger().vocabulary.units, ordinal: [] },
  [figureRow({ id: "a.output", low: 7, value: 7, high: 7, unit: "t/yr" })],
  [derivedRow({ id: "derived.step", inputs: ["a.output"], low: 34, value: 34, high: 34, unit: "t/yr", digits: 2 })]
);

test("numbers are written in the browser as at build time", () => {
  expect(numberOf("a.output", "full")).toBe("7\u00a0tonnes");
  expect(numberOf("derived.step", "short")).toBe("34\u00a0t");
  expect(() => numberOf("a.outputs", "full")).toThrow('there is no number "a.outputs"');
});
