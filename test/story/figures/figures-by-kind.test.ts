import { describe, expect, it } from "vitest";
import { figuresByKind as figure } from "../../../src/figures/figures-by-kind.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const said = (id: string, speaker: string, rest = {}) => figureRow({ id, value: 1, speaker, ...rest });
const own = { voice: "authorial" as const };
const figures = [
  said("rex-reuters.counted", "usgs", {
    printed: "3.8 million",
    chain: ["reuters", "rare-earth-exchanges"]
  }),
  ...Array.from({ length: 20 }, (_, index) => said(`izvestia.official-${index}`, "oleg-kazanov")),
  said("russia-post.official", "oleg-kazanov"),
  said("izvestia.own", "izvestia-outlet", own),
  said("rex-reuters.own", "rare-earth-exchanges", own),
  said("russia-post.own", "arctida-authors", own),
  said("izvestia.expert", "leonid-khazanov"),
  figureRow({ id: "izvestia.huge", speaker: "vladimir-putin", comparator: "unquantified" })
];
const rows = figure.select(tablesOf({ figures }));

describe("figures by kind", () => {
  it("counts figures with a number by the speaker's kind", () => {
    expect(rows.map(({ kind, evidence, own }) => [kind, evidence.length, own])).toEqual([
      ["statistic", 1, 0],
      ["official", 21, 0],
      ["state-media", 1, 1],
      ["trade-press", 1, 1],
      ["independent", 1, 1],
      ["expert", 1, 0]
    ]);
    expect(rows[1]?.outlets).toEqual([
      { outlet: "Izvestia", count: 20 },
      { outlet: "Russia.Post", count: 1 }
    ]);
  });
  it("leaves out what official statistics print themselves", () => {
    const [izvestia] = tablesOf({}).sources.rows.filter(({ id }) => id === "izvestia");
    const sources = izvestia ? [{ ...izvestia, kind: "statistic" }] : [];
    expect(figure.select(tablesOf({ figures, sources })).every(({ evidence }) => evidence.length === 0)).toBe(true);
  });
  it("says how many come from official statistics", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("One of 26 printed figures comes from official statistics");
    expect(words.subtitle).toContain("three publications");
    expect(words.notes.join(" ")).toMatch(
      /Three are the publications’ own.*One statement of quantity without a number is/
    );
    expect(words.description).toContain("government officials 21");
    const more = figure.select(
      tablesOf({ figures: figures.map((figure) => ({ ...figure, speaker_kind: "statistic" })) })
    );
    expect(whysOf(figure, rows)).toEqual([]);
    expect(whysOf(figure, more)).toContain("government officials are a rarer source than official statistics");
    const two = rows.map((row) => ({ ...row, evidence: ["a.a", "a.b"] }));
    expect(figure.words(two).title).toBe("Two of 12 printed figures come from official statistics");
  });
  it("draws one symbol a figure, each a link named as printed", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const links = linksOf(svg);
      expect(links).toHaveLength(26);
      expect(links[0]).toEqual({
        href: "#e-rex-reuters-counted",
        name: "3.8 million, US Geological Survey, in Reuters, via Rare Earth Exchanges"
      });
      const texts = textsOf(svg).map((text) => text.replaceAll("\u00a0", " "));
      expect(texts).toEqual(expect.arrayContaining(["Government officials", "21", "Izvestia 20 · Russia.Post 1"]));
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("leaves the publications out where they do not fit", () => {
    expect(textsOf(figure.draw(rows, canvas("md", 520)))).not.toContain("Izvestia 20 · Russia.Post 1");
  });
  it("breaks a long row of symbols into lines", () => {
    expect(figure.height("md", rows)).toBe(6 * 40 + 19);
  });
  it("names the publications on a phone under the symbols, in lines that end between two of them", () => {
    const outlets = ["Rare Earth Exchanges", "Sputnik International", "Izvestia"].map((outlet) => ({
      outlet,
      count: 2
    }));
    const many = rows.map((row) => ({ ...row, outlets }));
    const texts = textsOf(figure.draw(many, canvas("sm"))).map((text) => text.replaceAll("\u00a0", " "));
    expect(texts.filter((text) => text === "Izvestia 2")).toHaveLength(6);
    expect(texts.filter((text) => text === "Rare Earth Exchanges 2 · Sputnik International 2 ·")).toHaveLength(6);
    expect(figure.height("sm", many) - figure.height("sm", rows)).toBe(6 * 17);
  });
  it("says in the table what stands where", () => {
    expect(figure.columns.map(({ text }) => rows.slice(1, 2).map(text))).toEqual([
      ["Government officials"],
      ["21"],
      ["0"],
      ["Izvestia 20 · Russia.Post 1"]
    ]);
  });
});
