import { describe, expect, test } from "vitest";
import { beside, comparisonKey, endOf, possibleSpan } from "../../../src/notebook/tables/same-quantity.ts";
import { figureRow } from "./figure-row.ts";

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

describe("held against a figure", () => {
  const figure = figureRow({ id: "a.one", metric: "reserves", subject: "russia", material: "rare-earths" });
  test.each([
    ["what is on another basis is", { basis: "resources" }, true],
    ["what is of another size is", { value: 1 }, true],
    ["what is of another metric is not", { metric: "production" }, false],
    ["what is of another place is not", { subject: "china" }, false],
    ["what is of another material is not", { material: "gallium" }, false],
    ["what is counted in another unit, as money is in another currency, is not", { unit: "RUB" }, false]
  ])("%s", (_, fields, same) => {
    const other = figureRow({ ...figure, id: "b.two", ...fields });
    expect(idsOf(beside(figure, [figure, other]).like)).toEqual(same ? ["b.two"] : []);
  });
});

test("beside a figure that is not among the others stand those of its own time, and nothing where there are none", () => {
  const cell = figureRow({ id: "table.2020", series: "table", period: "2020" });
  const undated = figureRow({ id: "table.undated", series: "table", period: null });
  const stated = figureRow({ id: "stated.one", series: null, period: null });
  const nothing = { like: [], otherStatus: [], otherTime: [] };
  expect(beside(cell, [])).toEqual(nothing);
  expect(beside(undated, [])).toEqual(nothing);
  expect(idsOf(beside(cell, [stated]).like)).toEqual(["stated.one"]);
  // A cell without a date is none of a time that a later cell of its table has.
  const dated = figureRow({ id: "stated.dated", series: null, period: "2020" });
  expect(idsOf(beside(undated, [undated, cell, stated, dated]).like)).toEqual(["stated.one"]);
});

test("a quantity is told from others by metric, place and material, wherever a name ends", () => {
  const key = (metric: string, subject: string, material: string) => comparisonKey({ metric, subject, material });
  expect(new Set([key("a", "bc", "d"), key("ab", "c", "d"), key("a", "b", "cd")]).size).toBe(3);
});

test("a period ends where its last year or day does", () => {
  expect(["2024", "2015/2024", "2022-01-01", null].map((period) => endOf(figureRow({ period })))).toEqual([
    "2024",
    "2024",
    "2022-01-01",
    ""
  ]);
});

test("a value whose ends are not known is what rounds to it", () => {
  expect(possibleSpan(figureRow({ low: null, value: 29, high: null }))).toEqual({ from: 28.5, to: 29.5 });
});

test("beside a claim without a date stands what others claimed of any year, and of what is counted the newest", () => {
  const claim = figureRow({ id: "a.claim" });
  const told = figureRow({ id: "b.told", period: "2019" });
  const counted = (id: string, period: string) => figureRow({ id, period, reading: "original" });
  const figures = [claim, told, counted("c.older", "2020"), counted("c.newer", "2023")];
  expect(idsOf(beside(claim, figures).like)).toEqual(["b.told", "c.newer"]);
});

describe("what differs stands apart, by what differs", () => {
  const stated = (id: string, period: string | null, fields = {}) => figureRow({ id, series: null, period, ...fields });
  const now = stated("a.now", "2025");
  const figures = [
    now,
    stated("b.near", "2024"),
    stated("b.undated", null),
    stated("b.far", "2020"),
    stated("b.aim", "2030", { status: "target" }),
    stated("b.foreseen", "2025", { status: "forecast" })
  ];

  test("what is planned or foreseen, and what is of another time", () => {
    const { like, otherStatus, otherTime } = beside(now, figures);
    expect(idsOf(like)).toEqual(["b.near", "b.undated"]);
    expect(idsOf(otherStatus)).toEqual(["b.aim", "b.foreseen"]);
    expect(idsOf(otherTime)).toEqual(["b.far"]);
  });

  test("a plan is held against plans", () => {
    const [, , , , aim] = figures;
    if (!aim) throw new Error("there is no aim");
    const { like, otherStatus } = beside(aim, [...figures, stated("b.aim-too", "2030", { status: "target" })]);
    expect(idsOf(like)).toEqual(["b.aim-too"]);
    expect(idsOf(otherStatus)).toContain("a.now");
  });

  test("as many years apart as the metric says", () => {
    expect(idsOf(beside(now, figures, 5).like)).toEqual(["b.near", "b.undated", "b.far"]);
  });
});

describe("beside the cells of a table", () => {
  const cell = (period: string) =>
    figureRow({ id: `table.${period}`, series: "table", metric: "production", subject: "russia", period });
  const stated = (period: string | null) =>
    figureRow({ id: `stated.${period}`, series: null, metric: "production", subject: "russia", period });
  const figures = [cell("2020"), cell("2023"), cell("2024"), cell("2025"), stated("2023"), stated(null)];
  const others = (id: string): string[] => {
    const figure = figures.find((row) => row.id === id);
    return figure ? idsOf(beside(figure, figures).like) : [];
  };

  test("the newest stands for the table, and for a figure with a date the one nearest to it", () => {
    expect(others("stated.null")).toEqual(["table.2025", "stated.2023"]);
    expect(others("stated.2023")).toEqual(["table.2023", "stated.null"]);
  });

  test("an older one is held against its own time alone", () => {
    expect(others("table.2023")).toEqual(["stated.2023"]);
    expect(others("table.2024")).toEqual([]);
    expect(others("table.2025")).toEqual(["stated.null"]);
  });

  test("an older one has nothing of another time or status beside it", () => {
    const aim = figureRow({ id: "stated.aim", metric: "production", status: "target", period: "2020" });
    const [older] = figures;
    for (const order of [figures, figures.toReversed()])
      expect(older && beside(older, [...order, aim])).toEqual({ like: [], otherStatus: [], otherTime: [] });
  });

  test("of those for other times, the nearest stands for the table, in whichever order they come", () => {
    const late = figureRow({ id: "stated.late", metric: "production", period: "2030" });
    for (const cells of [figures, figures.toReversed()])
      expect(idsOf(beside(late, cells).otherTime).sort()).toEqual(["stated.2023", "table.2025"]);
  });

  test("of two that are as near, the newer stands for the table", () => {
    const between = figureRow({ id: "stated.between", metric: "production", period: "2024" });
    const cells = [cell("2023"), cell("2025")];
    for (const order of [cells, cells.toReversed()]) expect(idsOf(beside(between, order).like)).toEqual(["table.2025"]);
  });

  test("each table, and each place in it, has a newest cell of its own", () => {
    const other = figureRow({ id: "other.2020", series: "other", metric: "production", period: "2020" });
    const aim = figureRow({ id: "stated.aim", metric: "production", status: "target", period: "2020" });
    for (const order of [figures, figures.toReversed()])
      expect(idsOf(beside(other, [other, aim, ...order]).otherStatus)).toEqual(["stated.aim"]);
    const undated = figureRow({ id: "other.undated", series: "other", metric: "production", period: null });
    expect(idsOf(beside(other, [other, undated, aim]).otherStatus)).toEqual(["stated.aim"]);
  });

  test("a table whose cell is held against a figure has no other cell apart from it", () => {
    const figure = figures.find(({ id }) => id === "stated.2023");
    expect(figure && beside(figure, figures).otherTime).toEqual([]);
  });
});
