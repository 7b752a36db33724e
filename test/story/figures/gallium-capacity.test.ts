import { describe, expect, it } from "vitest";
import { galliumCapacity as figure } from "../../../src/figures/gallium-capacity.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const gallium = { material: "gallium", unit: "t/yr" };
const surveyed = { ...gallium, speaker: "usgs", period: "2025", edition: "Mineral Commodity Summaries 2026" };
const possible = figureRow({
  id: "rex-kommersant.gallium-possible",
  ...gallium,
  metric: "capacity",
  value: 20,
  speaker: "rusal",
  chain: ["kommersant", "rare-earth-exchanges"],
  condition: "only if somebody buys it"
});
const made = figureRow({
  id: "rex-kommersant.gallium-output",
  ...gallium,
  metric: "production",
  value: 3,
  speaker: "kommersant",
  chain: ["rare-earth-exchanges"]
});
const cell = (metric: string, table: string, subject: string, value: number) =>
  figureRow({
    id: `usgs-mcs-2026.${table}.${subject}.2025`,
    ...surveyed,
    metric,
    subject,
    subject_name: subject,
    value
  });
const figures = [
  made,
  possible,
  cell("capacity", "gallium-capacity", "world", 1000),
  cell("production", "gallium-production", "world", 600),
  cell("capacity", "gallium-capacity", "china", 900)
];
const derived = [
  derivedRow({
    id: "derived.gallium-idle",
    inputs: ["usgs-mcs-2026.gallium-capacity.world.2025", "usgs-mcs-2026.gallium-production.world.2025"],
    value: 400,
    unit: "t/yr"
  }),
  derivedRow({ id: "derived.gallium-possible-part-of-idle", inputs: [possible.id], value: 5, unit: "%" })
];
const rows = figure.select(tablesOf({ figures, derived }));
const withValue = (part: (typeof rows)[number]["part"], value: number) =>
  rows.map((row) => (row.part === part ? { ...row, value } : row));

describe("gallium capacity", () => {
  it("says how much stands idle, and how often what could be made goes into it", () => {
    const words = figure.words(rows);
    expect(words.title).toBe(
      "About 400\u00a0tonnes of gallium capacity stand idle, about 20 times the 20 that Pikalevo is said to be able to make"
    );
    expect(words.notes.join(" ")).toMatch(/900 are China’s.*only if somebody buys it/);
    expect(words.description).toContain("1,000 for the world’s capacity, 600 filled for its output, about 400 idle");
    expect(whysOf(figure, rows)).toEqual([]);
  });
  it("doubts its title where the idle part is another, hardly larger, or not China’s", () => {
    expect(whysOf(figure, withValue("idle", 401))).toEqual([expect.stringContaining("leaves unfilled")]);
    expect(whysOf(figure, withValue("made", 20))).toEqual([expect.stringContaining("already makes")]);
    expect(whysOf(figure, withValue("possible", 50))).toEqual([expect.stringContaining("a tenth of what stands idle")]);
    expect(whysOf(figure, withValue("china-capacity", 400))).toEqual([expect.stringContaining("China has less")]);
    expect(
      whysOf(
        figure,
        rows.map((row) => ({ ...row, condition: null }))
      )
    ).toEqual([expect.stringContaining("no condition")]);
  });
  it("draws a square a tonne, of one pitch, within every width", () => {
    for (const [size, width] of [...sizes.map((size) => [size, undefined] as const), ["sm", 280] as const]) {
      const svg = figure.draw(rows, canvas(size, width));
      const pitches = [...svg.querySelectorAll("pattern")].map((pattern) => pattern.getAttribute("width"));
      expect(new Set(pitches).size).toBe(1);
      const squares = [...svg.querySelectorAll("path[fill^=url]")].map((path) => {
        const boxes = [...(path.getAttribute("d") ?? "").matchAll(/v(-[\d.]+)h([\d.]+)/g)];
        const area = boxes.reduce((sum, [, tall, wide]) => sum - Number(tall) * Number(wide), 0);
        return Math.round(area / Number(pitches[0]) ** 2);
      });
      expect(squares).toEqual([3, 17, 600, 400]);
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-rex-kommersant-gallium-possible",
        "#e-usgs-mcs-2026-gallium-capacity-world-2025"
      ]);
      expect(textsOf(svg).join(" ")).toContain("600 in use, about 400 idle");
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("names the place of every number in the table, and gives the part in per cent", () => {
    const cells = (label: string) =>
      rows.map((row) => figure.columns.find((column) => column.label === label)?.text(row));
    expect(cells("What").slice(2, 5)).toEqual(["capacity, world", "production, world", "capacity, china"]);
    expect(cells("Figure").at(-1)).toBe("5%");
  });
});
