import { describe, expect, it } from "vitest";
import { whoQuotesWhom as figure } from "../../../src/figures/who-quotes-whom.ts";
import type { Voice } from "../../../src/notebook/ledger/schema.ts";
import { canvas, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { positionRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

let count = 0;
const said = (source: string, speaker: string, voice: Voice, chain?: string[]) =>
  positionRow({
    id: `${source}.${count++}`,
    speaker,
    topic: "cost",
    stance: "mixed",
    voice,
    ...(chain ? { chain } : {})
  });
const relayed = (speaker: string, relay: string) =>
  said("rex-reuters", speaker, "reported", [relay, "rare-earth-exchanges"]);
const positions = [
  said("izvestia", "izvestia-outlet", "authorial"),
  said("izvestia", "izvestia-outlet", "gloss"),
  said("izvestia", "leonid-khazanov", "quoted"),
  said("rex-reuters", "vladimir-putin", "reported"),
  relayed("natural-resources-ministry", "reuters"),
  relayed("rusal", "kommersant"),
  relayed("usgs", "kommersant"),
  ...Array.from({ length: 6 }, () => said("rex-kommersant", "rare-earth-exchanges", "authorial"))
];
const rows = figure.select(tablesOf({ positions }));

describe("who quotes whom", () => {
  it("has a row for each way to each publication: its own, direct, through others", () => {
    expect(rows.map(({ publication, way, through, evidence }) => [publication, way, through, evidence.length])).toEqual(
      [
        ["Izvestia", "own", "", 2],
        ["Izvestia", "direct", "", 1],
        ["Rare Earth Exchanges", "own", "", 6],
        ["Rare Earth Exchanges", "direct", "", 1],
        ["Rare Earth Exchanges", "relayed", "Kommersant", 2],
        ["Rare Earth Exchanges", "relayed", "Reuters", 1]
      ]
    );
    expect(rows[4]?.speakers).toEqual([
      { name: "Rusal", count: 1 },
      { name: "US Geological Survey", count: 1 }
    ]);
  });
  it("says how many are the publications' own, and who relies on other outlets", () => {
    const { title, subtitle, description, notes } = figure.words(rows);
    expect(title).toBe(
      "About half of the positions are the publications’ own, and Rare Earth Exchanges alone prints 10 of 13"
    );
    expect(subtitle).toContain("two outlets");
    expect(description).toContain("Of 13 positions, 8 are the publications’ own. Izvestia: 2 of 3;");
    expect(notes[1]).toBe(
      "In Rare Earth Exchanges, 3 of the 4 positions of others come through Kommersant and Reuters."
    );
  });
  it("says nothing of other outlets where there are none", () => {
    expect(figure.words(rows.slice(0, 2)).notes).toHaveLength(1);
  });
  it("doubts its title once the publications' own are more or less than about half of the positions", () => {
    const [own, direct] = [rows.filter(({ way }) => way === "own"), rows.filter(({ way }) => way === "direct")];
    const half = [...own.slice(0, 1), ...direct].map((row) => ({ ...row, evidence: ["one", "other"] })).slice(0, 2);
    expect(whysOf(figure, half)).toEqual([]);
    expect(whysOf(figure, rows)).toEqual(["8 of 13 positions are the publications’ own, not about half"]);
    expect(whysOf(figure, rows.slice(3))).toEqual(["0 of 4 positions are the publications’ own, not about half"]);
  });
  it("draws every way with its count, and names whoever is not the publication itself", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const texts = textsOf(svg);
      for (const text of ["Izvestia, 3", "Rare Earth Exchanges, 10", "via Kommersant", "others, direct", "6"])
        expect(texts).toContain(text);
      expect(texts.join(" ")).toContain("Rusal\u00a01, US Geological Survey\u00a01");
      expect(texts.join(" ")).toMatch(/Ministry of Natural Resources\u00a01/);
      expect(texts).not.toContain("Izvestia 2");
      expect(svg.querySelectorAll("rect")).toHaveLength(6);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("has every way, count and name in the table", () => {
    expect(figure.columns.map(({ text }) => rows.slice(4, 5).map(text)[0])).toEqual([
      "Rare Earth Exchanges",
      "via Kommersant",
      "2",
      "Rusal\u00a01, US Geological Survey\u00a01"
    ]);
  });
});
