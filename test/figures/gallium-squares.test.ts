import { describe, expect, it } from "vitest";
import { galliumSquares as figure } from "../../src/figures/gallium-squares.ts";
import { canvas, linksOf, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { pikalevo } from "./pikalevo.ts";
import { tablesOf } from "./tables-fixture.ts";

const { made, possible, multiple } = pikalevo(5, 23);
const select = (figures = [made, possible]) => figure.select(tablesOf({ figures, derived: [multiple] }));
const rows = select();

describe("gallium squares", () => {
  it("says that the larger figure is conditional", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("About five tonnes of gallium are made a year; 23 could be");
    expect(words.notes.join(" ")).toMatch(/no rare earth.*could make only if somebody buys it; no year is given/);
    expect(words.description).toContain("about 4.6 times");
    expect(figure.words(select([made, { ...possible, period: "2030" }])).notes[1]).toContain("by 2030");
  });
  it("stops without condition, rise or figure", () => {
    expect(figure.doubts(select([made, { ...possible, condition: null }]))).toHaveLength(1);
    expect(figure.doubts(select([{ ...made, value: 30 }, possible]))).toHaveLength(1);
    expect(() => select([made])).toThrow('figure "gallium-squares" needs the figure "rex-kommersant.possible"');
  });
  it("draws one square a tonne: filled what is made, outlined the rise", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const [filled, outlined] = [...svg.querySelectorAll("pattern rect")];
      expect(filled?.getAttribute("fill")).toBe("var(--red)");
      expect(outlined?.getAttribute("fill")).toBe("none");
      expect(linksOf(svg)).toMatchObject([
        {
          href: "#e-rex-kommersant-output",
          name: "about 5\u00a0tonnes a year, Rare Earth Exchanges, its own statement"
        },
        { href: "#e-rex-kommersant-possible" },
        { href: "#e-derived-gallium-multiple" }
      ]);
      expect(textsOf(svg)).toEqual(expect.arrayContaining(["about 5\u00a0t a year", "23\u00a0t a year", "about ×4.6"]));
      expect(textsOf(svg).join(" ")).toContain("only if somebody buys it");
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("keeps the word before the number in the table", () => {
    expect(rows.map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "about 5\u00a0tonnes",
      "23\u00a0tonnes",
      "about 4.6"
    ]);
  });
});
