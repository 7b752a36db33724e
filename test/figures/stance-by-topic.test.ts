import { describe, expect, it } from "vitest";
import { stanceByTopic as figure } from "../../src/figures/stance-by-topic.ts";
import type { Stance } from "../../src/notebook/ledger/schema.ts";
import { canvas, sizes, textsOf } from "../notebook/kit/canvas.ts";
import { positionRow, tablesOf } from "./tables-fixture.ts";

const shortNames: Readonly<Record<string, string>> = {
  refining: "Refining",
  "us-interest": "US",
  "political-risk": "Risk"
};
const labelsOfTopics = {
  reserves: "Reserves",
  refining: "Mining and refining",
  cost: "Cost",
  "us-interest": "US interest",
  china: "China",
  "political-risk": "Political risk"
};
type Topic = keyof typeof labelsOfTopics;

const held = (topic: Topic, stances: Stance[], source = "izvestia") =>
  stances.map((stance, index) =>
    positionRow({
      id: `${source}.${topic}-${index}`,
      speaker: "peter-arkell",
      topic,
      topic_label: labelsOfTopics[topic],
      topic_short: shortNames[topic] ?? labelsOfTopics[topic],
      topic_column: Object.keys(labelsOfTopics).indexOf(topic) + 1,
      stance
    })
  );
const positions = [
  ...held("reserves", ["favourable", "favourable", "mixed", "describes"]),
  ...held("refining", ["sceptical"]),
  ...held("cost", ["sceptical", "sceptical", "mixed"], "sputnik"),
  ...held("us-interest", ["favourable"]),
  ...held("china", ["sceptical", "describes"]),
  ...held("political-risk", ["sceptical"])
];
const other = positionRow({ id: "izvestia.climate", speaker: "peter-arkell", topic: "climate", stance: "favourable" });
const rows = figure.select(tablesOf({ positions: [other, ...positions.toReversed()] }));

describe("stance by topic", () => {
  it("counts the positions of the matrix's topics", () => {
    expect(rows.map(({ topic }) => topic)).toEqual(Object.keys(labelsOfTopics));
    expect(rows[0]).toMatchObject({ favourable: 2, sceptical: 0, mixed: 1, describes: 1 });
    expect(rows[0]?.evidence.toSorted()).toEqual(
      ["reserves-0", "reserves-1", "reserves-2", "reserves-3"].map((id) => `izvestia.${id}`)
    );
  });
  it("says on which topics favour prevails", () => {
    const words = figure.words(rows);
    expect(words.title).toBe("Favour prevails on reserves and US interest, doubt on the four other topics");
    expect(words.subtitle).toContain("six topics in two publications");
    expect(words.notes[0]).toContain("Of 12 positions, 2 only describe");
    expect(words.description).toContain("cost has 1 and 3");
    expect(words.description).toContain("refining, cost, China and political risk");
  });
  it("doubts its title on a tie, and on favour or doubt everywhere", () => {
    expect(figure.doubts(rows)).toEqual([]);
    const tie = [...positions, ...held("refining", ["favourable"], "sputnik")];
    expect(figure.doubts(figure.select(tablesOf({ positions: tie })))).toEqual([
      "neither side prevails on Mining and refining"
    ]);
    const gloom = positions.map((position) => ({ ...position, stance: "sceptical" as const }));
    expect(figure.doubts(figure.select(tablesOf({ positions: gloom })))).toEqual(["favour prevails on no topic"]);
    const alone = figure.select(tablesOf({ positions: held("reserves", ["favourable"]) }));
    expect(figure.doubts(alone)).toEqual(["doubt prevails on no topic"]);
  });
  it("counts mixed positions on both sides", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const texts = textsOf(svg);
      expect(texts.filter((text) => /^\d+$/.test(text))).toEqual([
        "3",
        "0",
        "1",
        "1",
        "0",
        "0",
        "1",
        "1",
        "3",
        "0",
        "1",
        "1"
      ]);
      expect(texts).toContain(size === "sm" ? "Risk" : "Political risk");
      expect(texts.includes("sceptical")).toBe(size !== "sm");
      expect(svg.getAttribute("role")).toBe("img");
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
  });
  it("gives topics their short names where columns are narrow", () => {
    expect(textsOf(figure.draw(rows, canvas("md", 520)))).toContain("Refining");
  });
  it("has every count in the table", () => {
    expect(figure.columns.map(({ text }) => rows.slice(0, 1).map(text))).toEqual([
      ["Reserves"],
      ["2"],
      ["0"],
      ["1"],
      ["1"],
      ["4"]
    ]);
  });
});
