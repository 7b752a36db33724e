import { describe, expect, it } from "vitest";
import { usCompounds as figure } from "../../src/figures/us-compounds.ts";
import type { QuantityRow } from "../../src/notebook/tables/figures.ts";
import { canvas, linksOf, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "./tables-fixture.ts";

const cell = (edition: number, period: string, value: number, rest: Partial<QuantityRow> = {}) =>
  figureRow({
    id: `usgs-mcs-${edition}.compounds.${period}.${rest.basis ?? ""}`,
    publisher: "usgs",
    edition: `Mineral Commodity Summaries ${edition}`,
    subject: "united-states",
    metric: "production-of-compounds",
    basis: "compounds-and-metals",
    marks: ["estimated"],
    form: "oxide",
    unit: "t/yr",
    paragraph: null,
    reading: "original",
    period,
    value,
    ...rest
  });
const expert = figureRow({
  id: "izvestia.us-production-oxides",
  subject: "united-states",
  metric: "production-of-oxides",
  unit: "t/yr",
  speaker: "leonid-khazanov",
  comparator: "~",
  period: "2021",
  value: 2000
});
const first = cell(2021, "2020", 1800, { current: false });
const revised = cell(2022, "2020", 6000);
const wider = cell(2021, "2020", 9000, { basis: "all-compounds" });
const next = cell(2022, "2021", 7000);
const other = cell(2022, "2019", 100);
const multiple = derivedRow({
  id: "derived.us-compounds-against-expert",
  inputs: [revised.id, expert.id],
  value: 3,
  comparator: "~"
});
const select = (figures = [expert, first, revised, wider, next, other]) =>
  figure.select(tablesOf({ figures, derived: [multiple] }));
const rows = select();

describe("US compounds", () => {
  it("holds the expert against both editions, and says what is not drawn", () => {
    expect(rows.map(({ part }) => part)).toEqual(["expert", "revised", "multiple", "first", "wider", "next"]);
    const words = figure.words(rows);
    expect(words.title).toBe("The expert’s 2 lies near the first USGS estimate, not the revised one");
    expect(words.subtitle).toContain("United States, 2020: rare-earth compounds and metals");
    expect(words.notes).toEqual([
      expect.stringMatching(/somewhat wider than oxides; it is an estimate.*2020 is the last full year before it/),
      "The grey mark is superseded and no end of the bracket.",
      expect.stringContaining("in the 2021 edition gives 9\u00a0kt for all compounds"),
      "For 2021 the survey’s 2022 edition has 7\u00a0kt, an estimate."
    ]);
    expect(words.description).toContain("about 3 times the expert’s number");
  });
  it("doubts nothing on its own rows", () => {
    expect(figure.doubts(select([expert, first, revised]))).toEqual([]);
  });
  it.each([
    ["the first estimate is far off", [expert, { ...first, value: 900 }, revised]],
    ["the revised one is near", [expert, first, { ...revised, value: 2100 }]],
    ["the number is nobody’s expert opinion", [{ ...expert, speaker_kind: "official" }, first, revised]]
  ])("doubts its title where %s", (_, figures) => {
    expect(figure.doubts(select(figures))).toHaveLength(1);
  });
  it.each([
    ["an edition does not estimate", [expert, first, { ...revised, marks: [] }]],
    ["the article is of another year", [{ ...expert, period: "2025" }, first, revised]]
  ])("stops where %s", (_, figures) => {
    expect(() => figure.words(select(figures))).toThrow("no longer bear out");
  });
  it("stops without a superseded edition", () => {
    expect(() => figure.words(select([expert, revised]))).toThrow('figure "us-compounds" got no row for "first"');
  });
  it("draws two lanes, the trail of the revision, and a dashed bracket between unlike numbers", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg).map(({ href }) => href)).toEqual(
        expect.arrayContaining([expert, first, revised, multiple].map(({ id }) => `#e-${id.replaceAll(".", "-")}`))
      );
      expect(linksOf(svg)).toHaveLength(4);
      const texts = textsOf(svg).join(" ");
      expect(texts).toContain("about ×3");
      expect(texts).toContain("1.8 in the 2021 edition");
      expect(texts).toContain("2022 edition, revised");
      expect(svg.querySelector('path[stroke-dasharray="3 3"]')).not.toBeNull();
      expect(svg.querySelector('path[stroke-dasharray="1.5 3.5"]')).not.toBeNull();
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("holds every number in the table, the multiple without a unit", () => {
    const cells = rows.map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row));
    expect(cells.slice(0, 3)).toEqual(["about 2\u00a0thousand\u00a0tonnes", "6\u00a0thousand\u00a0tonnes", "about 3"]);
  });
});
