import { expect, test } from "vitest";
import { daysIn, eventMonths } from "../../../src/notebook/kit/events.ts";

test("months run from the first event to the last, across a year's end, with those that have none", () => {
  const dates = ["2025-02-04", "2024", "2024-11-30", "2024-12", "2025-02-04", "2025-02"];
  expect(eventMonths(dates.map((date) => ({ date }))).map((month) => [month.date, month.events.length])).toEqual([
    ["2024", 1],
    ["2024-11", 1],
    ["2024-12", 1],
    ["2025-01", 0],
    ["2025-02", 3]
  ]);
  expect(eventMonths([])).toEqual([]);
});

test("months have their days", () => {
  expect(["2024-02", "2025-02", "2025-12"].map(daysIn)).toEqual([29, 28, 31]);
});
