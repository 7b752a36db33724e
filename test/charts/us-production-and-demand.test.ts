import { describe, expect, it } from "vitest";
import { usProductionAndDemand as chart } from "../../src/charts/us-production-and-demand.ts";
import { canvas, linksOf, sizes, textsOf } from "./canvas.ts";
import { figureRow, tablesOf } from "./tables-fixture.ts";

const expert = { subject: "united-states", unit: "t/yr", speaker: "leonid-khazanov", comparator: "~" as const };
const production = figureRow({
  id: "izvestia.us-production",
  ...expert,
  metric: "production",
  value: 40_000,
  period: "2025",
  period_inferred: "the article is of 2025"
});
const oxides = figureRow({ id: "izvestia.us-production-oxides", ...expert, metric: "oxides", value: 2000 });
const demand = figureRow({
  id: "izvestia.us-demand-next-decade",
  ...expert,
  metric: "demand",
  value: 70_000,
  period: "2030"
});
const horizon = figureRow({
  id: "izvestia.us-demand-horizon",
  ...expert,
  comparator: "=",
  metric: "horizon",
  unit: "yr",
  value: 5,
  period: "2025/2030",
  printed: "In the next five years"
});
const select = (figures = [production, oxides, demand, horizon]) => chart.select(tablesOf({ figures }));
const rows = select();

describe("US production and demand", () => {
  it("says that the two are unlike, and what the article does not give", () => {
    const words = chart.words(rows);
    expect(words.title).toBe("No line joins 40 to 70: one is production, the other demand");
    expect(words.notes).toEqual([
      expect.stringContaining("gives no present demand"),
      "About 2\u00a0thousand\u00a0tonnes made as oxides are a part of the 40, not an addition.",
      "The article names no year for the 40; it is drawn at 2025, the year of the article."
    ]);
    expect(words.description).toContain("five years on");
    expect(chart.words(select([{ ...production, period_inferred: null }, oxides, demand, horizon])).notes).toHaveLength(
      2
    );
  });
  it("stops where both are of one kind, or one is missing", () => {
    expect(() => chart.words(select([{ ...production, metric: "demand" }, oxides, demand, horizon]))).toThrow(
      "no longer bear out"
    );
    expect(() => select([production, oxides, horizon])).toThrow('needs the figure "izvestia.us-demand-next-decade"');
  });
  it("has two panels, a sign of unlikeness, and no line from one mark to another", () => {
    for (const size of sizes) {
      const svg = chart.draw(rows, canvas(size));
      expect(linksOf(svg).map(({ name }) => name)).toEqual([
        "about 40\u00a0thousand\u00a0tonnes a year, Leonid Khazanov, in Izvestia, production",
        "about 2\u00a0thousand\u00a0tonnes a year, Leonid Khazanov, in Izvestia, oxides",
        "about 70\u00a0thousand\u00a0tonnes a year, Leonid Khazanov, in Izvestia, demand"
      ]);
      expect(textsOf(svg)).toEqual(
        expect.arrayContaining([
          "Production",
          "Demand",
          "≠",
          "“in the next five years”",
          "about 40\u00a0kt",
          "about 70\u00a0kt"
        ])
      );
      expect(textsOf(svg)).toContain("The article gives no present demand");
      const [horizonLine, ...others] = [...svg.querySelectorAll("path")].filter((path) => !path.closest("a"));
      const heights = new Set((horizonLine?.getAttribute("d") ?? "").match(/(?<=,)[\d.]+/g));
      expect([heights.size, others.length]).toEqual([1, 0]);
      expect(svg.getAttribute("height")).toBe(String(chart.height(size, rows)));
    }
  });
  it("stacks the panels on a phone and sets them side by side elsewhere", () => {
    const [phone, desk] = [chart.height("sm", rows), chart.height("lg", rows)];
    expect(phone).toBeGreaterThan(1.5 * desk);
  });
  it("keeps the horizon in the table", () => {
    expect(rows.map((row) => chart.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "about 40\u00a0thousand\u00a0tonnes",
      "about 2\u00a0thousand\u00a0tonnes",
      "about 70\u00a0thousand\u00a0tonnes",
      "5\u00a0years"
    ]);
  });
});
