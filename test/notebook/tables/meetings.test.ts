import fc from "fast-check";
import { expect, test } from "vitest";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { meetingsOf } from "../../../src/notebook/tables/meetings.ts";
import { agree, meets } from "../../../src/notebook/tables/same-quantity.ts";
import { figureRow } from "./figure-row.ts";

const rows = fc.array(
  fc.record({
    value: fc.constantFrom(4, 28, 28.5, 100, 1000),
    comparator: fc.constantFrom("=", "~", "nearly", "unquantified"),
    unit: fc.constantFrom("t", "1"),
    period: fc.constantFrom(null, "2020", "2021", "2022-05", "2023", "2030", "2015/2024"),
    status: fc.constantFrom("stated", "stated", "statistic", "forecast"),
    reading: fc.constantFrom("text", "original"),
    speaker: fc.constantFrom("one", "other"),
    basis: fc.constantFrom("here", "there")
  }),
  { maxLength: 12 }
);

test("times held against times come to what figures held against figures do", () => {
  const outcomes = new Set<string>();
  const property = fc.property(rows, fc.constantFrom(undefined, 0, 3), (fields, apart) => {
    const group = fields.map((field, index) => {
      const row = figureRow({ id: `r${index}`, series: null, ...field } as QuantityRow);
      return row.comparator === "unquantified" ? { ...row, low: null, value: null, high: null } : row;
    });
    const pairs = group
      .filter(({ reading }) => reading === "text")
      .flatMap((claim) =>
        group.filter((other) => meets(claim, other, group, apart)).map((other) => [claim, other] as const)
      );
    const { met, isDisagreed } = meetingsOf(group, apart);
    expect(met).toEqual(new Set(pairs.flat()));
    expect(isDisagreed).toBe(pairs.some(([claim, other]) => !agree(claim, other)));
    outcomes.add(`${met.size > 0} ${isDisagreed}`);
  });
  fc.assert(property, { numRuns: 500, seed: 20_261_129 });
  expect([...outcomes].sort()).toEqual(["false false", "true false", "true true"]);
});
