import { describe, expect, it } from "vitest";
import { oneSquare as figure } from "../../../src/figures/one-square.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const output = figureRow({ id: "rex-reuters.output", metric: "production", value: 1000, unit: "t/yr" });
const counted = figureRow({
  id: "rex-reuters.counted",
  value: 2e6,
  speaker: "usgs",
  chain: ["reuters", "rare-earth-exchanges"],
  basis_label: "reserves as somebody counts them"
});
const claimed = figureRow({
  id: "russia-post.claimed",
  value: 9.9995e6,
  speaker: "oleg-kazanov",
  basis_label: "reserves called proven"
});
const again = figureRow({
  id: "izvestia.claimed",
  value: 9.9995e6,
  speaker: "natural-resources-ministry",
  basis_label: "reserves called total"
});
const unlike = [
  figureRow({ id: "izvestia.metals", value: 9.9995e6, material: "rare-metals" }),
  figureRow({ id: "izvestia.nearly", value: 9.9995e6, comparator: "nearly" })
];
const ratio = derivedRow({ id: "derived.reserve-ratio", inputs: [claimed.id, counted.id], value: 5 });
const squares = derivedRow({ id: "derived.squares-of-output", inputs: [claimed.id, output.id], value: 9999.5 });
const select = (figures = [again, claimed, counted, output, ...unlike]) =>
  figure.select(tablesOf({ figures, derived: [ratio, squares] }));
const rows = select();

describe("one square", () => {
  it("takes everyone who prints the same reserve, and nothing unlike it", () => {
    expect(rows.map(({ part, evidence }) => [part, evidence[0]])).toEqual([
      ["square", output.id],
      ["smaller", counted.id],
      ["larger", again.id],
      ["larger", claimed.id],
      ["ratio", ratio.id],
      ["field", squares.id]
    ]);
  });
  it("says where the smaller reserve is relayed as its counter prints it, and nowhere else", () => {
    const relay = { ...counted, id: "rex-kommersant.relay", publisher: "gazette" };
    const older = { ...relay, id: "izvestia.older", value: 3e6 };
    const all = select([claimed, counted, relay, older, output]);
    expect(all.filter(({ part }) => part === "smaller").map(({ evidence }) => evidence[0])).toEqual([counted.id]);
    expect(all.filter(({ part }) => part === "relayed").map(({ evidence }) => evidence[0])).toEqual([relay.id]);
    expect(figure.words(all).notes.join(" ")).toContain("also stands in Reuters, via Rare Earth Exchanges");
    expect(whysOf(figure, all)).toEqual([]);
  });
  it("counts squares, a part of one as one, and says whose words the bases are", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("One year of Russian output is one square in a field of 10,000");
    expect(words.subtitle).toContain("each square is 1,000\u00a0tonnes");
    expect(words.notes[0]).toContain("reserves called total in Izvestia and reserves called proven in Russia.Post");
    const own = { ...claimed, speaker: claimed.publisher };
    expect(figure.words(select([own, counted, output])).notes[0]).toMatch(/is reserves called proven by \w[^;]*;/);
    expect(words.notes[2]).toContain("oxide or of metal");
    expect(words.description).toContain("fill 2,000 of them");
    expect(words.description.split(" ").length).toBeLessThan(60);
    expect(figure.words(select([again, claimed, counted, { ...output, form: "oxide" }])).notes).toHaveLength(2);
  });
  it("doubts a smaller reserve that is not the smaller, or no more than a year of output", () => {
    const doubts = (value: number) => whysOf(figure, select([claimed, { ...counted, value }, output]));
    expect(doubts(2e6)).toEqual([]);
    expect(doubts(1e9)).toEqual(["the reserve drawn as the smaller one is not the smaller"]);
    expect(doubts(900)).toEqual(["the smaller reserve is no more than a year of output"]);
  });
  it("stops where a figure is missing", () => {
    expect(() => select([claimed, output])).toThrow('figure "one-square" needs the figure "rex-reuters.counted"');
    expect(() => figure.words(rows.filter(({ part }) => part !== "larger"))).toThrow('no row for "larger"');
  });
  it("fills whole fields with patterns and links every speaker", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      expect(svg.querySelectorAll("pattern")).toHaveLength(2);
      expect(linksOf(svg).map(({ href }) => href)).toEqual([
        "#e-rex-reuters-counted",
        "#e-izvestia-claimed",
        "#e-russia-post-claimed",
        "#e-derived-reserve-ratio",
        "#e-rex-reuters-output"
      ]);
      expect(textsOf(svg)).toContain("×5 different definitions");
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
      expect(svg.outerHTML.length).toBeLessThan(12_000);
    }
  });
  it("names patterns by width, so that two sizes on a page do not share one", () => {
    const ids = [350, 680].flatMap((width) =>
      [...figure.draw(rows, canvas("sm", width)).querySelectorAll("pattern")].map(({ id }) => id)
    );
    expect(new Set(ids).size).toBe(4);
  });
  it("shows each amount in its own unit in the table", () => {
    expect(rows.map((row) => figure.columns.find(({ label }) => label === "Figure")?.text(row))).toEqual([
      "1,000\u00a0tonnes",
      "2\u00a0million\u00a0tonnes",
      "9.9995\u00a0million\u00a0tonnes",
      "9.9995\u00a0million\u00a0tonnes",
      "5",
      "9,999.5"
    ]);
  });
});
