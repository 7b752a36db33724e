import { describe, expect, it } from "vitest";
import { costsNamed as figure } from "../../src/figures/costs-named.ts";
import { canvas, linksOf, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "./tables-fixture.ts";

const none = { low: null, value: null, high: null } as const;
const rise = figureRow({
  id: "russia-post.cost-of-location",
  metric: "cost-increase",
  unit: "%",
  speaker: "arctida-authors",
  says: "Remote sites cost more."
});
const word = (id: string, printed: string, unit: string) =>
  figureRow({ id, ...none, printed, unit, metric: "investment", comparator: "unquantified" });
const figures = [
  { ...rise, low: 20, value: null, high: 50 },
  figureRow({
    id: "further-statements.investment-2020",
    metric: "investment",
    unit: "USD",
    value: 2e9,
    speaker: "rusal"
  }),
  word("rex-reuters.effort-money", "billions", "USD"),
  word("rex-reuters.effort-duration", "decades", "yr"),
  word("sputnik.china-research-spending", "huge", "USD"),
  figureRow({ id: "sputnik.china-years", metric: "duration", unit: "yr", value: 30, speaker: "peter-arkell" })
];
const rows = figure.select(tablesOf({ figures }));

describe("what is said of cost", () => {
  it("says by how much, and how many give no number", () => {
    const words = figure.words(rows);
    expect(words.title.replaceAll("\u2060", "")).toBe(
      "Far-off sites are said to raise the cost of a project by 20–50%"
    );
    expect(words.notes[1]).toBe("Three of the six statements give no number; their words are in quotation marks.");
    expect(words.description).toContain("Peter Arkell says 30\u00a0years");
  });
  it("doubts its bar once the rise is no interval", () => {
    expect(figure.doubts(rows)).toEqual([]);
    const plain = figure.select(
      tablesOf({ figures: [{ ...rise, value: 20, low: null, high: null }, ...figures.slice(1)] })
    );
    expect(figure.doubts(plain)).toHaveLength(1);
  });
  it("draws the rise on top of the same project elsewhere, the interval paler", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const [whole, more, span] = [...svg.querySelectorAll("rect")].map((bar) => Number(bar.getAttribute("width")) + 1);
      expect(Number(more) / Number(whole)).toBeCloseTo(0.2, 2);
      expect(Number(span) / Number(whole)).toBeCloseTo(0.3, 2);
      expect(textsOf(svg)).toEqual(expect.arrayContaining(["100", "120", "150"]));
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("gives every statement with its speaker, words in quotation marks", () => {
    const svg = figure.draw(rows, canvas("lg"));
    expect(linksOf(svg)).toHaveLength(6);
    expect(linksOf(svg)[2]?.name).toBe("“billions”, Rare Earth Exchanges, its own statement");
    const texts = textsOf(svg).join(" | ");
    expect(texts).toContain("2\u00a0billion\u00a0US\u00a0dollars");
    expect(texts).toContain("“huge”");
    expect(texts).toContain("Remote sites cost more.");
  });
});
