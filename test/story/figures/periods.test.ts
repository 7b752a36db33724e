import { expect, test } from "vitest";
import { byPeriod, newestOfEachPeriod, periodOf, whenOf } from "../../../src/figures/periods.ts";
import { figureRow } from "../../notebook/kit/tables-fixture.ts";

const row = (id: string, period: string | null, published: string | null = null) =>
  figureRow({ id: `survey.${id}`, period, published });

test("figures come by their time, those without one first", () => {
  const figures = [row("later", "2024"), row("day", "2023-06-01"), row("untold", null), row("year", "2023")];
  expect(figures.toSorted(byPeriod).map(periodOf)).toEqual(["", "2023", "2023-06-01", "2024"]);
});

test("a figure is of the time that it is for, else of the month in which it was said", () => {
  const when = (period: string | null, published: string | null) =>
    whenOf({ period, published }).replace("\u00a0", " ");
  expect(when("2024", "2025-03-31")).toBe("2024");
  expect(when(null, "2025-03-31")).toBe("said March 2025");
  expect(when(null, null)).toBe("undated");
});

test("of each time the figure that was published last is taken, an undated one only where there is no other", () => {
  const figures = [
    row("old", "2023", "2024-01"),
    row("new", "2023", "2025-01"),
    row("twin", "2023", "2025-01"),
    row("older", "2023", "2023-01"),
    row("undated", "2024"),
    row("dated", "2024", "2020"),
    row("alone", "2025")
  ];
  expect(
    newestOfEachPeriod(figures)
      .map(({ id }) => id)
      .sort()
  ).toEqual(["survey.alone", "survey.dated", "survey.new"]);
});
