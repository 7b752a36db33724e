import { describe, expect, it } from "vitest";
import { galliumRamp as figure } from "../../src/figures/gallium-ramp.ts";
import { canvas, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "./tables-fixture.ts";

const gallium = { material: "gallium", unit: "t/yr", subject: "pikalevo" };
const tablesWith = (possible: number) =>
  tablesOf({
    figures: [
      figureRow({ id: "rex-kommersant.gallium-output", ...gallium, metric: "production", value: 10, comparator: "~" }),
      figureRow({
        id: "rex-kommersant.gallium-possible",
        ...gallium,
        metric: "capacity",
        value: possible,
        condition: "if somebody wants it"
      })
    ]
  });
const rows = figure.select(tablesWith(320));

describe("gallium ramp", () => {
  it("grows by the percentage that leads from one figure to the other in the years assumed", () => {
    expect(rows.map(({ years }) => years)).toEqual([3, 5, 10]);
    for (const { years, growth } of rows) expect(10 * (1 + growth / 100) ** years).toBeCloseTo(320, 8);
    expect(rows[1]?.growth).toBeCloseTo(100, 10);
  });

  it("rests on both figures", () => {
    for (const { evidence } of rows)
      expect(evidence).toEqual(["rex-kommersant.gallium-output", "rex-kommersant.gallium-possible"]);
  });

  it("says in its words that the years are assumed, and on what the larger figure depends", () => {
    const { title, subtitle, notes, description } = figure.words(rows);
    expect(title).toBe("The step to 320\u00a0tonnes takes 41% a year over 10 years, 220% over 3");
    expect(subtitle).toContain("years are assumed");
    expect(notes.join(" ")).toContain("The larger number holds if somebody wants it.");
    expect(description).toMatch(/about\s10\stonnes/);
  });

  it("labels each pace at its end, in every size", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
      for (const growth of ["41%", "100%", "220%"])
        expect(textsOf(svg).some((text) => text.includes(growth))).toBe(true);
    }
  });

  it("shows each pace as a row of the table", () => {
    const cells = rows.map((row) => figure.columns.map((column) => column.text(row).replaceAll("\u00a0", " ")));
    expect(cells).toEqual([
      ["3", "about 10 tonnes", "320 tonnes", "220%"],
      ["5", "about 10 tonnes", "320 tonnes", "100%"],
      ["10", "about 10 tonnes", "320 tonnes", "41%"]
    ]);
  });

  it("names itself and the figure that it misses", () => {
    expect(() => figure.select(tablesOf({ figures: [] }))).toThrow(/gallium-ramp.*rex-kommersant.gallium-output/);
  });
});
