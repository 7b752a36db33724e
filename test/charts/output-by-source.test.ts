import { describe, expect, it } from "vitest";
import { outputBySource as chart } from "../../src/charts/output-by-source.ts";
import { canvas, linksOf, sizes, textsOf } from "./canvas.ts";
import { derivedRow, figureRow, tablesOf } from "./tables-fixture.ts";

const production = { metric: "production", unit: "t/yr" };
const share = { metric: "share-of-output", unit: "%", low: null, value: null, high: 1 };
const own = figureRow({ id: "rex-reuters.production", ...production, value: 2700 });
const kazanov = figureRow({ id: "russia-post.production", ...production, value: 2500, speaker: "oleg-kazanov" });
const shares = [
  figureRow({ id: "izvestia.share", ...share, comparator: "<=" }),
  figureRow({ id: "rex-kommersant.share", ...share, comparator: "<" }),
  figureRow({ id: "rex-reuters.share", ...share, low: 1, value: 1 })
];
const aim = figureRow({ id: "rex-reuters.aim", ...share, low: 12, value: 12, high: 12, status: "target" });
const whole = derivedRow({
  id: "derived.world-output-implied",
  inputs: [own.id, "rex-reuters.share"],
  value: 270_000,
  unit: "t/yr"
});
const select = (figures = [own, kazanov, ...shares, aim]) => chart.select(tablesOf({ figures, derived: [whole] }));
const rows = select();

describe("output by source", () => {
  it("takes tonnages and shares, not aims", () => {
    expect(rows.map(({ evidence }) => evidence[0])).toEqual([
      kazanov.id,
      own.id,
      ...shares.map(({ id }) => id),
      whole.id
    ]);
  });
  it("states range and ceiling", () => {
    const words = chart.words(rows);
    expect(words.title).toBe("Russia is said to produce 2,500 to 2,700\u00a0tonnes, at most 1% of world output");
    expect(words.notes[1]).toContain("270,000\u00a0tonnes");
    expect(words.description).toMatch(/^Two sources .* Three statements .* up to 1%, less than 1%, 1%/);
  });
  it("names one tonnage once, and the form where it is known", () => {
    const words = chart.words(select([{ ...kazanov, form: "oxide" }, ...shares]));
    expect(words.title).toContain("produce 2,500\u00a0tonnes,");
    expect(words.subtitle).not.toContain("not stated");
  });
  it("stops where output comes to depend on who counts, where a bound is open, or nothing is left", () => {
    const much = figureRow({ id: "izvestia.much", ...production, value: 9000 });
    expect(() => chart.words(select([own, much, ...shares]))).toThrow("hardly depends");
    const open = figureRow({ id: "izvestia.open", ...share, low: 1, high: null, comparator: ">" });
    expect(() => chart.words(select([own, open]))).toThrow("at most");
    expect(() => chart.words(select([own]))).toThrow("no share of world output");
  });
  it("draws two blocks with axes of their own, dates telling one outlet's statements apart", () => {
    for (const size of sizes) {
      const svg = chart.draw(rows, canvas(size));
      const texts = textsOf(svg).join(" | ");
      expect(texts).toContain("3,000\u00a0t");
      expect(texts).toContain("less than 1%");
      expect(texts).toContain("its own statement, March\u00a02025 (inferred)");
      expect(linksOf(svg)).toHaveLength(5);
      expect(linksOf(svg)[2]?.name).toBe("up to 1% of the world’s output, Izvestia, its own statement");
      expect(svg.querySelectorAll('[fill="none"] path[d*="h-11"]')).toHaveLength(2);
      expect(svg.getAttribute("height")).toBe(String(chart.height(size, rows)));
    }
  });
  it("keeps comparators in the table", () => {
    expect(rows.map((row) => chart.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "2,500\u00a0tonnes",
      "2,700\u00a0tonnes",
      "≤1%",
      "<1%",
      "1%",
      "270,000\u00a0tonnes"
    ]);
  });
});
