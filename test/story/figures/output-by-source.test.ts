import { describe, expect, it } from "vitest";
import { outputBySource as figure } from "../../../src/figures/output-by-source.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const production = { metric: "production", unit: "t/yr" };
const own = figureRow({ id: "rex-reuters.production", ...production, value: 2700 });
const kazanov = figureRow({ id: "russia-post.production", ...production, value: 2500, speaker: "oleg-kazanov" });
const aim = figureRow({ id: "rex-reuters.aim", ...production, value: 9000, status: "target" });
const hope = figureRow({ id: "northern.hope", ...production, value: 7500, status: "forecast" });
const mined = (year: number, edition: number, value: number, current = true) =>
  figureRow({
    id: `usgs-${edition}.${year}`,
    ...production,
    basis: "mine-production",
    form: "oxide",
    speaker: "usgs",
    series: `usgs-${edition}.mine-production`,
    edition: `Mineral Commodity Summaries ${edition}`,
    reading: "original",
    period: String(year),
    value,
    current
  });
const releases = [
  mined(2023, 2024, 2600),
  mined(2022, 2024, 2400),
  mined(2024, 2025, 2500, false),
  mined(2025, 2026, 2600)
];
const loparite = figureRow({
  id: "state-report.loparite",
  metric: "contained-in-ore",
  basis: "loparite-ore",
  unit: "t/yr",
  form: "trioxide",
  subject: "lovozero",
  speaker: "rosnedra",
  series: "state-report.loparite",
  edition: "State Report",
  reading: "original",
  period: "2021",
  value: 2500
});
const select = (figures = [own, kazanov, aim, hope, loparite, ...releases]) => figure.select(tablesOf({ figures }));
const rows = select();

describe("output by source", () => {
  it("takes what publications say, no aims, and each release for its newest year, earliest year first", () => {
    expect(rows.map(({ evidence }) => evidence[0])).toEqual([
      kazanov.id,
      own.id,
      loparite.id,
      "usgs-2024.2023",
      "usgs-2025.2024",
      "usgs-2026.2025"
    ]);
  });
  it("states the range of all, and of publications and releases apart", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("Whoever counts, Russia produces 2,500 to 2,700\u00a0tonnes a year");
    expect(words.subtitle).toContain("without saying whether oxide or metal");
    expect(words.description).toMatch(
      /^Two publications .* 2,500 or 2,700 tonnes a year; four official .* 2,500 to 2,600/
    );
    expect(whysOf(figure, rows)).toEqual([]);
  });
  it("leaves out the form where a publication states it", () => {
    expect(figure.words(select([{ ...kazanov, form: "oxide" }, loparite])).subtitle).not.toContain("without saying");
  });
  it("doubts its title where output comes to depend on who counts, and stops where a side is gone", () => {
    const much = figureRow({ id: "izvestia.much", ...production, value: 9000 });
    expect(whysOf(figure, select([own, much, loparite]))).toEqual([expect.stringContaining("more than a tenth apart")]);
    expect(() => figure.words(select([own]))).toThrow("no official count");
    expect(() => figure.words(select([loparite]))).toThrow("no tonnage of Russian output");
  });
  it("names edition and year of a release, and marks a superseded one by a grey square", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const texts = textsOf(svg).join(" | ");
      expect(texts).toContain("2025 edition, for 2024");
      expect(texts).toContain("State Report, for 2021");
      expect(texts).toContain("its own statement, March\u00a02025 (inferred)");
      expect(linksOf(svg)).toHaveLength(6);
      expect(linksOf(svg)[5]?.name).toBe("2,600\u00a0tonnes a year, US Geological Survey, 2026 edition, for 2025");
      expect(svg.querySelectorAll('a path[fill="var(--ink3)"], a[fill="var(--ink3)"] path').length).toBeGreaterThan(0);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
});
