import { describe, expect, test } from "vitest";
import { blockViolations } from "../../../src/notebook/page/checks/page-blocks.ts";
import { noGaps } from "../../../src/notebook/page/checks/violation.ts";
import { modelBlock, modelFigure, recordsOfModel } from "../../../src/notebook/page/model-block.ts";
import { canvas } from "../../notebook/kit/canvas.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { testedNotebook } from "../../real-ledger.ts";
import { models } from "../../story.ts";

const notebook = testedNotebook();
const blockOf = (name: string) => {
  const model = models.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`no model ${name}`);
  return elementOf(modelBlock(model, { notebook, document: canvas("lg").document }));
};

describe("a model, before any script", () => {
  const block = blockOf("goal");

  test("reads complete, with the sources' numbers", () => {
    expect(wordsOf(one(block, ".question"))).toBe(
      "Suppose Russia aims for 12% of the world’s output in 2030, while the world’s output grows by 0% a year from 390,000 tonnes and Russia’s by 0% a year from 2,600 tonnes, both as of 2025."
    );
    expect(wordsOf(one(block, ".answer"))).toContain("The share would be 46,800 tonnes, 18 times today’s output");
  });

  test("says of each number whose it is, with the source's evidence", () => {
    expect(all(block, ".given b").map(wordsOf)).toEqual(["Given", "Given", "Assumed", "Assumed"]);
    expect(all(block, ".given .ev").map((button) => button.getAttribute("data-fact"))).toEqual([
      "rex-reuters.target-share",
      "rex-reuters.target-share"
    ]);
    expect(wordsOf(all(block, ".given li")[2] ?? block)).toContain("no source gives one");
  });

  test("keeps a speaker's symbol with the first word of the name", () => {
    const [symbol] = all(block, ".given .sym");
    expect(symbol?.parentElement?.className).toBe("nb");
    expect(wordsOf(symbol?.parentElement ?? block)).toBe("Russia,");
  });

  test("is drawn at three widths and holds its numbers for the script", () => {
    expect(all(block, ".drawing svg")).toHaveLength(3);
    const start = JSON.parse(one(block, "figure").getAttribute("data-start") ?? "") as Record<string, number>;
    expect(start).toMatchObject({ share: 12, year: 2030, world: 0, russia: 0, firstYear: 2025 });
  });
});

describe("what is taken of a model", () => {
  const block = blockOf("goal");

  test("has the row of every figure, and a table of what is drawn", () => {
    expect(all(block, ".actions a").map(wordsOf)).toEqual([
      ...["Data", "Table", "SVG", "PNG", "Code", "Evidence"],
      "Link to these numbers"
    ]);
    const rows = all(block, "#goal-data tbody tr").map(wordsOf);
    expect(rows).toHaveLength(19);
    expect(rows).toContain("12% of the world203046,800 tonnes");
    expect(rows).toContain("Russia, at the growth that it takes203046,800 tonnes");
    expect(all(block, one(block, ".actions a.ev").getAttribute("href") ?? "")).toHaveLength(1);
  });

  test("says that it holds the numbers as written", () => {
    expect(all(block, ".notes, .about-data").map(wordsOf).join(" ")).toContain("hold the numbers as written");
  });

  test.each(models.map((model) => [model.name, model] as const))(
    "%s has its question, answer and records",
    (_, model) => {
      const { figure, rows } = modelFigure(model, notebook);
      const { howToRead, description, notes } = figure.words(rows);
      expect([howToRead, description].join()).not.toMatch(/[{}<]|undefined/);
      expect(notes).toContain(description);
      expect(rows.length).toBeGreaterThan(2);
      for (const row of rows) expect(row.evidence).toEqual(recordsOfModel(model));
    }
  );
});

test("arithmetic over unlike things says so", () => {
  expect(wordsOf(blockOf("gap"))).toContain("a conditional reading of two unlike numbers");
});

test("a model that no file makes is faulted with the nearest name", () => {
  const [violation] = blockViolations("```model gool\n```\n", notebook, noGaps);
  expect(violation).toMatchObject({ message: 'no model is called "gool"' });
  expect(violation?.remedy).toContain("goal");
});
