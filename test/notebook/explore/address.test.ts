import fc from "fast-check";
import { expect, test } from "vitest";
import { emptySpec, marks, readQuery, type Spec, writeQuery } from "../../../src/notebook/explore/spec.ts";
import { figuresTable, only } from "./explored.ts";

const read = (query: string) => readQuery(new URLSearchParams(query), figuresTable);

test("a chart comes back from its address as it was", () => {
  const name = fc.constantFrom("", "period", "amount", "subject", "metric");
  const spec: fc.Arbitrary<Spec> = fc.record({
    table: fc.constant("figures"),
    filters: fc.constantFrom<Spec["filters"]>(
      [],
      [only("metric", "production", "re serves & more")],
      [{ column: "period", values: [], from: 2018, to: null }, only("subject", "russia")]
    ),
    across: name,
    up: name,
    colour: name,
    mark: fc.constantFrom(...(Object.keys(marks) as (keyof typeof marks)[])),
    title: fc.string({ maxLength: 60, unit: "grapheme" })
  });
  fc.assert(
    fc.property(spec, (chosen) => {
      expect(read(writeQuery(chosen).toString())).toEqual({ spec: chosen, problems: [] });
    })
  );
});

test("what an address cannot have is left out, and said; what is not for charts is passed over", () => {
  const { spec, problems } = read("across=nowhere&up=amount&mark=pie&is.nothing=1&from.period=x&evidence=on&q=ore");
  expect(spec).toEqual({ ...emptySpec, table: "figures", up: "amount" });
  expect(problems).toHaveLength(4);
  expect(problems.join()).toContain("mark “pie”");
});

test("the empty fields of a form say nothing", () => {
  const { spec, problems } = read("across=&colour=&add=&from.period=&to.period=2024&title=");
  expect(problems).toEqual([]);
  expect(spec.filters).toEqual([{ column: "period", values: [], from: null, to: 2024 }]);
});

test("no address is an exception", () => {
  expect(read("valueOf=1&__proto__=2&is.constructor=3").problems).toHaveLength(1);
  fc.assert(
    fc.property(fc.string(), (query) => {
      expect(() => read(query)).not.toThrow();
    })
  );
});
