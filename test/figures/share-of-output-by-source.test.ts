import { describe, expect, it } from "vitest";
import { shareOfOutputBySource as figure } from "../../src/figures/share-of-output-by-source.ts";
import { canvas, linksOf, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "./tables-fixture.ts";

const share = { metric: "share-of-output", unit: "%", low: null, value: null, high: 1 };
const said = [
  figureRow({ id: "izvestia.share", ...share, comparator: "<=" }),
  figureRow({ id: "rex-kommersant.share", ...share, comparator: "<" }),
  figureRow({ id: "rex-reuters.share", ...share, low: 1, value: 1 })
];
const aim = figureRow({ id: "rex-reuters.aim", ...share, low: 12, value: 12, high: 12, status: "target" });
const mined = (id: string, period: string) =>
  figureRow({ id, period, metric: "production", unit: "t/yr", value: 2600, reading: "original", series: "usgs.mined" });
const outputs = [mined("usgs.2020", "2020"), mined("usgs.2025", "2025")];
const ofWorld = (id: string, input: string, value: number) =>
  derivedRow({ id, inputs: [input, "usgs.world"], value, unit: "%", function: "share-of-whole" });
const select = (now = 0.67, past = 1.04, figures = [...said, aim, ...outputs]) =>
  figure.select(
    tablesOf({
      figures,
      derived: [
        ofWorld("derived.survey-output-share-russia-2020", "usgs.2020", past),
        ofWorld("derived.survey-output-share-russia", "usgs.2025", now)
      ]
    })
  );
const rows = select();

describe("share of output by source", () => {
  it("takes shares, not aims, and two years of the survey", () => {
    expect(rows.map(({ evidence }) => evidence[0])).toEqual([
      ...said.map(({ id }) => id),
      "derived.survey-output-share-russia-2020",
      "derived.survey-output-share-russia"
    ]);
    expect(rows.at(-1)?.period).toBe("2025");
    const period = figure.columns.find(({ label }) => label === "Period");
    expect(rows.slice(-2).map((row) => period?.text(row))).toEqual(["2020", "2025"]);
  });
  it("says what the share is, and when the publications’ was true", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("Russia’s share of world output is 0.67%; the 1% of the publications was true of 2020");
    expect(words.description).toMatch(
      /^Three statements .* up to 1%, less than 1% and 1%.* 1% in 2020 and 0.67% in 2025/
    );
    expect(figure.doubts(rows)).toEqual([]);
  });
  it("doubts its title where today’s share is no longer smaller, or the earlier one was another", () => {
    expect(figure.doubts(select(1.2))).toEqual([expect.stringContaining("no longer below")]);
    expect(figure.doubts(select(0.67, 1.6))).toEqual([expect.stringContaining("no longer rounds")]);
    expect(() => figure.words(select(0.67, 1.04, outputs))).toThrow("no share of world output");
  });
  it("keeps comparators as arrows, and marks what is arithmetic", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const texts = textsOf(svg).join(" | ");
      expect(texts).toContain("less than 1%");
      expect(texts).toContain("arithmetic, for 2025");
      expect(linksOf(svg)).toHaveLength(5);
      expect(linksOf(svg)[0]?.name).toBe("up to 1% of the world’s output, Izvestia, its own statement");
      expect(svg.querySelectorAll('[fill="none"] path[d*="h-11"]')).toHaveLength(2);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
});
