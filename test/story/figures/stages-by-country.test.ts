import { describe, expect, it } from "vitest";
import { stagesByCountry as figure } from "../../../src/figures/stages-by-country.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";
import { realNotebook } from "../../real-ledger.ts";

const { tables } = realNotebook();
const rows = figure.select(tables);

describe("three countries at four stages", () => {
  it("has what the ledger has of each country, with its own numbers", () => {
    expect(rows.map(({ stage, country }) => `${stage} ${country}`)).toEqual([
      "Mine Russia",
      "Mine United States",
      "Mine China",
      "Compounds Russia",
      "Compounds United States",
      "Compounds China",
      "Magnet China"
    ]);
    for (const { evidence, amount, share } of rows) {
      const row = tables.figures.rows.find(({ id }) => id === evidence[0]);
      expect(amount.replace(/[^\d.]/g, ""), row?.id).toBe(String(row?.value));
      const derived = tables.derived.rows.find(({ id }) => id === evidence[1]);
      expect(share, row?.id).toBe(row?.unit === "%" ? row.value : (derived?.value ?? null));
    }
  });
  it("names every figure, and the stage without one, to those who do not see it", () => {
    const { description } = figure.words(rows);
    for (const { country, amount } of rows) expect(description).toContain(`${country} ${amount}`);
    expect(description).toContain("Metal: no figure");
  });
  it("doubts its title once metal has a figure, another country's magnets, or a mine none", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    const [mine] = rows.slice(0, 1);
    if (!mine) throw new Error("no row");
    expect(whysOf(figure, [...rows, { ...mine, stage: "Metal" }])).toEqual(["there is a figure for metal"]);
    expect(whysOf(figure, [...rows, { ...mine, stage: "Magnet" }])).toEqual([
      "magnets have figures of other countries than China"
    ]);
    expect(whysOf(figure, rows.slice(1))).toEqual(["a country’s mines have no figure"]);
  });
  it("draws each figure once, a frame where a share is known, and says where there is none", () => {
    const shares = rows.filter(({ share }) => share !== null).length;
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg)).toHaveLength(rows.length);
      expect(textsOf(svg).filter((text) => text.endsWith("no figure"))).toHaveLength(12 - rows.length);
      const rects = [...svg.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("width")));
      expect(rects).toHaveLength(2 * shares);
      expect(Math.min(...rects)).toBeGreaterThan(1);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
});
