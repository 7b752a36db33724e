import { describe, expect, it } from "vitest";
import { reservesBySource as figure } from "../../../src/figures/reserves-by-source.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const relayed = figureRow({
  id: "rex-reuters.usgs",
  value: 4e6,
  speaker: "usgs",
  chain: ["reuters", "rare-earth-exchanges"],
  basis_label: "reserves as the survey counts them"
});
const kazanov = figureRow({ id: "russia-post.kazanov", value: 30e6, speaker: "oleg-kazanov" });
const ministry = figureRow({
  id: "izvestia.ministry",
  low: null,
  value: 31e6,
  high: 31e6,
  comparator: "nearly",
  speaker: "natural-resources-ministry"
});
const huge = figureRow({ id: "sputnik.huge", comparator: "unquantified", printed: "huge", speaker: "vladimir-putin" });
const cell = (row: Parameters<typeof figureRow>[0]): QuantityRow =>
  figureRow({ paragraph: null, place: "p. 1", form: "oxide", speaker: "usgs", reading: "original", ...row });
const edition = (year: string, value: number, rest: Partial<QuantityRow> = {}) =>
  cell({
    id: `survey-${year}.reserves.russia.${year}`,
    series: `survey-${year}.reserves`,
    edition: `Summaries ${year}`,
    period: year,
    basis: "usgs-reserves",
    value,
    ...rest
  });
const survey = edition("2026", 4e6);
const superseded = [
  edition("2023", 20e6, { current: false, reading: "second-hand" }),
  edition("2024", 9e6, { current: false }),
  edition("2025", 4e6, { current: false })
];
const category = (basis: string, year: number, value: number) =>
  cell({ id: `report.${basis}.${year}`, series: `report.${basis}`, basis, value, period: `${year}-01-01` });
const balance = [category("abc1", 2022, 20_123_000), category("c2", 2022, 10_456_000)];
const older = [category("c2", 2021, 12e6), category("abc1", 2021, 22e6)];
const others = [
  figureRow({ id: "izvestia.gallium", value: 1, material: "gallium" }),
  figureRow({ id: "izvestia.elsewhere", value: 1, subject: "china" }),
  figureRow({ id: "further.again", value: 30e6, speaker: "oleg-kazanov", reading: "second-hand" })
];
const derived = [
  derivedRow({
    id: "derived.reserves-state-balance",
    inputs: balance.map(({ id }) => id),
    value: 30_579_000,
    unit: "t",
    digits: 5
  }),
  derivedRow({ id: "derived.reserve-ratio", inputs: [kazanov.id, survey.id], value: 7.5 }),
  derivedRow({
    id: "derived.reserve-ratio-nearly",
    inputs: [ministry.id, survey.id],
    low: null,
    value: 7.75,
    high: 7.75,
    comparator: "nearly"
  })
];
const official = [...older, ...balance, survey, ...superseded];
const tablesWith = (figures = [ministry, kazanov, relayed, huge, ...others], cells = official) =>
  tablesOf({ figures: [...figures, ...cells], derived });
/** Counts that lie about seven and a half times apart. */
const near = (row: QuantityRow): QuantityRow => ({ ...row, low: 4.1e6, value: 4.1e6, high: 4.1e6 });
const nearCells = official.map((row) => (row.value === 4e6 ? near(row) : row));
const rows = figure.select(tablesWith([ministry, kazanov, near(relayed), huge], nearCells));

