import { describe, expect, it } from "vitest";
import { century as figure } from "../../../src/figures/century.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";
import { testedTables } from "../../real-ledger.ts";

const rows = figure.select(testedTables());
const of = (part: (typeof rows)[number]["part"]) => rows.filter((row) => row.part === part);
const changed = (part: string, year: number, value: number) =>
  rows.map((row) => (row.part === part && row.year === year ? { ...row, value } : row));

describe("the century", () => {
  it("takes each year once, the long series first, and only mine output", () => {
    for (const part of ["world", "america"] as const) {
      const years = of(part).map(({ year }) => year);
      expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
      const editions = [...new Set(of(part).map(({ edition }) => edition))];
      expect(editions.length).toBeGreaterThan(2);
    }
    expect(of("china")).toHaveLength(1);
    expect(
      rows.filter(({ part }) => part !== "mine" && part !== "lead").every(({ metric }) => metric === "production")
    ).toBe(true);
  });
  it("finds the years of America’s lead in the rows", () => {
    const total = new Map(of("world").map(({ year, value }) => [year, value ?? 0]));
    const ahead = of("america").filter(({ year, value }) => 2 * (value ?? 0) > (total.get(year) ?? 0));
    const [from, to] = [1966, 1984];
    expect(ahead.filter(({ year }) => year >= from && year <= to)).toHaveLength(to - from + 1);
    expect(figure.words(rows).title).toMatch(new RegExp(`^From ${from} to ${to} America mined more than half`));
  });
  it("doubts its title where the lead is another, the last part is no simple one, or the idle mine yields", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, changed("america", 1985, 43_000))).toEqual([expect.stringContaining("share on record")]);
    expect(whysOf(figure, changed("america", 2025, 1000))).toEqual([expect.stringContaining("no simple one")]);
    expect(whysOf(figure, changed("america", 2016, 10))).toEqual([expect.stringContaining("stood still")]);
    const spread = rows.filter(({ part, year }) => part !== "america" || year % 2 === 0);
    expect(whysOf(figure, spread)).toContain("the years of the lead are not in a row");
    expect(() => figure.words(rows.filter(({ part }) => part !== "mine"))).toThrow("no record of the mine’s stop");
  });
  it("joins no two editions, and opens the ends, the lead and what happened to the mine", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const runs = new Set(of("world").map(({ edition }) => edition)).size;
      expect(svg.querySelectorAll('path[stroke="var(--ink3)"], [stroke="var(--ink3)"] path').length).toBe(runs);
      const hrefs = linksOf(svg).map(({ href }) => href);
      for (const row of [...of("mine"), ...of("lead"), ...of("china"), ...of("america").slice(-1)])
        expect(hrefs).toContain(`#e-${row.evidence[0]?.replaceAll(".", "-")}`);
      expect(textsOf(svg)).toEqual(
        expect.arrayContaining(["2015: Mountain Pass stops", "2018: Mountain Pass restarts"])
      );
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("gives each number its year in the table", () => {
    const period = figure.columns.find(({ label }) => label === "Period");
    expect(
      of("world")
        .slice(0, 2)
        .map((row) => period?.text(row))
    ).toEqual(["1900", "1901"]);
  });
});
