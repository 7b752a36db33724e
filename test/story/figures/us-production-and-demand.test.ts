import { describe, expect, it } from "vitest";
import { usProductionAndDemand as figure } from "../../../src/figures/us-production-and-demand.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const expert = { subject: "united-states", unit: "t/yr", speaker: "leonid-khazanov", comparator: "~" as const };
const production = figureRow({
  id: "izvestia.us-production",
  ...expert,
  metric: "production",
  value: 40_000,
  period: "2025",
  period_inferred: "the article is of 2025"
});
const oxides = figureRow({ id: "izvestia.us-production-oxides", ...expert, metric: "oxides", value: 2000 });
const demand = figureRow({
  id: "izvestia.us-demand-next-decade",
  ...expert,
  metric: "demand",
  value: 70_000,
  period: "2030"
});
const horizon = figureRow({
  id: "izvestia.us-demand-horizon",
  ...expert,
  comparator: "=",
  metric: "horizon",
  unit: "yr",
  value: 5,
  period: "2025/2030",
  printed: "In the next five years"
});
const cell = (
  source: string,
  metric: string,
  basis: string,
  year: number,
  value: number,
  rest: Partial<QuantityRow> = {}
) =>
  figureRow({
    id: `${source}.${metric}.${year}`,
    publisher: "usgs",
    edition: `Mineral Commodity Summaries ${source.slice(-4)}, version 9`,
    subject: "united-states",
    unit: "t/yr",
    form: "oxide",
    paragraph: null,
    reading: "original",
    period: String(year),
    metric,
    basis,
    value,
    ...rest
  });
const estimated = { marks: ["estimated"] };
const series = [
  cell("usgs-mcs-2025", "production", "mineral-concentrates", 2021, 30_000),
  cell("usgs-mcs-2025", "production", "mineral-concentrates", 2022, 99_000, { current: false }),
  cell("usgs-mcs-2026", "production", "mineral-concentrates", 2022, 35_000),
  cell("usgs-mcs-2026", "production", "mineral-concentrates", 2023, 50_000, estimated),
  cell("usgs-mcs-2026", "apparent-consumption", "compounds-and-metals", 2023, 9_000, estimated),
  cell("usgs-mcs-2026", "apparent-consumption", "compounds-and-metals", 2022, 8_000, estimated),
  cell("usgs-ds-140", "apparent-consumption", "compounds-and-metals", 2020, 7_000)
];
const select = (figures = [production, oxides, demand, horizon]) =>
  figure.select(tablesOf({ figures: [...figures, ...series] }));
const rows = select();

