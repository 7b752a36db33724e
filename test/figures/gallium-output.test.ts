import { describe, expect, it } from "vitest";
import { galliumOutput as figure } from "../../src/figures/gallium-output.ts";
import { canvas, linksOf, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { pikalevo } from "./pikalevo.ts";
import { figureRow, tablesOf } from "./tables-fixture.ts";

const { made, possible, multiple } = pikalevo(8, 40);
const select = (figures = [possible, made, figureRow({ id: "izvestia.ree", metric: "production", value: 1 })]) =>
  figure.select(tablesOf({ figures, derived: [multiple] }));
const rows = select();

describe("gallium output", () => {
  it("takes gallium only", () => {
    expect(rows.map(({ evidence }) => evidence[0])).toEqual([made.id, possible.id, multiple.id]);
  });
  it("keeps the condition in the title", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("Gallium output could rise from about 8\u00a0tonnes to 40 only if somebody buys it");
    expect(words.subtitle).toContain("Pikalevo plant");
    expect(words.notes.join(" ")).toMatch(/no rare earth.*No date is named/);
    expect(words.description).toContain("five times as much");
    expect(figure.words(select([made, { ...possible, period: "2030" }])).notes[1]).toContain("is for 2030");
  });
  it("doubts its title without condition, rise or one plant, and stops without a figure", () => {
    expect(figure.doubts(select([made, { ...possible, condition: null }]))).toHaveLength(1);
    expect(figure.doubts(select([{ ...made, value: 50 }, possible]))).toHaveLength(1);
    expect(figure.doubts(select([made, { ...possible, subject_name: "elsewhere" }]))).toHaveLength(1);
    expect(() => figure.words(select([made]))).toThrow('metric "capacity"');
    expect(() => figure.select(tablesOf({ figures: [made, possible] }))).toThrow('"derived.gallium-multiple"');
  });
  it("joins the two by a dashed bracket, saying that they are unlike", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-rex-kommersant-output",
        "#e-rex-kommersant-possible",
        "#e-derived-gallium-multiple"
      ]);
      expect(textsOf(svg)).toEqual(expect.arrayContaining(["about ×5"]));
      expect(textsOf(svg).join(" ")).toContain("production against possible output, only if somebody buys it");
      expect(svg.querySelectorAll('path[stroke-dasharray="3 3"]')).toHaveLength(1);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("has units in the table", () => {
    expect(rows.map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "about 8\u00a0tonnes",
      "40\u00a0tonnes",
      "about 5"
    ]);
  });
});
