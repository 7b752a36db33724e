import { describe, expect, it } from "vitest";
import { reservesBySource as chart } from "../../src/charts/reserves-by-source.ts";
import { canvas, linksOf, sizes, textsOf } from "./canvas.ts";
import { derivedRow, figureRow, tablesOf } from "./tables-fixture.ts";

const usgs = figureRow({
  id: "rex-reuters.usgs",
  value: 4e6,
  speaker: "usgs",
  chain: ["reuters", "rare-earth-exchanges"],
  basis_label: "reserves as the survey counts them"
});
const kazanov = figureRow({ id: "russia-post.kazanov", value: 30e6, speaker: "oleg-kazanov" });
const ministry = figureRow({
  id: "izvestia.ministry",
  low: null,
  value: 31e6,
  high: 31e6,
  comparator: "nearly",
  speaker: "natural-resources-ministry"
});
const huge = figureRow({ id: "sputnik.huge", comparator: "unquantified", printed: "huge", speaker: "vladimir-putin" });
const others = [
  figureRow({ id: "izvestia.gallium", value: 1, material: "gallium" }),
  figureRow({ id: "izvestia.elsewhere", value: 1, subject: "china" })
];
const derived = [
  derivedRow({ id: "derived.reserve-ratio", inputs: [kazanov.id, usgs.id], value: 7.5 }),
  derivedRow({
    id: "derived.reserve-ratio-nearly",
    inputs: [ministry.id, usgs.id],
    low: null,
    value: 7.75,
    high: 7.75,
    comparator: "nearly"
  })
];
const tablesWith = (figures = [ministry, kazanov, usgs, huge, ...others]) => tablesOf({ figures, derived });
const rows = chart.select(tablesWith([ministry, kazanov, { ...usgs, low: 4.1e6, value: 4.1e6, high: 4.1e6 }, huge]));

describe("reserves by source", () => {
  it("takes Russian rare-earth reserves only, by value, silent ones and ratios last", () => {
    const all = chart.select(tablesWith());
    expect(all.map(({ evidence }) => evidence[0])).toEqual([
      usgs.id,
      kazanov.id,
      ministry.id,
      huge.id,
      "derived.reserve-ratio",
      "derived.reserve-ratio-nearly"
    ]);
  });
  it("states the finding in numbers of its rows", () => {
    const words = chart.words(rows);
    expect(words.title).toBe("Russian officials count a reserve seven and a half times the US survey’s");
    expect(words.subtitle).toContain("oxide or metal not stated");
    expect(words.notes.join(" ")).toContain("Vladimir Putin (“huge”)");
    expect(words.description).toMatch(/4\.1\u00a0million\u00a0tonnes.*30 to nearly 31\u00a0million/);
    expect(words.description.split(/\s/).length).toBeLessThan(60);
  });
  it("leaves out what does not hold", () => {
    const known = chart.words(
      rows
        .slice(0, 3)
        .concat(rows.slice(4))
        .map((row) => ({ ...row, form: "oxide" }))
    );
    expect(known.subtitle).not.toContain("not stated");
    expect(known.notes).toHaveLength(2);
  });
  it("stops where the counts no longer bear the title out", () => {
    const far = figureRow({ id: "izvestia.far", value: 20e6, speaker: "natural-resources-ministry" });
    expect(() => chart.words(chart.select(tablesWith([usgs, kazanov, far, ministry])))).toThrow("no longer bear out");
    const byExpert = figureRow({ id: "izvestia.kh", value: 30e6, speaker: "peter-arkell" });
    expect(() => chart.words(chart.select(tablesWith([usgs, byExpert, ministry])))).toThrow("no longer bear out");
    const higher = figureRow({ id: "izvestia.higher", value: 31.5e6, speaker: "natural-resources-ministry" });
    expect(() => chart.words(chart.select(tablesWith([usgs, higher])))).toThrow("ratio of the highest count");
    expect(() => chart.words(chart.select(tablesWith([usgs])))).toThrow("second count");
    expect(() => chart.select(tablesOf({ figures: [usgs] }))).toThrow('"derived.reserve-ratio"');
  });
  it("draws a lane a count, the comparator, and a dashed bracket with the ratio of the extremes", () => {
    for (const size of sizes) {
      const svg = chart.draw(rows, canvas(size));
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-rex-reuters-usgs",
        "#e-russia-post-kazanov",
        "#e-izvestia-ministry",
        "#e-derived-reserve-ratio-nearly"
      ]);
      expect(linksOf(svg)[1]?.name).toBe("30\u00a0million\u00a0tonnes, Oleg Kazanov, Rosnedra, in Russia.Post");
      expect(textsOf(svg)).toContain("nearly ×7.8");
      expect(textsOf(svg).join(" ")).toContain("nearly 31");
      expect(svg.querySelectorAll('path[stroke="var(--k-gov)"]')).toHaveLength(1);
      expect(svg.querySelectorAll('path[stroke-dasharray="3 3"]')).toHaveLength(1);
      expect(svg.getAttribute("height")).toBe(String(chart.height(size, rows)));
      expect(svg.outerHTML.length).toBeLessThan(12_000);
    }
  });
  it("holds every value and its unit in the table", () => {
    const figures = rows.map((row) => chart.columns.find(({ label }) => label === "Figure")?.text(row));
    expect(figures).toEqual([
      "4.1\u00a0million\u00a0tonnes",
      "30\u00a0million\u00a0tonnes",
      "nearly 31\u00a0million\u00a0tonnes",
      "not given",
      "7.5",
      "nearly 7.8"
    ]);
  });
});
