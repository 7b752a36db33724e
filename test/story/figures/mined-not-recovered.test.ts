import { describe, expect, it } from "vitest";
import { minedNotRecovered as figure } from "../../../src/figures/mined-not-recovered.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const cells = (series: string, values: Record<string, number>) =>
  Object.entries(values).map(([period, value]) =>
    figureRow({
      id: `state-report-2021.${series}.x.${period}`,
      series: `state-report-2021.${series}`,
      unit: "t/yr",
      metric_label: series,
      period,
      value
    })
  );
const lifted = cells("contained-in-ore", { 2021: 100_000, 2020: 90_000 });
const loparite = cells("contained-in-loparite-ore", { 2020: 2600, 2021: 2500 });
const products = cells("solikamsk-products", { 2020: 2620, 2021: 2330 });
const part = (value: number) => derivedRow({ id: "derived.loparite-part", inputs: [], value, unit: "%" });
const select = (share = 2.5, figures = [...lifted, ...loparite, ...products]) =>
  figure.select(tablesOf({ figures, derived: [part(share)] }));
const rows = select();

describe("what is mined and not recovered", () => {
  it("goes from the mine to the product, and says what part is used", () => {
    expect(rows.map(({ step }) => step)).toEqual([
      "lifted",
      "lifted",
      "loparite",
      "loparite",
      "products",
      "products",
      "part"
    ]);
    const words = figure.words(rows);
    expect(words.title).toContain("2.5% lie in the one ore that is worked for them");
    expect(words.description).toMatch(/^In 2021 all ore mined in Russia held 100\sthousand\stonnes/);
  });
  it("doubts its title once most of it is used", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, select(60))).toHaveLength(1);
  });
  it("needs each step", () => {
    expect(() => figure.words(select(2, [...lifted, ...products]))).toThrow("contained-in-loparite-ore");
  });
  it("draws bars on one scale from zero, years in order, the last with its value", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const bars = [...svg.querySelectorAll("rect")].map((bar) => Number(bar.getAttribute("width")));
      expect((bars[0] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(0.9, 2);
      expect((bars[3] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(0.025, 2);
      expect(textsOf(svg)).toEqual(expect.arrayContaining(["2020", "2021", "100", "2.5", "2.33"]));
      expect(linksOf(svg)).toHaveLength(6);
      const detail = "apatite first of all; recovered from loparite only";
      expect(textsOf(svg).includes(detail)).toBe(size === "sm");
      expect(textsOf(svg).join(" ")).toContain(detail);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
});
