import { describe, expect, it } from "vitest";
import { reserveLife as figure } from "../../src/figures/reserve-life.ts";
import { canvas, linksOf, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "./tables-fixture.ts";

const production = { metric: "production", unit: "t/yr" };
const figures = [
  figureRow({ id: "rex-reuters.reserves", value: 4e6, speaker: "usgs", chain: ["reuters", "rare-earth-exchanges"] }),
  figureRow({ id: "rex-reuters.production", ...production, value: 2500 }),
  figureRow({ id: "russia-post.reserves", value: 30e6, speaker: "oleg-kazanov" }),
  figureRow({ id: "russia-post.production", ...production, value: 2400, speaker: "oleg-kazanov" })
];
const life = (id: string, source: string, value: number) =>
  derivedRow({
    id,
    inputs: [`${source}.reserves`, `${source}.production`],
    function: "stock-over-flow",
    unit: "yr",
    value
  });
const tablesWith = (survey = 1600) =>
  tablesOf({
    figures,
    derived: [
      life("derived.reserve-life-ministry", "russia-post", 12_500),
      life("derived.reserve-life-survey", "rex-reuters", survey)
    ]
  });
const rows = figure.select(tablesWith());

describe("reserve life", () => {
  it("holds both sums with their inputs, the shorter first", () => {
    expect(rows.map(({ evidence }) => evidence[0])).toEqual([
      "derived.reserve-life-survey",
      "derived.reserve-life-ministry",
      "rex-reuters.reserves",
      "rex-reuters.production",
      "russia-post.reserves",
      "russia-post.production"
    ]);
    expect(rows[0]?.evidence).toEqual([
      "derived.reserve-life-survey",
      "rex-reuters.reserves",
      "rex-reuters.production"
    ]);
  });
  it("says that it is arithmetic and names the inputs", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("The reserve would last 1,600 or 13,000\u00a0years, depending on who counts it");
    expect(words.notes[0]).toContain("not a forecast");
    expect(words.notes[1]).toContain(
      "4\u00a0million\u00a0tonnes (US Geological Survey) divided by 2,500\u00a0tonnes a year"
    );
  });
  it("stops where the counts come close, or a sum lacks an input", () => {
    expect(figure.doubts(figure.select(tablesWith(12_000)))).toHaveLength(1);
    expect(() => figure.words(rows.slice(0, 3))).toThrow('no production that goes into "derived.reserve-life-survey"');
    expect(() => figure.words(rows.slice(2))).toThrow("two spans of years");
    expect(() => figure.select(tablesOf({ figures }))).toThrow('"derived.reserve-life-survey"');
  });
  it("draws a bar a sum, with an equals sign that opens it", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(svg.querySelectorAll('rect[fill="var(--red)"]')).toHaveLength(2);
      expect(linksOf(svg)[0]).toEqual({
        href: "#e-derived-reserve-life-survey",
        name: "1,600\u00a0years: 4\u00a0million\u00a0t ÷ 2,500\u00a0t a year, this notebook’s arithmetic"
      });
      expect(textsOf(svg).join()).toContain("13,000");
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("shows each row in its own unit in the table", () => {
    expect(rows.slice(0, 4).map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "1,600\u00a0years",
      "13,000\u00a0years",
      "4\u00a0million\u00a0tonnes",
      "2,500\u00a0tonnes"
    ]);
  });
});
