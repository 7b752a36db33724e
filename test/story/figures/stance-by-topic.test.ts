import { describe, expect, it } from "vitest";
import { stanceByTopic as figure } from "../../../src/figures/stance-by-topic.ts";
import type { Stance } from "../../../src/notebook/ledger/schema.ts";
import { canvas, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { positionRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const labelsOfTopics = { reserves: "Reserves", refining: "Mining and refining" };
type Topic = keyof typeof labelsOfTopics;

let count = 0;
const held = (speaker: string, topic: Topic, ...stances: Stance[]) =>
  stances.map((stance) =>
    positionRow({
      id: `izvestia.${count++}`,
      speaker,
      topic,
      topic_label: labelsOfTopics[topic],
      topic_short: topic,
      topic_column: Object.keys(labelsOfTopics).indexOf(topic) + 1,
      stance
    })
  );
const positions = [
  ...held("vladimir-putin", "reserves", "favourable", "favourable", "describes"),
  ...held("natural-resources-ministry", "refining", "favourable"),
  ...held("peter-arkell", "reserves", "favourable"),
  ...held("peter-arkell", "refining", "sceptical", "mixed"),
  ...held("izvestia-outlet", "reserves", "favourable"),
  ...held("rare-earth-exchanges", "refining", "sceptical", "sceptical", "sceptical", "mixed")
];
const other = positionRow({ id: "izvestia.climate", speaker: "peter-arkell", topic: "climate", stance: "favourable" });
const rowsOf = (all: typeof positions) => figure.select(tablesOf({ positions: all }));
const rows = rowsOf([other, ...positions.toReversed()]);

describe("stance by topic and kind of speaker", () => {
  it("counts what each group says on each topic of the matrix", () => {
    expect(rows.map(({ group, topic }) => `${group} ${topic}`)).toEqual([
      "officials reserves",
      "officials refining",
      "experts reserves",
      "experts refining",
      "publications reserves",
      "publications refining"
    ]);
    expect(rows[0]).toMatchObject({ favourable: 2, sceptical: 0, mixed: 0, describes: 1 });
    expect(rows[5]).toMatchObject({ favourable: 0, sceptical: 3, mixed: 1 });
    expect(rows.flatMap(({ evidence }) => evidence)).toHaveLength(positions.length);
  });
  it("says who prints most, and what each side comes to", () => {
    const words = figure.words(rows);
    expect(words.notes[0]).toContain("Of 12, 1 only describe");
    expect(words.notes[0]).toMatch(/were printed by one publisher, izvestia-outlet/);
    expect(words.description).toContain("Officials: 3 for and 0 against. Experts: 2 for and 2 against.");
    expect(words.description).toContain("publications themselves: 2 for and 4 against");
  });
  it("doubts its title once a group no longer stands where it says", () => {
    expect(whysOf(figure, rowsOf(positions.filter(({ stance }) => stance !== "mixed")))).toEqual([]);
    const gloom = positions.map((position) => ({ ...position, stance: "sceptical" as const }));
    expect(whysOf(figure, rowsOf(gloom))).toEqual([
      "officials do not speak for it twice as often as against",
      "experts are no longer split: one side has twice the other"
    ]);
    const glee = positions.map((position) => ({ ...position, stance: "favourable" as const }));
    expect(whysOf(figure, rowsOf(glee))).toContain("the publications do not speak against it twice as often as for");
  });
  it("draws a slot a position, mixed ones on both sides, with counts", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const texts = textsOf(svg);
      // A dash a position: as many on each side as are held, mixed ones twice.
      const dashes = (colour: string) =>
        [...svg.querySelectorAll(`[stroke="${colour}"] line`)].reduce((sum, line) => {
          const [from = 0, to = 0] = ["x1", "x2"].map((end) => Number(line.getAttribute(end)));
          const [long = 0, short = 0] = (line.parentElement?.getAttribute("stroke-dasharray") ?? "")
            .split(/[ ,]+/)
            .map(Number);
          return sum + Math.round(Math.abs(to - from) / (long + short));
        }, 0);
      expect([dashes("var(--fav)"), dashes("var(--scep)")]).toEqual([7, 6]);
      expect(texts).toEqual(expect.arrayContaining(["Officials", "Experts", "The publications themselves", "4"]));
      expect(texts.filter((text) => text === "Mining and refining")).toHaveLength(size === "sm" ? 3 : 1);
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("has every count in the table", () => {
    expect(figure.columns.map(({ text }) => rows.slice(0, 1).map(text))).toEqual([
      ["Officials"],
      ["Reserves"],
      ["2"],
      ["0"],
      ["0"],
      ["1"],
      ["3"]
    ]);
  });
});
