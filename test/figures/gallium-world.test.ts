import { describe, expect, it } from "vitest";
import { galliumWorld as figure } from "../../src/figures/gallium-world.ts";
import type { QuantityRow } from "../../src/notebook/tables/figures.ts";
import { canvas, linksOf, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "./tables-fixture.ts";

const gallium = { material: "gallium", unit: "t/yr" };
const possible = figureRow({
  id: "rex-kommersant.gallium-possible",
  ...gallium,
  subject: "pikalevo",
  metric: "capacity",
  speaker: "rusal",
  chain: ["kommersant", "rare-earth-exchanges"],
  condition: "only if somebody buys it",
  value: 23
});
const names: Record<string, string> = {
  china: "China",
  russia: "Russia",
  japan: "Japan",
  world: "World",
  mars: "Mars"
};
const cell = (edition: number, subject: string, year: number, value: number | null, rest: Partial<QuantityRow> = {}) =>
  figureRow({
    id: `usgs-mcs-${edition}.gallium.${subject}.${year}`,
    publisher: "usgs",
    series: `usgs-mcs-${edition}.gallium`,
    edition: `Mineral Commodity Summaries ${edition}`,
    ...gallium,
    metric: "production",
    basis: "primary-gallium",
    subject,
    subject_name: names[subject] ?? subject,
    period: String(year),
    paragraph: null,
    reading: "original",
    value,
    ...rest
  });
const estimated = { marks: ["estimated"] };
const cells = [
  cell(2025, "world", 2024, 450, { current: false, reading: "second-hand" }),
  cell(2025, "china", 2024, 450, { current: false }),
  cell(2026, "russia", 2024, 5, estimated),
  cell(2026, "japan", 2024, 2, estimated),
  cell(2026, "china", 2024, 493),
  cell(2026, "mars", 2024, 0),
  cell(2026, "world", 2024, 500),
  cell(2026, "china", 2025, 600),
  cell(2026, "russia", 2025, 5),
  cell(2026, "world", 2025, 600),
  cell(2026, "world", 2023, 400),
  cell(2026, "world", 2022, null)
];
const select = (changed = cells) => figure.select(tablesOf({ figures: [possible, ...changed] }));
const replaced = (subject: string, change: Partial<QuantityRow>) =>
  select(
    cells.map((row) => (row.subject === subject && row.period === "2024" && row.current ? { ...row, ...change } : row))
  );
const rows = select();

describe("gallium and the world", () => {
  it("takes the newest year whose countries add up, and keeps the other counts for the notes", () => {
    expect(rows.map(({ part, place, value }) => [part, place, value])).toEqual([
      ["possible", "pikalevo", 23],
      ["world", "world", 500],
      ["country", "china", 493],
      ["country", "russia", 5],
      ["country", "japan", 2],
      ["other-year", "world", 600],
      ["other-edition", "world", 450]
    ]);
    expect(() => replaced("world", { value: 501 })).toThrow("no world output whose countries add up");
  });
  it("says how small the larger number would be, and what is an estimate", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("Even 23 tonnes of gallium would be a sliver beside China’s 493");
    expect(words.subtitle).toContain("in 2024 by the US Geological Survey, 2026 edition");
    expect(words.notes).toEqual([
      expect.stringMatching(/could make only if somebody buys it.*rows for Russia and Japan are estimates/),
      "World output in the same year was 450\u00a0tonnes in the 2025 edition, as others copied it.",
      expect.stringContaining("For 2025 the survey estimates 600\u00a0tonnes")
    ]);
    expect(words.description).toContain("China\u00a0493, Russia\u00a05, Japan\u00a02");
  });
  it("doubts its title where the number is no sliver, China is not nearly all, or Russia already makes more", () => {
    const world = (china: number, russia: number) =>
      select([
        cell(2026, "china", 2024, china),
        cell(2026, "russia", 2024, russia),
        cell(2026, "world", 2024, china + russia)
      ]);
    expect(figure.doubts(world(100, 5))).toHaveLength(1);
    expect(figure.doubts(world(800, 300))).toContain("China makes less than nine tenths of the world’s gallium");
    expect(figure.doubts(world(800, 40))).toHaveLength(1);
    expect(() => figure.words(select([cell(2026, "china", 2024, 5), cell(2026, "world", 2024, 5)]))).toThrow(
      'figure "gallium-world" has no gallium output of russia'
    );
  });
  it("draws a square a tonne with patterns, the same size in both fields, within every width", () => {
    for (const [size, width] of [
      ...sizes.map((size) => [size, undefined] as const),
      ["sm", 280] as const,
      ["lg", 800] as const
    ]) {
      const svg = figure.draw(rows, canvas(size, width));
      const patterns = [...svg.querySelectorAll("pattern")];
      const pitch = Number(patterns[0]?.getAttribute("width"));
      expect(new Set(patterns.map((pattern) => pattern.getAttribute("width"))).size).toBe(1);
      expect(patterns.map((pattern) => pattern.firstElementChild?.getAttribute("fill"))).toEqual([
        "var(--red)",
        "none",
        "var(--red)",
        "var(--grey)",
        "var(--ochre-tint)"
      ]);
      const areas = [...svg.querySelectorAll("path[fill^=url]")].map((path) =>
        area(path.getAttribute("d") ?? "", pitch)
      );
      expect(areas).toEqual([5, 18, 5, 2, 493]);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-rex-kommersant-gallium-possible",
        "#e-usgs-mcs-2026-gallium-world-2024"
      ]);
      expect(textsOf(svg).join(" ")).toContain("2024: China\u00a0493, Russia\u00a05 and Japan\u00a02");
    }
  });
  it("names the place of every number in the table", () => {
    const what = rows.map((row) => figure.columns.find(({ label }) => label === "What")?.text(row));
    expect(what.slice(0, 3)).toEqual(["capacity, pikalevo", "production, World", "production, China"]);
  });
});

/** How many squares the rectangles of an outline hold. */
function area(d: string, pitch: number): number {
  const boxes = [...d.matchAll(/v(-[\d.]+)h([\d.]+)/g)];
  return Math.round(boxes.reduce((sum, [, tall, wide]) => sum + (-Number(tall) * Number(wide)) / pitch ** 2, 0));
}