describe("reserves by source", () => {
  it("takes the survey's newest edition, what is said of Russian rare earths, the newest balance, and the sums", () => {
    expect(figure.select(tablesWith()).map(({ part, evidence }) => [part, evidence[0]])).toEqual([
      ["survey", survey.id],
      ["said", relayed.id],
      ["said", kazanov.id],
      ["said", ministry.id],
      ["said", huge.id],
      ...balance.map(({ id }) => ["category", id]),
      ["balance", "derived.reserves-state-balance"],
      ["ratio", "derived.reserve-ratio"],
      ["ratio", "derived.reserve-ratio-nearly"]
    ]);
  });
  it("states the finding in numbers of its rows", () => {
    const words = figure.words(rows);
    const notes = words.notes.join(" ").replaceAll("\u00a0", " ");
    expect(words.title).toBe("Russian officials count a reserve seven and a half times the US survey’s");
    expect(notes).toContain("20.1 million tonnes in A+B+C₁ (explored) and 10.5 million tonnes in C₂ (provisional)");
    expect(notes).toContain("at 1 January 2022. The sum, 30.6 million tonnes, is this notebook’s");
    expect(notes).toContain("The title takes 30 (×7.5), the bracket nearly 31 million tonnes (×7.8)");
    expect(notes).toContain("do not say what they count");
    expect(notes).toContain("Vladimir Putin (“huge”)");
    expect(words.description).toMatch(/4\.1\u00a0million\u00a0tonnes.*30 to nearly 31\u00a0million.*30\.6/);
    expect(words.description.split(/\s/).length).toBeLessThan(60);
  });
  it("leaves out what does not hold", () => {
    const known = figure.words(
      rows.filter(({ role }) => role !== "without-number").map((row) => ({ ...row, form: "oxide" }))
    );
    expect(known.notes.join(" ")).toContain("not every article says");
    expect(known.notes.join(" ")).not.toContain("Not drawn");
  });
  it("doubts its title where officials count another multiple", () => {
    const doubts = (figures: QuantityRow[], cells = nearCells) =>
      whysOf(figure, figure.select(tablesWith(figures, cells)));
    expect(doubts([near(relayed), kazanov, ministry])).toEqual([]);
    const far = figureRow({ id: "izvestia.far", value: 20e6, speaker: "natural-resources-ministry" });
    expect(doubts([near(relayed), kazanov, far, ministry])).toEqual([
      expect.stringMatching(/^20.million.tonnes, .*, is another multiple of the survey’s count$/)
    ]);
    const older = figureRow({ ...relayed, id: "rex-reuters.older", value: 1 });
    const byExpert = figureRow({ id: "izvestia.kh", value: 9e6, speaker: "peter-arkell" });
    expect(doubts([near(relayed), older, kazanov, byExpert, ministry])).toEqual([]);
    // What an article relays of an earlier edition is its own number, and no doubt.
    expect(doubts([{ ...relayed, value: 4.2e6 }, kazanov, ministry])).toEqual([]);
  });
  it("draws what anybody adds, and keeps the bracket to a count that a ratio divides", () => {
    const more = [
      figureRow({ id: "courier.most", value: 31.5e6, speaker: "natural-resources-ministry" }),
      figureRow({ id: "courier.upto", low: null, value: null, high: 45e6, comparator: "<=", speaker: "peter-arkell" })
    ];
    const grown = figure.select(tablesWith([ministry, kazanov, near(relayed), ...more], nearCells));
    const svg = figure.draw(grown, canvas("lg"));
    expect(linksOf(svg).map(({ href }) => href)).toEqual(
      expect.arrayContaining(["#e-courier-most", "#e-courier-upto"])
    );
    expect(textsOf(svg).join(" ")).toContain("to the count of");
    expect(figure.words(grown).description).toMatch(/30 to 31\.5.million/);
  });
  it("stops where a count that it needs is missing", () => {
    const words = (figures: QuantityRow[], cells = official) => figure.words(figure.select(tablesWith(figures, cells)));
    expect(() => words([near(relayed), ministry])).toThrow("of an official’s count to the survey’s");
    expect(() => words([relayed])).toThrow("count by a Russian official");
    expect(() => words([relayed, ministry], balance)).toThrow("current count of the US Geological Survey");
    expect(() =>
      words([relayed, kazanov, ministry], [...official, category("abc1", 2023, 1), category("c2", 2023, 1)])
    ).toThrow("sums the newest balance");
    expect(() => figure.select(tablesOf({ figures: [relayed] }))).toThrow('"derived.reserves-state-balance"');
  });
  it("draws a lane a count, no superseded edition, the balance as a bar, and one bracket", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-survey-2026-reserves-russia-2026",
        "#e-rex-reuters-usgs",
        "#e-russia-post-kazanov",
        "#e-izvestia-ministry",
        "#e-derived-reserves-state-balance",
        "#e-report-abc1-2022",
        "#e-report-c2-2022",
        "#e-derived-reserve-ratio-nearly"
      ]);
      expect(linksOf(svg)[2]?.name).toBe("30\u00a0million\u00a0tonnes, Oleg Kazanov, Rosnedra, in Russia.Post");
      const texts = textsOf(svg);
      expect(texts).toContain("nearly ×7.8");
      expect(texts.join(" ")).toMatch(/A\+B\+C₁.*20\.1.*C₂.*10\.5.*2026 edition.*nearly 31.*= 30\.6/);
      expect(svg.querySelectorAll('path[stroke="var(--k-diamond)"]')).toHaveLength(1);
      expect(svg.querySelectorAll('path[stroke-dasharray="3 3"]')).toHaveLength(1);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
      expect(svg.outerHTML.length).toBeLessThan(12_000);
    }
  });
  it("holds every value and its unit in the table", () => {
    const cells = (label: string) =>
      rows.map((row) => figure.columns.find((column) => column.label === label)?.text(row));
    expect(cells("Figure").map((text) => text?.replaceAll("\u00a0", " "))).toEqual([
      "4.1 million tonnes",
      "4.1 million tonnes",
      "30 million tonnes",
      "nearly 31 million tonnes",
      "not given",
      "20.123 million tonnes",
      "10.456 million tonnes",
      "30.579 million tonnes",
      "7.5",
      "nearly 7.8"
    ]);
    expect(cells("Table").slice(0, 2)).toEqual(["p. 1", ""]);
  });
});
