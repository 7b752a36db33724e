import { describe, expect, it } from "vitest";
import { ifBothWereDemand as figure, fractionWords } from "../../../src/figures/if-both-were-demand.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const expert = { subject: "united-states", unit: "t/yr", speaker: "leonid-khazanov", comparator: "~" as const };
const from = figureRow({ id: "izvestia.from", ...expert, metric: "production", value: 40_000 });
const to = figureRow({ id: "izvestia.to", ...expert, metric: "demand", value: 60_000, period: "2030" });
const horizon = figureRow({ id: "izvestia.horizon", metric: "horizon", unit: "yr", value: 5, printed: "In the next" });
const sum = { comparator: "~" as const, unit: "%" };
const increase = derivedRow({ id: "derived.us-increase", inputs: [from.id, to.id], value: 50, ...sum });
const growth = derivedRow({
  id: "derived.us-growth-per-year",
  inputs: [from.id, to.id, horizon.id],
  value: 8.447,
  ...sum
});
const select = (figures = [from, to, horizon], derived = [increase, growth]) =>
  figure.select(tablesOf({ figures, derived }));
const rows = select();

describe("if both were demand", () => {
  it("is conditional in title and subtitle", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("If both were demand, it would rise by about half in five years");
    expect(words.subtitle).toContain("the article’s 40 is production and its 60 demand");
    expect(words.notes[0]).toContain("about 8.4% a year");
    expect(words.description).toContain("only if both were demand");
  });
  it("starts as many years before the end as the article looks ahead", () => {
    expect(rows.filter(({ part }) => part === "from" || part === "to").map(({ year }) => year)).toEqual([2025, 2030]);
  });
  it("stops where the first is not production, or an input is missing", () => {
    expect(whysOf(figure, select([{ ...from, metric: "demand" }, to, horizon]))).toHaveLength(1);
    expect(() => select([from, to])).toThrow('needs the figure "izvestia.horizon"');
    expect(() => select([from, to], [increase, { ...growth, inputs: [from.id, to.id] }])).toThrow("three inputs");
  });
  it("joins the two by a dashed line, with its arithmetic as links", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg)).toEqual([
        { href: "#e-izvestia-from", name: expect.stringContaining("production") },
        { href: "#e-izvestia-to", name: expect.stringContaining("demand") },
        { href: "#e-derived-us-increase", name: "about half more, this notebook’s arithmetic" },
        { href: "#e-derived-us-growth-per-year", name: expect.stringContaining("about 8.4% a year") }
      ]);
      expect(svg.querySelectorAll('[stroke-dasharray="3 3"], [stroke-dasharray="3,3"]')).toHaveLength(1);
      expect(textsOf(svg)).toEqual(expect.arrayContaining(["= about half more", "which is production"]));
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("has its arithmetic in the table", () => {
    expect(rows.map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "about 40\u00a0thousand\u00a0tonnes",
      "about 60\u00a0thousand\u00a0tonnes",
      "5\u00a0years",
      "about 50%",
      "about 8.4%"
    ]);
  });
});

it("says plain fractions in words", () => {
  expect([200 / 3, 25, 67.2].map(fractionWords)).toEqual(["two thirds", "a quarter", "67%"]);
});
