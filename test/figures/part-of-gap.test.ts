import { describe, expect, it } from "vitest";
import { partOfGap as figure } from "../../src/figures/part-of-gap.ts";
import { canvas, linksOf, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "./tables-fixture.ts";

const american = { subject: "united-states", unit: "t/yr", speaker: "leonid-khazanov", comparator: "~" as const };
const figures = [
  figureRow({ id: "izvestia.us-demand", ...american, metric: "demand", value: 80_000 }),
  figureRow({ id: "izvestia.us-production", ...american, metric: "production", value: 50_000 }),
  figureRow({
    id: "izvestia.us-demand-horizon",
    ...american,
    metric: "horizon",
    unit: "yr",
    value: 10,
    comparator: "="
  }),
  figureRow({ id: "rex-reuters.production", metric: "production", unit: "t/yr", value: 2600 }),
  figureRow({ id: "russia-post.production", metric: "production", unit: "t/yr", value: 2500, speaker: "oleg-kazanov" }),
  ...[3000, 7500].map((value) =>
    figureRow({
      id: `plans.${value}`,
      metric: "production",
      unit: "t/yr",
      value,
      status: "target",
      period: "2030",
      published: "2024-08",
      speaker: "rosnedra"
    })
  )
];
const pair = ["izvestia.us-demand", "izvestia.us-production"];
const part = (id: string, output: string, value: number) =>
  derivedRow({ id, inputs: [output, ...pair], function: "share-of-difference", unit: "%", value, comparator: "~" });
const tablesWith = (share = 8.666667, plan = 25) =>
  tablesOf({
    figures,
    derived: [
      derivedRow({
        id: "derived.us-gap",
        inputs: pair,
        function: "difference",
        unit: "t/yr",
        value: 30_000,
        comparator: "~"
      }),
      part("derived.russian-part-of-gap", "rex-reuters.production", share),
      part("derived.russian-part-of-gap-kazanov", "russia-post.production", 8.333333),
      part("derived.plan-fedorov-part-of-gap", "plans.3000", 10),
      part("derived.plan-ministry-part-of-gap", "plans.7500", plan)
    ]
  });
const rows = figure.select(tablesWith());

describe("part of gap", () => {
  it("holds the gap, the parts, and all that goes into them", () => {
    expect(rows.filter(({ role }) => role === "arithmetic").map(({ evidence }) => evidence[0])).toEqual([
      "derived.us-gap",
      "derived.russian-part-of-gap-kazanov",
      "derived.russian-part-of-gap",
      "derived.plan-fedorov-part-of-gap",
      "derived.plan-ministry-part-of-gap"
    ]);
    expect(rows.filter(({ role }) => role === "statement")).toHaveLength(7);
  });
  it("says that production and demand are unlike and the reading conditional", () => {
    const words = figure.words(rows);
    expect(words.title).toBe(
      "All Russian output would fill about a twelfth of the gap between two US numbers, the largest plan in tonnes a quarter"
    );
    expect(words.subtitle).toContain("in ten years");
    expect(words.notes[0]).toMatch(/^A conditional reading: about 50,000\u00a0tonnes are production/);
    expect(words.description).toContain("2,500 or 2,600 tonnes by source, would fill about a twelfth of it");
    expect(words.description).toContain("the plans in tonnes, 3,000 or 7,500, from a tenth to a quarter");
    expect(figure.doubts(rows)).toEqual([]);
  });
  it("doubts its title where the outputs no longer fill the same part, or a plan no more than they", () => {
    expect(figure.doubts(figure.select(tablesWith(9.9)))).toEqual([expect.stringContaining("simple part")]);
    expect(figure.doubts(figure.select(tablesWith(8.666667, 8)))).toEqual([
      expect.stringContaining("no more of the gap")
    ]);
  });
  it("stops where an input is gone", () => {
    expect(() => figure.words(rows.filter(({ part }) => part !== "demand"))).toThrow("has no demand");
    expect(() => figure.select(tablesOf({ figures }))).toThrow('"derived.us-gap"');
  });
  it("draws the gap as one bar, filled from zero, and the outputs under it", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect([...svg.querySelectorAll("rect")].map((rect) => rect.getAttribute("fill"))).toEqual([
        "var(--blue-tint)",
        "var(--red-tint)",
        "var(--red)"
      ]);
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-derived-us-gap",
        "#e-russia-post-production",
        "#e-rex-reuters-production",
        "#e-plans-3000",
        "#e-plans-7500"
      ]);
      expect(textsOf(svg).join(" ")).toContain("plan for 2030, August\u00a02024");
      expect(textsOf(svg).join(" ")).toContain("= about 8.7% of the gap");
      expect(textsOf(svg).join(" ")).toContain("about 30,000");
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("shows each row in its own unit in the table", () => {
    const cells = rows.map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row));
    expect(cells).toEqual(expect.arrayContaining(["about 30,000\u00a0tonnes", "about 8.7%", "10\u00a0years"]));
  });
});
