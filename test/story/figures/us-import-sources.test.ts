import { describe, expect, it } from "vitest";
import { usImportSources as figure } from "../../../src/figures/us-import-sources.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const part = (edition: number, subject: string, value: number) =>
  figureRow({
    id: `usgs-mcs-${edition}.sources.${subject}`,
    source: `usgs-mcs-${edition}`,
    edition: `Mineral Commodity Summaries ${edition}`,
    metric: "share-of-us-imports",
    metric_label: "share of US imports",
    basis: "compounds-and-metals",
    unit: "%",
    speaker: "usgs",
    subject,
    subject_name: subject === "other-countries" ? "Other countries" : subject,
    period: `${edition - 5}/${edition - 2}`,
    value
  });
const figures = [
  part(2025, "china", 55),
  part(2025, "japan", 45),
  part(2026, "other-countries", 20),
  part(2026, "japan", 10),
  part(2026, "china", 60),
  part(2026, "estonia", 10),
  figureRow({
    id: "usgs-mcs-2026.gallium.canada",
    metric: "share-of-us-imports",
    material: "gallium",
    value: 28,
    unit: "%"
  })
];
const select = (changed = figures) => figure.select(tablesOf({ figures: changed }));
const rows = select();

describe("US import sources", () => {
  it("has the newest edition first, the largest country first, what is counted together last", () => {
    expect(rows.map(({ evidence }) => evidence[0])).toEqual([
      "usgs-mcs-2026.sources.china",
      "usgs-mcs-2026.sources.japan",
      "usgs-mcs-2026.sources.estonia",
      "usgs-mcs-2026.sources.other-countries",
      "usgs-mcs-2025.sources.china",
      "usgs-mcs-2025.sources.japan"
    ]);
  });
  it("says who sells most, and what the edition before gave", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("china supplies 60% of the rare-earth compounds and metals that America imports");
    expect(words.description).toContain("japan 10, estonia 10 and other countries 20");
    expect(words.description).toContain("for 2020–2023, gave china 55%");
    expect(whysOf(figure, rows)).toEqual([]);
  });
  it("doubts its title where the parts do not add up, nobody sells most, or Russia is named", () => {
    const with2026 = (subject: string, value: number) =>
      select([...figures.filter(({ id }) => id !== `usgs-mcs-2026.sources.${subject}`), part(2026, subject, value)]);
    expect(whysOf(figure, with2026("japan", 20))).toEqual([expect.stringContaining("add up")]);
    const even = select([part(2026, "china", 50), part(2026, "japan", 50)]);
    expect(whysOf(figure, even)).toEqual([expect.stringContaining("more than half")]);
    expect(whysOf(figure, select([part(2026, "china", 60), part(2026, "russia", 40)]))).toEqual([
      "Russia is named among the sources"
    ]);
    expect(() => figure.words([])).toThrow("no country that America buys from");
  });
  it("draws a lane a country with its part before", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg)).toHaveLength(4);
      const texts = textsOf(svg).join(" ");
      for (const text of ["60%", "55% in 2020–2023", "not named in the edition before"]) expect(texts).toContain(text);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
});
