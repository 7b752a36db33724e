import { describe, expect, it } from "vitest";
import { usByYear as figure } from "../../../src/figures/us-by-year.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const series = {
  mined: { metric: "production", basis: "mineral-concentrates" },
  exported: { metric: "exports", basis: "ores-and-compounds" },
  imported: { metric: "imports", basis: "compounds" },
  used: { metric: "apparent-consumption", basis: "compounds-and-metals" }
};
type Name = keyof typeof series;
const cell = (name: Name, edition: number, year: number, value: number, current = true) =>
  figureRow({
    id: `usgs-mcs-${edition}.${name}.${year}`,
    source: `usgs-mcs-${edition}`,
    publisher: "usgs",
    series: `usgs-mcs-${edition}.${name}`,
    edition: `Mineral Commodity Summaries ${edition}`,
    ...series[name],
    subject: "united-states",
    form: "oxide",
    unit: "t/yr",
    speaker: "usgs",
    reading: "original",
    period: String(year),
    value,
    current
  });
const of = (name: Name, values: readonly [number, number, number]) => [
  cell(name, 2025, 2023, values[0]),
  cell(name, 2025, 2024, values[0] + 5000, false),
  cell(name, 2026, 2024, values[1]),
  cell(name, 2026, 2025, values[2])
];
const figures = [
  ...of("mined", [40_000, 45_000, 51_000]),
  ...of("exported", [40_000, 38_000, 14_000]),
  ...of("imported", [8000, 9000, 21_000]),
  ...of("used", [7000, 9000, 27_000])
];
const reliance = figureRow({
  ...cell("used", 2026, 2025, 60),
  id: "usgs-mcs-2026.reliance.2025",
  metric: "net-import-reliance",
  unit: "%",
  value: 60
});
const select = (rows = figures) => figure.select(tablesOf({ figures: [...rows, reliance] }));
const rows = select();
const withLast = (name: Name, value: number) =>
  select(figures.map((row) => (row.id === `usgs-mcs-2026.${name}.2025` ? { ...row, value } : row)));

describe("US by year", () => {
  it("holds every edition’s number of the four series, panel by panel, and what net imports cover", () => {
    expect(rows).toHaveLength(17);
    expect([...new Set(rows.map(({ panel }) => panel))]).toEqual(["mined", "exported", "imported", "used", "reliance"]);
  });
  it("says what was mined and used in the last year, and that they cannot be summed", () => {
    const words = figure.words(rows);
    expect(words.title).toBe(
      "In 2025 America mined 51\u00a0thousand\u00a0tonnes and used 27; net imports covered 60% of what it used"
    );
    expect(words.notes[0]).toContain("cannot be rebuilt");
    expect(words.notes[1]).toContain("One year’s step is no trend.");
    const estimates = rows.map((row) => ({ ...row, estimated: true }));
    expect(figure.words(estimates).notes[1]).toContain(
      "The numbers for 2025 are estimates; one year’s step is no trend."
    );
    expect(words.description).toContain("exports of ores and compounds 14, imports of compounds 21");
    expect(whysOf(figure, rows)).toEqual([]);
  });
  it("doubts its title where America uses what it mines, or net imports cover little", () => {
    expect(whysOf(figure, withLast("mined", 20_000))).toEqual([expect.stringContaining("mines more")]);
    const covered = rows.map((row) => (row.panel === "reliance" ? { ...row, value: 40 } : row));
    expect(whysOf(figure, covered)).toEqual([expect.stringContaining("net imports no longer cover")]);
    const shorter = figures.filter(({ id }) => id !== "usgs-mcs-2026.imported.2025");
    expect(whysOf(figure, select(shorter))).toContain("the series no longer end in the same year");
    expect(() => figure.words(select(figures.slice(4)))).toThrow("no year of what is mined");
  });
  it("joins no two editions, and marks what an edition superseded", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(svg.querySelectorAll('path[fill="var(--ink3)"]')).toHaveLength(4);
      expect(linksOf(svg).map(({ href }) => href)).toContain("#e-usgs-mcs-2026-mined-2025");
      expect(textsOf(svg)).toEqual(
        expect.arrayContaining([
          "Mined, concentrates",
          "Apparent consumption, compounds and metals",
          "51",
          "27, 60% net imports"
        ])
      );
      expect(svg.querySelectorAll('[stroke="var(--blue)"] path, path[stroke="var(--blue)"]').length).toBe(8);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("gives each number its year in the table", () => {
    const period = figure.columns.find(({ label }) => label === "Period");
    expect(rows.slice(0, 2).map((row) => period?.text(row))).toEqual(["2023", "2024"]);
  });
});
