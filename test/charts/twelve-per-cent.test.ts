import { describe, expect, it } from "vitest";
import { twelvePerCent as chart } from "../../src/charts/twelve-per-cent.ts";
import { canvas, linksOf, sizes, textsOf } from "./canvas.ts";
import { derivedRow, figureRow, tablesOf } from "./tables-fixture.ts";

const output = figureRow({ id: "rex-reuters.output", metric: "production", unit: "t/yr", value: 2000, period: "2025" });
const share = figureRow({ id: "rex-reuters.share", metric: "share-of-output", unit: "%", value: 2 });
const goal = figureRow({
  id: "rex-reuters.goal",
  metric: "share-of-output",
  unit: "%",
  value: 10,
  period: "2030",
  speaker: "russia",
  chain: ["reuters", "rare-earth-exchanges"]
});
const tonnes = { unit: "t/yr" };
const world = derivedRow({
  id: "derived.world-output-implied",
  inputs: [output.id, share.id],
  value: 100_000,
  ...tonnes
});
const needed = derivedRow({
  id: "derived.output-at-twelve-percent",
  inputs: [goal.id, output.id, share.id],
  value: 10_000,
  ...tonnes
});
const multiple = derivedRow({
  id: "derived.output-multiple-at-twelve-percent",
  inputs: [goal.id, share.id],
  value: 5
});
const select = (figures = [output, share, goal], derived = [world, needed, multiple]) =>
  chart.select(tablesOf({ figures, derived }));
const rows = select();

describe("twelve per cent", () => {
  it("says what the goal takes and what it supposes", () => {
    const words = chart.words(rows);
    expect(words.title).toBe("Ten per cent by 2030 would take five times today’s output");
    expect(words.notes[0]).toMatch(/not printed: 2,000.tonnes at 2% imply 100,000.tonnes.*held the same to 2030/);
    expect(words.notes[1]).toContain("No text describes a path");
    expect(words.description).toContain("would take 10,000\u00a0tonnes");
  });
  it("stops where the goal takes no more than today, or a record is missing", () => {
    expect(() => chart.words(select(undefined, [world, needed, { ...multiple, value: 0.5 }]))).toThrow(
      "no longer bear out"
    );
    expect(() => select([output, share])).toThrow('chart "twelve-per-cent" needs the figure "rex-reuters.goal"');
    expect(() => select(undefined, [world, { ...needed, inputs: [goal.id] }, multiple])).toThrow("three inputs");
    expect(() => select(undefined, [world, needed])).toThrow("derived.output-multiple-at-twelve-percent");
  });
  it("joins today and the goal by a dotted line; the tonnage is ours", () => {
    for (const size of sizes) {
      const svg = chart.draw(rows, canvas(size));
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-rex-reuters-output",
        "#e-rex-reuters-goal",
        "#e-derived-output-at-twelve-percent",
        "#e-derived-output-multiple-at-twelve-percent"
      ]);
      expect(linksOf(svg)[1]?.name).toBe("10% of world output, Russia, in Reuters, via Rare Earth Exchanges");
      expect(textsOf(svg)).toEqual(
        expect.arrayContaining(["10% of world output by 2030", "= 10\u00a0kt", "= 5 times today’s output"])
      );
      expect(svg.querySelectorAll('[stroke-dasharray="2 4"], [stroke-dasharray="2,4"]')).toHaveLength(1);
      expect(svg.getAttribute("height")).toBe(String(chart.height(size, rows)));
    }
  });
  it("shows shares in per cent, amounts in tonnes", () => {
    expect(rows.map((row) => chart.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "2,000\u00a0tonnes",
      "2%",
      "10%",
      "100,000\u00a0tonnes",
      "10,000\u00a0tonnes",
      "5"
    ]);
  });
});
