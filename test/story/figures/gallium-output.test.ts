import { describe, expect, it } from "vitest";
import { galliumOutput as figure } from "../../../src/figures/gallium-output.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const gallium = { material: "gallium", unit: "t/yr" };
const plant = { ...gallium, subject: "pikalevo", subject_name: "Pikalevo plant" };
const surveyed = { ...gallium, speaker: "usgs", period: "2025", edition: "Mineral Commodity Summaries 2026" };
const made = figureRow({
  id: "rex-kommersant.gallium-output",
  ...plant,
  metric: "production",
  value: 8,
  comparator: "~"
});
const possible = figureRow({
  id: "rex-kommersant.gallium-possible",
  ...plant,
  metric: "capacity",
  value: 40,
  speaker: "rusal",
  chain: ["kommersant", "rare-earth-exchanges"],
  condition: "only if somebody buys it"
});
const output = figureRow({
  id: "usgs-mcs-2026.gallium-production.russia.2025",
  ...surveyed,
  metric: "production",
  value: 5
});
const capacity = figureRow({
  id: "usgs-mcs-2026.gallium-capacity.russia.2025",
  ...surveyed,
  metric: "capacity",
  value: 10
});
const multiple = derivedRow({
  id: "derived.gallium-possible-against-capacity",
  inputs: [possible.id, capacity.id],
  value: 4
});
const all = [made, possible, output, capacity];
const select = (figures = all) => figure.select(tablesOf({ figures, derived: [multiple] }));
const replaced = (change: (typeof all)[number]) => select(all.map((row) => (row.id === change.id ? change : row)));
const rows = select();

describe("gallium output", () => {
  it("says how far the larger number is from what the survey thinks possible, and keeps its condition", () => {
    const words = figure.words(rows);
    expect(words.title).toBe(
      "The 40\u00a0tonnes said to be possible are four times what the US survey thinks that Russia could make"
    );
    expect(words.subtitle).toContain("Pikalevo plant");
    expect(words.notes.join(" ")).toMatch(/only if somebody buys it; no date is named/);
    expect(figure.words(replaced({ ...possible, period: "2030" })).notes[0]).toContain(", for 2030");
    expect(whysOf(figure, rows)).toEqual([]);
  });
  it("doubts its title without condition, distance, rise or one plant, and stops without a figure", () => {
    expect(whysOf(figure, replaced({ ...possible, condition: null }))).toHaveLength(1);
    expect(whysOf(figure, replaced({ ...capacity, value: 30 }))).toEqual([
      expect.stringContaining("twice the survey’s capacity")
    ]);
    expect(whysOf(figure, replaced({ ...made, value: 50 }))).toEqual([
      expect.stringContaining("no more than what is made")
    ]);
    expect(whysOf(figure, replaced({ ...output, value: 15 }))).toEqual([expect.stringContaining("more than it could")]);
    expect(whysOf(figure, replaced({ ...possible, subject_name: "elsewhere" }))).toEqual([
      "the figures are of two plants"
    ]);
    expect(() => select([made, possible, output])).toThrow(
      'needs the figure "usgs-mcs@latest.gallium-capacity.russia.latest"'
    );
  });
  it("draws a lane a number, and a dashed bracket between the two that say what could be made", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-usgs-mcs-2026-gallium-production-russia-2025",
        "#e-rex-kommersant-gallium-output",
        "#e-usgs-mcs-2026-gallium-capacity-russia-2025",
        "#e-rex-kommersant-gallium-possible",
        "#e-derived-gallium-possible-against-capacity"
      ]);
      expect(textsOf(svg)).toContain("×4");
      expect(svg.querySelectorAll('path[stroke-dasharray="3 3"]')).toHaveLength(1);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("has units in the table", () => {
    expect(rows.map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "5\u00a0tonnes",
      "about 8\u00a0tonnes",
      "10\u00a0tonnes",
      "40\u00a0tonnes",
      "4"
    ]);
  });
});