describe("US production and demand", () => {
  it("says that the two are unlike, and what the article does not give", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("40 is production and 70 is demand: two quantities, not one that grows");
    expect(words.notes).toEqual([
      expect.stringContaining("cannot be read from the article"),
      "About 2\u00a0thousand\u00a0tonnes made as oxides are a part of the 40, not an addition.",
      "The article names no year for the 40; it is drawn at 2025, the year of the article.",
      expect.stringContaining("not the demand that an expert may have in mind"),
      "The survey’s numbers: 2021 from the 2025 edition and 2022 to 2023 from the 2026 edition; no line joins two editions. Estimates: production 2023 and apparent-consumption 2022 to 2023."
    ]);
    expect(words.description).toContain("five years on");
    expect(
      figure.words(select([{ ...production, period_inferred: null }, oxides, demand, horizon])).notes
    ).toHaveLength(4);
  });
  it("doubts its title where the two are of one kind, and stops where one is missing", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, select([{ ...production, metric: "demand" }, oxides, demand, horizon]))).toEqual([
      expect.stringMatching(/^the first number is .*, not production$/)
    ]);
    expect(whysOf(figure, select([production, oxides, { ...demand, metric: "production" }, horizon]))).toEqual([
      expect.stringMatching(/^the second number is .*, not demand$/)
    ]);
    expect(() => select([production, oxides, horizon])).toThrow('needs the figure "izvestia.us-demand-next-decade"');
  });
  it("names one edition where there is only one, and stops where the survey has no series, doubts one that is not in oxide", () => {
    const [first, ...others] = series;
    const whole = (rest: QuantityRow[]) =>
      figure.select(tablesOf({ figures: [production, oxides, demand, horizon, ...rest] }));
    const drawn = figure.draw(whole(others), canvas("lg"));
    expect(textsOf(drawn)).not.toContain("2025 edition");
    expect(figure.words(whole(others.map((row) => ({ ...row, marks: [] })))).notes.at(-1)).toBe(
      "The survey’s numbers: 2022 to 2023 from the 2026 edition."
    );
    expect(() => figure.words(whole([]))).toThrow("has no survey’s series; the ledger no longer holds one");
    expect(figure.draw(whole([]), canvas("sm")).querySelectorAll("a")).toHaveLength(3);
    expect(whysOf(figure, whole([...others, { ...(first as QuantityRow), form: null }]))).toEqual([
      "a series is not given in oxide"
    ]);
  });
  it("has two panels, a sign of unlikeness, and no line from one mark to another", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const links = linksOf(svg).map(({ name }) => name);
      expect(links.slice(0, 5)).toEqual([
        "30\u00a0thousand\u00a0tonnes, US Geological Survey, 2025 edition, 2021",
        "35\u00a0thousand\u00a0tonnes, US Geological Survey, 2026 edition, 2022",
        "50\u00a0thousand\u00a0tonnes, US Geological Survey, 2026 edition, 2023",
        "8\u00a0thousand\u00a0tonnes, US Geological Survey, 2026 edition, 2022",
        "9\u00a0thousand\u00a0tonnes, US Geological Survey, 2026 edition, 2023"
      ]);
      expect(links.slice(5)).toEqual([
        "about 40\u00a0thousand\u00a0tonnes a year, Leonid Khazanov, in Izvestia, production",
        "about 2\u00a0thousand\u00a0tonnes a year, Leonid Khazanov, in Izvestia, oxides",
        "about 70\u00a0thousand\u00a0tonnes a year, Leonid Khazanov, in Izvestia, demand"
      ]);
      expect(textsOf(svg)).toEqual(
        expect.arrayContaining([
          "Production what comes out of the ground",
          "Demand what is used or wanted",
          "≠",
          "“in the next five years”",
          "about 40\u00a0kt",
          "about 70\u00a0kt"
        ])
      );
      const texts = textsOf(svg);
      expect(texts.join(" ")).toMatch(/The article gives no present ?demand/);
      expect(texts).toEqual(expect.arrayContaining(["50 in 2023, estimated", "2025 edition", "2026 edition"]));
      expect(texts.filter((text) => text === "2025 edition")).toHaveLength(1);
      const paths = [...svg.querySelectorAll("path")].filter((path) => !path.closest("a"));
      const runs = paths.filter(({ parentElement }) => parentElement?.getAttribute("stroke") === "var(--blue)");
      const strokes = runs.map((path) => path.getAttribute("d") ?? "");
      expect(strokes.map((d) => d.match(/[ML]/g)?.length ?? 0)).toEqual([1, 2, 2]);
      const [horizonLine, ...others] = paths.filter((path) => !runs.includes(path));
      const heights = new Set((horizonLine?.getAttribute("d") ?? "").match(/(?<=,)[\d.]+/g));
      expect([heights.size, others.length]).toEqual([1, 0]);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("stacks the panels on a phone and sets them side by side elsewhere", () => {
    const [phone, desk] = [figure.height("sm", rows), figure.height("lg", rows)];
    expect(phone).toBeGreaterThan(1.5 * desk);
  });
  it("keeps the horizon in the table", () => {
    const said = rows.filter(({ edition }) => edition === "");
    expect(said.map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "about 40\u00a0thousand\u00a0tonnes",
      "about 2\u00a0thousand\u00a0tonnes",
      "about 70\u00a0thousand\u00a0tonnes",
      "5\u00a0years"
    ]);
  });
});
