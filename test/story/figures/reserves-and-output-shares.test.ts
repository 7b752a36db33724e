import { describe, expect, it } from "vitest";
import { reservesAndOutputShares as figure } from "../../../src/figures/reserves-and-output-shares.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const names: Readonly<Record<string, string>> = { "united-states": "United States", world: "World" };
const cell = (row: Parameters<typeof figureRow>[0]): QuantityRow =>
  figureRow({
    paragraph: null,
    form: "oxide",
    speaker: "usgs",
    edition: "Summaries 2026",
    reading: "original",
    ...row
  });
const named = (subject: string) => names[subject] ?? subject.charAt(0).toUpperCase() + subject.slice(1);
const reserves = (subject: string, value: number | null, rest: Partial<QuantityRow> = {}) =>
  cell({
    id: `survey.reserves.${subject}.2026`,
    series: "survey.reserves",
    basis: "usgs-reserves",
    subject,
    subject_name: named(subject),
    period: "2026",
    period_inferred: "no date",
    ...(value === null ? { comparator: "unquantified" as const } : { value }),
    ...rest
  });
const output = (subject: string, value: number, marks = ["estimated"], period = "2025") =>
  cell({
    id: `survey.output.${subject}.${period}`,
    series: "survey.output",
    metric: "production",
    basis: "mine-production",
    unit: "t/yr",
    subject,
    subject_name: named(subject),
    value,
    marks,
    period
  });
const world = reserves("world", null, { comparator: ">", low: 80e6, corrected_from: 90e6, printed: ">90,000,000" });
const figures = [
  reserves("china", 40e6),
  reserves("brazil", 20e6, { corrected_from: 30e6, printed: "30,000,000" }),
  reserves("russia", 4e6),
  reserves("united-states", 2e6),
  reserves("burma", null),
  reserves("peru", 1e6),
  reserves("other-countries", null),
  world,
  output("united-states", 60_000, []),
  output("china", 300_000),
  output("burma", 24_000, ["estimated", "from trade records"]),
  output("brazil", 0, []),
  output("russia", 2_500),
  output("peru", 0, []),
  output("other-countries", 9_000),
  output("world", 400_000),
  output("world", 380_000, ["estimated"], "2024"),
  output("russia", 1, ["estimated"], "2024"),
  output("chad", 1),
  figureRow({ id: "izvestia.reserves", value: 30e6 }),
  reserves("russia", 9e6, { id: "older.reserves.russia.2024", current: false })
];
const places = [
  { id: "other-countries", name: "other countries", type: "group", within: "world", country: null, colour: null },
  { id: "russia", name: "Russia", type: "country", within: "world", country: "RU", colour: "red" }
];
const tablesWith = (rows: QuantityRow[]) => {
  const russian = derivedRow({
    id: "derived.survey-reserve-share-russia",
    inputs: ["survey.reserves.russia.2026", "survey.reserves.world.2026"]
  });
  const tables = tablesOf({ figures: rows, derived: [russian] });
  return { ...tables, places: { ...tables.places, rows: places as unknown as typeof tables.places.rows } };
};
const rows = figure.select(tablesWith(figures));

const cells = (label: string) => rows.map((row) => figure.columns.find((column) => column.label === label)?.text(row));

