import { describe, expect, it } from "vitest";
import { twelvePerCent as figure } from "../../../src/figures/twelve-per-cent.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const mined = (id: string, period: string, value: number, rest: Parameters<typeof figureRow>[0] | object = {}) =>
  figureRow({
    id,
    period,
    value,
    metric: "production",
    basis: "mine-production",
    form: "oxide",
    unit: "t/yr",
    speaker: "usgs",
    series: "usgs.mine-production",
    edition: "Mineral Commodity Summaries 2025",
    published: "2025",
    ...rest
  });
const older = mined("usgs.2023", "2023", 1900);
const newer = mined("usgs.2023-again", "2023", 1800, {
  published: "2026",
  source: "usgs-mcs-2026",
  edition: "Mineral Commodity Summaries 2026"
});
const last = mined("usgs.2024", "2024", 2000, { marks: ["estimated"] });
const world = mined("usgs.world", "2024", 200_000, { subject: "world" });
const superseded = mined("usgs.old", "2022", 1, { current: false });
const goal = figureRow({
  id: "rex-reuters.goal",
  metric: "share-of-output",
  unit: "%",
  value: 10,
  period: "2030",
  speaker: "russia",
  chain: ["reuters", "rare-earth-exchanges"]
});
const plan = (id: string, value: number, period = "2030") =>
  figureRow({
    id,
    value,
    period,
    metric: "production",
    unit: "t/yr",
    status: "target",
    speaker: "rosnedra",
    chain: ["kommersant", "this-notebook"],
    reading: "second-hand",
    published: "2024-08"
  });
const fold = figureRow({
  id: "plans.fold",
  metric: "multiple",
  unit: "1",
  value: 4,
  period: "2030",
  status: "target",
  speaker: "rosnedra",
  chain: ["tass", "this-notebook"],
  reading: "second-hand",
  published: "2025-07-01"
});
const folded = derivedRow({
  id: "derived.plan-alikhanov-output",
  function: "amount-at-multiple",
  inputs: [fold.id, last.id],
  value: 8000,
  unit: "t/yr"
});
const [more, less] = [plan("plans.more", 6000), plan("plans.less", 3000)];
const needed = derivedRow({
  id: "derived.survey-output-at-twelve-percent",
  inputs: [goal.id, world.id],
  value: 20_000,
  unit: "t/yr"
});
const multiple = derivedRow({
  id: "derived.survey-multiple-at-twelve-percent",
  inputs: [goal.id, world.id, last.id],
  value: 10
});
const times = (id: string, input: string, value: number) => derivedRow({ id, inputs: [input, last.id], value });
const derived = [
  needed,
  multiple,
  folded,
  times("derived.plan-ministry-multiple", more.id, 3),
  times("derived.plan-fedorov-multiple", less.id, 1.5)
];
const all = [older, newer, last, world, superseded, goal, more, less, fold];
const select = (figures = all) => figure.select(tablesOf({ figures, derived }));
const rows = select();

describe("twelve per cent", () => {
  it("takes each year from the newest release that has it", () => {
    const output = rows.filter(({ part }) => part === "output");
    expect(output.map(({ evidence, year }) => [evidence[0], year])).toEqual([
      [newer.id, 2023],
      [last.id, 2024]
    ]);
  });
  it("says what the share takes, what the plans take, and what is arithmetic", () => {
    const words = figure.words(rows);
    expect(words.title).toBe(
      "10% of world output would take 10 times what Russia mines; other plans are for 4, 3 and 1.5 times"
    );
    expect(words.notes[0]).toContain("with the survey’s output of 2024");
    expect(words.notes[1]).toContain("2023 from the 2026 edition; 2024 from the 2025 edition. Estimates: 2024.");
    expect(words.description).toContain(
      "8,000\u00a0tonnes (4 times), 6,000\u00a0tonnes (3 times) and 3,000\u00a0tonnes (1.5 times)"
    );
    expect(whysOf(figure, rows)).toEqual([]);
  });
  it.each([
    ["a plan reaches the share", plan("plans.more", 30_000), "reaches the share"],
    ["a plan is for less than today", plan("plans.more", 1000), "no more than the last output"],
    ["a plan is for another year", plan("plans.more", 6000, "2035"), "another year"]
  ])("doubts its title where %s", (_, other, doubt) => {
    const doubts = whysOf(figure, select([...all.filter(({ id }) => id !== other.id), other]));
    expect(doubts).toEqual([expect.stringContaining(doubt)]);
  });
  it("stops where a record is missing", () => {
    expect(() => select(all.filter(({ id }) => id !== goal.id))).toThrow('needs the figure "rex-reuters.goal"');
    expect(() => figure.words(select([world, goal, more, less, fold]))).toThrow("no year of Russian output");
  });
  it("joins the last output to each goal by a dotted line, and opens each goal and its sum", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(svg.querySelectorAll('[stroke-dasharray="2 4"], [stroke-dasharray="2,4"]')).toHaveLength(4);
      const hrefs = linksOf(svg).map(({ href }) => href);
      for (const { id } of [newer, last, goal, more, less, ...derived])
        expect(hrefs).toContain(`#e-${id.replaceAll(".", "-")}`);
      const texts = textsOf(svg);
      expect(texts).toEqual(
        expect.arrayContaining([
          "= 20\u00a0kt: 10% of world output",
          "= 10 times today’s output, 47% more a year",
          "= 8\u00a0kt: output times 4",
          `${size === "sm" ? "" : "Output, "}USGS: 1.8\u2060–\u20602 kt`
        ])
      );
      expect(texts.join(" ")).toContain("Rosnedra, August\u00a02024");
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("keeps the labels of goals apart, whatever their amounts", () => {
    const y = (text: string) => {
      const label = [...figure.draw(rows, canvas("lg")).querySelectorAll("text")].find(
        ({ textContent }) => textContent === text
      );
      return Number(/,([\d.]+)\)/.exec(label?.getAttribute("transform") ?? "")?.[1]);
    };
    expect(y("3\u00a0kt") - y("6\u00a0kt")).toBeGreaterThanOrEqual(51);
  });
  it("shows shares in per cent, amounts in tonnes, and no list of ours as an outlet", () => {
    const cells = (label: string) =>
      rows.map((row) => figure.columns.find((column) => column.label === label)?.text(row));
    expect(cells("Figure")).toEqual(expect.arrayContaining(["10%", "20,000\u00a0tonnes", "10", "1.5"]));
    expect(cells("Where")).toContain("in Kommersant, seen second-hand");
  });
});
