import { describe, expect, it } from "vitest";
import { usImportsFromRussia as figure } from "../../../src/figures/us-imports-from-russia.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const cell = (subject: string, year: number, value: number, rest: Partial<QuantityRow> = {}) =>
  figureRow({
    id: `usitc.weight.${subject}.${year}`,
    edition: "DataWeb, download of some day",
    metric: "us-imports-from",
    basis: "hts-2846",
    form: "product-weight",
    unit: "t/yr",
    reading: "original",
    paragraph: null,
    period: String(year),
    subject,
    value,
    ...rest
  });
const weights: Record<number, number> = { 2001: 12.3, 2000: 150, 2002: 1234.5, 2003: 30, 2004: 0.45, 2005: 77 };
const russia = Object.entries(weights).map(([year, value]) =>
  cell("russia", Number(year), value, { marks: year === "2005" ? ["download incomplete"] : [] })
);
const select = (cells = russia) => figure.select(tablesOf({ figures: [...cells, cell("china", 2001, 5)] }));
const rows = select();

describe("US imports from Russia", () => {
  it("takes Russia’s years in order, as far as the download is whole", () => {
    expect(rows.map(({ year }) => year)).toEqual([2000, 2001, 2002, 2003, 2004]);
  });
  it("names the peak and the last year", () => {
    const words = figure.words(rows);
    expect(words.title).toBe(
      "US imports of rare earths from Russia peaked at 1,235\u00a0tonnes in 2002; in 2004 they were 0.45\u00a0tonnes"
    );
    expect(words.subtitle).toMatch(/gross weight, 2000\u2060–\u20602004$/);
    expect(words.notes.join(" ")).toMatch(/must not be set against figures in oxide.*The line ends in 2004/);
    expect(words.description).toContain("It starts at 150\u00a0tonnes, peaks at 1,235\u00a0tonnes in 2002");
  });
  it("doubts its title where the peak is the last year, the last is not small, or weights are not gross", () => {
    const changed = (year: number, change: Partial<QuantityRow>) =>
      select(russia.map((row) => (row.period === String(year) ? { ...row, ...change } : row)));
    const notSmall = ["the last year is no longer less than a tenth of the peak"];
    expect(whysOf(figure, select(russia))).toEqual([]);
    expect(whysOf(figure, changed(2004, { value: 5000 }))).toEqual(notSmall);
    expect(whysOf(figure, changed(2004, { value: 200 }))).toEqual(notSmall);
    expect(whysOf(figure, changed(2001, { form: "oxide" }))).toEqual(["a year is not given in gross weight"]);
    expect(() => figure.words(select([]))).toThrow(
      'figure "us-imports-from-russia" has no year of imports from Russia'
    );
  });
  it("draws one line, and opens its peak and its end", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg)).toEqual([
        { href: "#e-usitc-weight-russia-2002", name: expect.stringContaining("1,234.5\u00a0tonnes") },
        { href: "#e-usitc-weight-russia-2004", name: expect.stringMatching(/download of some day, 2004$/) }
      ]);
      expect(textsOf(svg)).toEqual(
        expect.arrayContaining(["1,000\u00a0t", "1,235\u00a0t in 2002", "0.45\u00a0t in 2004", "2000"])
      );
      const [line, ...others] = [...svg.querySelectorAll("path")];
      expect(line?.getAttribute("d")?.match(/[ML]/g)).toHaveLength(rows.length);
      expect(others).toEqual([]);
      expect(svg.querySelector("a .ring")).not.toBeNull();
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("holds every year in the table", () => {
    const text = (label: string) =>
      rows.map((row) => figure.columns.find((column) => column.label === label)?.text(row));
    expect(text("Figure")[2]).toBe("1,234.5\u00a0tonnes");
    expect(text("Period")).toEqual(["2000", "2001", "2002", "2003", "2004"]);
  });
});