describe("shares of reserves and of output", () => {
  it("takes the countries of the newest edition, most reserves first, those without reserves last", () => {
    expect(rows.map(({ name }) => name)).toEqual(["China", "Brazil", "Russia", "United States", "Peru", "Burma"]);
    expect(rows[2]?.evidence).toEqual([
      "survey.reserves.russia.2026",
      "survey.output.russia.2025",
      "survey.reserves.world.2026",
      "survey.output.world.2025"
    ]);
  });
  it("says where an edition that prints a quota for China leaves it out", () => {
    const without = figure.select(tablesWith(figures.filter(({ id }) => id !== "survey.output.china.2025")));
    expect(figure.words(without).notes.join(" ")).toContain("China is left out");
    expect(figure.words(rows).notes.join(" ")).not.toContain("China is left out");
  });
  it("gives shares of reserves as bounds, as the world's total is one", () => {
    expect(cells("Share of reserves")).toEqual(["≤50%", "≤25%", "≤5%", "≤2.5%", "≤1.3%", "not given"]);
    expect(cells("Share of output")).toEqual(["75%", "0%", "0.63%", "15%", "0%", "6%"]);
    expect(cells("Output is")).toContain("estimated, from trade records");
    expect(cells("World, t")[0]).toBe(">80,000,000 and 400,000 a year");
    expect(cells("Reserves as printed")[1]).toBe("30,000,000");
    for (const { text } of figure.columns) for (const row of rows) expect(text(row)).not.toContain("undefined");
  });
  it("states the finding, its bounds, estimates, corrections and what is left out", () => {
    const words = figure.words(rows);
    const notes = words.notes.join(" ").replaceAll("\u00a0", " ");
    expect(words.title).toBe("Russia has at most 5% of the world’s reserves and 0.63% of its mine output");
    expect(words.subtitle).toContain("mine output in 2025");
    expect(notes).toContain("world reserves as over 80 million tonnes, so each share of reserves is an upper bound");
    expect(notes).toContain("dates output, not reserves");
    expect(notes).toContain("estimate, but for United States; for Burma it rests on trade records");
    expect(notes).toContain(
      "Of reserves, corrected values count: Brazil 20 million tonnes, not “30,000,000” and the world over 80 million"
    );
    expect(notes).toContain("less than 2% of either: Peru");
    expect(words.description).toContain("Burma not given, 6");
    expect(words.description.split(/\s+/).length).toBeLessThan(60);
  });
  it("says by whom Russia's reserves are, where a reader prefers another's count to the survey's", () => {
    const report = cell({
      id: "report.reserves",
      source: "report",
      speaker: "institute",
      subject: "russia",
      value: 19e6
    });
    const tables = tablesWith([...figures, { ...report, subject_name: "Russia" }]);
    const [derived] = tables.derived.rows;
    if (derived) tables.derived.rows = [{ ...derived, inputs: [report.id, world.id] }];
    const preferred = figure.select(tables);
    expect(figure.words(preferred).subtitle).toMatch(/estimates them; Russia’s reserves by institute$/);
    expect(figure.words(rows).subtitle).toMatch(/estimates them$/);
  });
  it("says no more than it must where totals are exact and nothing is corrected or left out", () => {
    const plain = figures
      .filter(({ subject }) => subject !== "peru" && subject !== "burma")
      .map((row) => ({ ...row, corrected_from: null, period_inferred: null }))
      .map((row) => (row.id === world.id ? { ...row, value: 80e6, comparator: "=" as const } : row));
    const exact = figure.select(tablesWith(plain));
    const words = figure.words(exact);
    expect(words.title).toContain("Russia has 5% of the world’s reserves");
    expect(words.notes).toHaveLength(2);
    expect(words.notes.join(" ")).not.toMatch(/bound|trade|dates/);
    const estimated = exact.map((row) => ({ ...row, output: { ...row.output, marks: ["estimated"] } }));
    expect(figure.words(estimated).notes[1]).toBe("Every output above zero is the survey’s estimate.");
  });
  it("stops where the numbers no longer bear it out", () => {
    const with_ = (id: string, change: Partial<QuantityRow>) =>
      figure.select(tablesWith(figures.map((row) => (row.id === id ? { ...row, ...change } : row))));
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, with_("survey.output.russia.2025", { value: 90_000 }))).toEqual([
      "Russia’s share of output is no smaller than its share of reserves"
    ]);
    expect(whysOf(figure, with_("survey.output.united-states.2025", { value: 1 }))).toEqual([
      "the United States no longer shows the reverse of Russia"
    ]);
    expect(() => figure.words(rows.filter(({ country }) => country !== "russia"))).toThrow("row for Russia");
    expect(() => figure.words(rows.filter(({ country }) => country !== "united-states"))).toThrow("United States");
    expect(() => with_("survey.reserves.world.2026", { low: null })).toThrow("needs an amount");
    expect(() => figure.select(tablesOf({}))).toThrow("derived.survey-reserve-share-russia");
    const unknown = rows.map((row) => (row.country === "united-states" ? { ...row, reserveShare: null } : row));
    expect(figure.words(unknown).description).toContain("no share and 15%");
  });
  it("labels the ends of the axis only where there is little room", () => {
    const texts = textsOf(figure.draw(rows, canvas("sm", 280)));
    expect(texts).toEqual(expect.arrayContaining(["0", "80%"]));
    expect(texts).not.toContain("20");
  });
  it("draws a tick and a dot a country, each a link, and a dot alone where no reserves are given", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg).map(({ href }) => href?.replace("#e-survey-", ""))).toEqual([
        "reserves-china-2026",
        "output-china-2025",
        "reserves-brazil-2026",
        "output-brazil-2025",
        "reserves-russia-2026",
        "output-russia-2025",
        "reserves-united-states-2026",
        "output-united-states-2025",
        "output-burma-2025"
      ]);
      expect(linksOf(svg)[4]?.name).toBe("Russia, at most 5% of world reserves");
      const texts = textsOf(svg);
      expect(texts).toContain("not given");
      expect(texts).toContain("≤5");
      expect(texts).toContain(size === "sm" ? "US" : "United States");
      expect(texts).not.toContain("Peru");
      expect(texts).toContain("20");
      expect(svg.querySelectorAll('[stroke="var(--red)"]').length).toBeGreaterThan(0);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
      expect(svg.outerHTML.length).toBeLessThan(12_000);
    }
  });
});
