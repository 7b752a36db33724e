import fc from "fast-check";
import { expect, test } from "vitest";
import {
  emptySpec,
  markNames,
  openingSpec,
  readAddress,
  type Spec,
  tableInAddress,
  writeAddress
} from "../../../src/notebook/explore/spec.ts";
import { fields } from "./explored.ts";

test("the chart that the page opens with needs no address, and no address gives it", () => {
  expect(writeAddress(openingSpec)).toBe("");
  expect(readAddress("", fields)).toEqual({ spec: openingSpec, problems: [] });
});

test("a chart comes back from its address as it was", () => {
  const name = fc.constantFrom("", "period", "amount", "subject", "metric");
  const spec: fc.Arbitrary<Spec> = fc.record({
    table: fc.constant("figures"),
    filters: fc.constantFrom<Spec["filters"]>(
      [],
      [{ column: "metric", values: ["production", "re serves & more"] }],
      [
        { column: "period", from: 2018, to: null },
        { column: "subject", values: ["russia"] }
      ]
    ),
    across: name,
    up: name,
    colour: name,
    panel: name,
    mark: fc.constantFrom(...markNames),
    group: fc.constantFrom("none" as const, "count" as const, "range" as const),
    scale: fc.constantFrom("linear" as const, "log" as const),
    edition: fc.constantFrom("grey" as const, "all" as const, "current" as const),
    title: fc.string({ maxLength: 60, unit: "grapheme" })
  });
  fc.assert(
    fc.property(spec, (chosen) => {
      expect(readAddress(writeAddress(chosen), fields)).toEqual({ spec: chosen, problems: [] });
    })
  );
});

test("an unknown table gives the opening chart and says so", () => {
  expect(tableInAddress("?table=nonsense").table).toBe("figures");
  const { spec, problems } = readAddress("?table=__proto__", fields);
  expect(spec).toEqual(openingSpec);
  expect(problems.join()).toContain("“__proto__”, which there is not");
});

test("what an address cannot have is left out, and said", () => {
  const { spec, problems } = readAddress("?across=nowhere&up=amount&mark=pie&is.nothing=1&from.period=x", fields);
  expect(spec).toEqual({ ...emptySpec, up: "amount" });
  expect(problems).toHaveLength(4);
  expect(problems.join()).toContain("there are lines, bars, dots, strip, table");
});

test("no address is an exception", () => {
  fc.assert(
    fc.property(fc.string(), (search) => {
      expect(() => readAddress(`?${search}`, fields)).not.toThrow();
    })
  );
});
