import type { Field } from "./fields.ts";
import type { Layout } from "./layout.ts";
import type { Point } from "./points.ts";
import type { Spec } from "./spec.ts";

/** A part of the rows that one mark draws: the test, and the same as code over `d`; "" keeps all. */
export interface Subset {
  keeps: (point: Point) => boolean;
  code: string;
}

/** The parts of a chart's rows that are drawn in ways of their own. */
export interface Subsets {
  points: Subset;
  superseded: Subset | null;
  intervals: Subset | null;
  bounds: Subset | null;
  worded: Subset | null;
}

/** Splits a chart's rows: single values, superseded editions, intervals, one-sided bounds, and numbers with a word before. */
export function subsetsOf(spec: Spec, { measured }: Layout, fields: readonly Field[]): Subsets {
  const edited = fields.some(({ name }) => name === "current") && spec.edition !== "all";
  const column = measured?.column ?? null;
  const current: Subset[] = edited ? [{ keeps: (d) => d.current === true, code: "d.current" }] : [];
  const given = (name: string): Subset => ({ keeps: (d) => (d[name] ?? null) !== null, code: `d.${name} !== null` });
  const absent = (name: string): Subset => ({ keeps: (d) => (d[name] ?? null) === null, code: `d.${name} === null` });
  const isAmount = measured?.field.type === "amount";
  const single = spec.group === "none";
  if (column === null || !isAmount || !single) {
    const needed = column === null || spec.group === "range" ? [] : [given(column)];
    return { points: both(...current, ...needed), superseded: null, intervals: null, bounds: null, worded: null };
  }
  const inexact: Subset = { keeps: (d) => (d.comparator ?? "=") !== "=", code: 'd.comparator !== "="' };
  const oneSided: Subset = {
    keeps: (d) => ((d.low ?? null) === null) !== ((d.high ?? null) === null),
    code: "(d.low === null) !== (d.high === null)"
  };
  const superseded: Subset = { keeps: (d) => d.current === false, code: "!d.current" };
  return {
    points: both(...current, given("value")),
    superseded: edited && spec.edition === "grey" ? both(superseded, given("value")) : null,
    intervals: both(...current, absent("value"), given("low"), given("high")),
    bounds: both(...current, absent("value"), oneSided),
    worded: both(...current, given("at"), either(inexact, absent("value")))
  };
}

function both(...subsets: readonly Subset[]): Subset {
  return {
    keeps: (d) => subsets.every(({ keeps }) => keeps(d)),
    code: subsets.map(({ code }) => code).join(" && ")
  };
}

const either = (one: Subset, other: Subset): Subset => ({
  keeps: (d) => one.keeps(d) || other.keeps(d),
  code: `(${one.code} || ${other.code})`
});
