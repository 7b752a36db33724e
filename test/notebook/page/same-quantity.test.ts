import { describe, expect, test } from "vitest";
import { sameQuantity } from "../../../src/notebook/page/evidence.ts";
import { figureRow } from "../tables/figure-row.ts";

describe("the same quantity", () => {
  const figure = figureRow({ id: "a.one", metric: "reserves", subject: "russia", material: "rare-earths" });
  test.each([
    ["on another basis is", { basis: "resources" }, true],
    ["in another unit's size is", { value: 1 }, true],
    ["of another metric is not", { metric: "production" }, false],
    ["of another place is not", { subject: "china" }, false],
    ["of another material is not", { material: "gallium" }, false]
  ])("%s", (_, fields, same) => {
    const other = figureRow({ ...figure, id: "b.two", ...fields });
    expect(sameQuantity(figure, [figure, other]).map(({ id }) => id)).toEqual(same ? ["b.two"] : []);
  });
});

describe("beside the cells of a table", () => {
  const cell = (period: string) =>
    figureRow({ id: `table.${period}`, series: "table", metric: "production", subject: "russia", period });
  const stated = (period: string | null) =>
    figureRow({ id: `stated.${period}`, series: null, metric: "production", subject: "russia", period });
  const figures = [cell("2023"), cell("2024"), cell("2025"), stated("2023"), stated(null)];
  const others = (id: string): string[] => {
    const figure = figures.find((row) => row.id === id);
    return figure ? sameQuantity(figure, figures).map((row) => row.id) : [];
  };

  test("the newest stands for the table", () => {
    expect(others("stated.null")).toEqual(["table.2025", "stated.2023"]);
  });

  test("an older one is held against its own time alone", () => {
    expect(others("table.2023")).toEqual(["stated.2023"]);
    expect(others("table.2024")).toEqual([]);
    expect(others("table.2025")).toEqual(["stated.2023", "stated.null"]);
  });
});
