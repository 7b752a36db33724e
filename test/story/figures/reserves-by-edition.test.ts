import { describe, expect, it } from "vitest";
import { reservesByEdition as figure } from "../../../src/figures/reserves-by-edition.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";
import { testedTables } from "../../real-ledger.ts";

const tables = testedTables();
const rows = figure.select(tables);
const of = (place: string) => rows.filter((row) => row.place === place);
/** The rows with the count of one place in one edition replaced. */
const withCount = (place: string, year: number, value: number) =>
  rows.map((row) => (row.place === place && row.year === year ? { ...row, value, low: value, high: value } : row));

describe("reserves by edition", () => {
  it("has one count an edition and place, in order, with the one that no table has", () => {
    for (const place of ["russia", "vietnam", "brazil", "world"]) {
      const years = of(place).map(({ year }) => year);
      expect(years).toEqual([...new Set(years)].sort());
      expect(years.length).toBeGreaterThan(2);
    }
    expect(of("russia")[0]).toMatchObject({ year: 2019, relayed: true });
  });
  it("names the first and the last total of the world, and which editions were not read", () => {
    const words = figure.words(rows);
    const [first, last] = [of("world")[0], of("world").at(-1)];
    expect(words.title).toContain(`${(first?.value ?? 0) / 1e6} to over ${(last?.low ?? 0) / 1e6}`);
    expect(words.notes[0]).toContain("those of 2019 and 2023 are known from pages that cite them");
  });
  it("doubts its title where the world’s total rises, Russia is cut alone, or its count only fell", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, withCount("world", 2026, 500e6))).toEqual([expect.stringContaining("world total")]);
    const alone = rows.filter(({ place, year }) => (place !== "vietnam" && place !== "brazil") || year === 2024);
    expect(whysOf(figure, alone)).toEqual([expect.stringContaining("only country")]);
    expect(whysOf(figure, withCount("russia", 2019, 30e6))).toEqual([expect.stringContaining("rise before")]);
    expect(whysOf(figure, withCount("russia", 2026, 30e6))).toEqual([expect.stringContaining("no lower")]);
  });
  it("draws a bar a count, as tall as it is large, each a link", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg)).toHaveLength(rows.length);
      const tall = (place: string) =>
        of(place).map(({ evidence }) => {
          const link = svg.querySelector(`a[href="#e-${evidence[0]?.replaceAll(".", "-")}"] rect`);
          return Number(link?.getAttribute("height"));
        });
      const [before = 0, ...later] = tall("russia");
      const [first = 1, ...counts] = of("russia").map(({ value }) => value ?? 0);
      expect(later.map((height) => height / before)).toEqual(counts.map((count) => expect.closeTo(count / first, 1)));
      expect(textsOf(svg)).toEqual(expect.arrayContaining(["World, own scale", "2019", "’26"]));
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("gives the edition of each number in the table", () => {
    const edition = figure.columns.find(({ label }) => label === "Edition");
    expect(of("russia").map((row) => edition?.text(row))).toEqual(of("russia").map(({ year }) => String(year)));
  });
});
