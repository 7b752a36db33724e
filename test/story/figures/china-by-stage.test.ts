import { describe, expect, it } from "vitest";
import { chinaByStage as figure } from "../../../src/figures/china-by-stage.ts";
import type { QuantityRow } from "../../../src/notebook/tables/figures.ts";
import { canvas, linksOf, sizes, textsOf } from "../../notebook/kit/canvas.ts";
import { derivedRow, figureRow, tablesOf } from "../../notebook/kit/tables-fixture.ts";
import { whysOf } from "../../notebook/kit/whys-of.ts";

const output = figureRow({
  id: "usgs.mine-production.china.2025",
  subject: "china",
  metric: "production",
  period: "2025"
});
const survey = derivedRow({
  id: "derived.survey-output-share-china",
  inputs: [output.id],
  value: 65.3,
  digits: 2,
  unit: "%"
});
const share = (id: string, metric: string, value: number, rest: Partial<QuantityRow> = {}) =>
  figureRow({ id, metric, value, subject: "china", unit: "%", ...rest });
const kept: Partial<QuantityRow> = { reading: "second-hand", publisher: "this-notebook", chain: ["this-notebook"] };
const market = share("russia-post.market", "share-of-market", 0, {
  low: null,
  value: null,
  high: 88,
  comparator: "<=",
  speaker: "arctida-authors",
  voice: "authorial",
  printed: "up to 88%"
});
const said = [
  share("further-statements.mining", "share-of-output", 60, {
    ...kept,
    material: "magnet-rare-earths",
    period: "2023"
  }),
  share("further-statements.magnets", "share-of-magnet-output", 95, kept),
  share("further-statements.refining", "share-of-refining", 91, kept),
  { ...market, value: null }
];
const others = [
  share("izvestia.aim", "share-of-market", 50, { status: "target" }),
  share("izvestia.old", "share-of-output", 99, { current: false }),
  share("izvestia.russia", "share-of-output", 1, { subject: "russia" })
];
const select = (figures = said) =>
  figure.select(tablesOf({ figures: [output, ...figures, ...others], derived: [survey] }));
const rows = select();

describe("China's share by stage", () => {
  it("puts each statement at the stage that its source names, and leaves out aims, old editions and other countries", () => {
    expect(rows.map(({ stage, evidence }) => [stage, evidence[0]])).toEqual([
      ["mine", survey.id],
      ["mine", "further-statements.mining"],
      ["not-named", "russia-post.market"],
      ["refining", "further-statements.refining"],
      ["magnets", "further-statements.magnets"]
    ]);
  });
  it("gives the mine's share as ours and the later ones as said", () => {
    const words = figure.words(rows);
    expect(words.title).toMatch(
      /^“China’s share” is put at anything from \d+ to 95%, and it is not a share of one thing$/
    );
    expect(words.notes[0]).toContain("Where no stage is named");
    expect(words.description).toContain("Stage not named: up to 88%");
  });
  it("doubts its title once all shares are of one stage", () => {
    expect(whysOf(figure, rows)).toEqual([]);
    expect(
      whysOf(
        figure,
        rows.filter(({ stage }) => stage === "mine")
      )
    ).toHaveLength(1);
  });
  it("cannot be drawn without a later stage", () => {
    expect(() => figure.words(select([market]))).toThrow("stage after the mine");
  });
  it("draws an axis a stage, with ≠ between them and nothing that joins them", () => {
    for (const size of sizes) {
      const svg = figure.draw(rows, canvas(size));
      const texts = textsOf(svg);
      expect(texts.filter((text) => text.startsWith("≠"))).toHaveLength(3);
      expect(texts.filter((text) => text === "100%")).toHaveLength(4);
      expect(texts).toContain("65%");
      expect(texts.join(" ")).toContain("Authors in Russia.Post");
      expect(texts.join(" ")).toContain("magnet rare earths, 2023, second-hand");
      expect(svg.getAttribute("height")).toBe(String(figure.height(size, rows)));
    }
    expect(linksOf(figure.draw(rows, canvas("lg")))[0]?.name).toBe("65% of mine output, this notebook’s division");
  });
  it("names the stage in its table", () => {
    expect(rows.map((row) => figure.columns[0]?.text(row))).toEqual([
      "Mine output",
      "Mine output",
      "Stage not named",
      "Separation and refining",
      "Magnets"
    ]);
  });
});
