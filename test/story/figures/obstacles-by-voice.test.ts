import { describe, expect, it } from "vitest";
import { obstaclesByVoice as figure } from "../../../src/figures/obstacles-by-voice.ts";
import { canvas, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { positionRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const names: Record<string, string> = { plants: "Missing plants", china: "China’s lead", ore: "Poor ore" };
let count = 0;
const named = (obstacle: string | null, ...speakers: string[]) =>
  speakers.map((speaker) =>
    positionRow({
      id: `izvestia.position-${count++}`,
      speaker,
      topic: "refining",
      stance: "sceptical",
      obstacle,
      obstacle_label: obstacle === null ? null : (names[obstacle] ?? null)
    })
  );
const positions = [
  ...named("ore", "peter-arkell"),
  ...named("plants", "peter-arkell", "vladimir-putin", "leonid-khazanov", "peter-arkell"),
  ...named("china", "leonid-khazanov", "izvestia-outlet"),
  ...named(null, "rusal")
];
const rows = figure.select(tablesOf({ positions }));

describe("obstacles by voice", () => {
  it("counts voices, those of states first, and leaves out positions that name none", () => {
    expect(rows.map(({ obstacle }) => obstacle)).toEqual(["plants", "china", "ore"]);
    expect(rows[0]?.voices).toMatchObject([
      { name: "Vladimir Putin", kind: "official", positions: 1 },
      { name: "Peter Arkell", kind: "expert", positions: 2 },
      { name: "Leonid Khazanov", kind: "expert", positions: 1 }
    ]);
    expect(rows[0]?.evidence).toHaveLength(4);
  });
  it("says which most voices name, and of how many", () => {
    expect(figure.words(rows).title).toBe("Three of four voices name missing plants; two name China’s lead");
    const alike = figure.select(tablesOf({ positions: [...positions, ...named("ore", "rusal")] }));
    expect(figure.words(alike).title).toContain("; two each name poor ore and China’s lead");
    expect(() => figure.words([])).toThrow("position that names an obstacle");
  });
  it("doubts its finding once ore is named most", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, figure.select(tablesOf({ positions: named("ore", "rusal") })))).toHaveLength(1);
  });
  it("draws a shape for each voice, with their number, and a key to the kinds", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(textsOf(svg)).toEqual(expect.arrayContaining(["Missing plants", "3", "2", "1", "Industry expert"]));
      // Six voices, and three kinds in the key.
      expect(svg.querySelectorAll("path[transform]")).toHaveLength(9);
      expect(svg.querySelectorAll("a")).toHaveLength(0);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("keeps every shape and number within the drawing, however many voices there are", () => {
    const names = Array.from({ length: 30 }, (_, index) => `voice-${index}`);
    const many = figure.select(tablesOf({ positions: named("plants", ...names) }));
    for (const size of sizes) {
      const svg = figure.draw(many, canvas(size));
      const ends = [...svg.querySelectorAll("path[transform]")].map((shape) =>
        Number(/translate\(([\d.]+)/.exec(shape.getAttribute("transform") ?? "")?.[1])
      );
      expect(Math.max(...ends)).toBeLessThan(canvas(size).width - 20);
    }
  });
  it("names the kinds in its table", () => {
    expect(figure.columns.at(-1)?.text(rows[2] as (typeof rows)[number])).toBe("Peter Arkell (industry expert) 1");
  });
});
