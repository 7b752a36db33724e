import { describe, expect, test } from "vitest";
import { disagreements } from "../../../src/notebook/page/disagreements.ts";
import { realNotebook } from "../../real-ledger.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";

const notebook = realNotebook();
const { rows } = notebook.tables.comparisons;
const block = elementOf(disagreements(notebook));
const row = (id: string): Element => one(block, `[id="${id}"]`);

describe("the comparisons", () => {
  test("have a row each, with an address, the widest first and those without a ratio last", () => {
    const ids = all(block, ".comparisons > li").map(({ id }) => `comparison.${id}`);
    expect([...ids].sort()).toEqual(rows.map(({ id }) => id).sort());
    const ratios = ids.map((id) => rows.find((candidate) => candidate.id === id)?.ratio ?? 0);
    expect(ratios).toEqual([...ratios].sort((a, b) => b - a));
  });

  test("have every figure with its evidence, every position, the word, and why", () => {
    for (const { id, figures, positions, word, explanation } of rows) {
      const item = row(id.replace("comparison.", ""));
      const shown = all(item, "[data-fact]").map((trigger) => trigger.getAttribute("data-fact") ?? "");
      expect(shown.toSorted(), id).toEqual(figures.toSorted());
      expect(all(item, 'a[href^="./positions#"]'), id).toHaveLength(positions.length);
      expect(wordsOf(one(item, ".judgement > p")), id).toContain(`${word} ${explanation}`.replace(/\s+/g, " "));
    }
  });

  test("have a strip where a ratio is allowed, with the ratio that the table has", () => {
    for (const { id, ratio } of rows) {
      const strips = all(row(id.replace("comparison.", "")), ".strip");
      expect(strips, id).toHaveLength(ratio === null ? 0 : 1);
      if (ratio !== null)
        expect(Number.parseFloat(strips[0]?.textContent?.match(/×([\d.]+)/)?.[1] ?? ""), id).toBeCloseTo(ratio, 0);
    }
  });

  test("that are of unlike things have ≠ between symbols, and no strip", () => {
    expect(wordsOf(one(row("us-production-taken-for-demand"), ".unlike"))).toBe("≠ ≠");
    expect(all(row("metric-tons-taken-for-megatonnes"), ".unlike")).toEqual([]);
  });

  test("have labels under marks that stand apart, and lines beside those that do not", () => {
    expect(row("plans-for-output").querySelector(".under")).not.toBeNull();
    expect(row("production-of-russia").querySelector(".beside")).not.toBeNull();
  });

  test("lead to the verdicts on their claims", () => {
    for (const link of all(block, ".verdicts a")) {
      const id = link.getAttribute("href")?.replace("#verdict-", "verdict.");
      const verdict = notebook.tables.verdicts.rows.find((candidate) => candidate.id === id);
      expect(wordsOf(link)).toBe(verdict?.verdict.replaceAll("-", " "));
    }
  });
});

test("the choice of kinds counts them", () => {
  const labels = all(block, ".choose-kind label").map(wordsOf);
  expect(labels[0]).toBe(`all ${rows.length}`);
  const counts = labels.slice(1).map((label) => Number(label.match(/\d+$/)?.[0]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test("one axis serves all strips", () => {
  expect(all(block, ".axis span").map(wordsOf)).toEqual(["lowest", "×2", "×4", "×8", "×16"]);
  const places = all(block, ".axis span").map((tick) => tick.getAttribute("style")?.match(/[\d.]+%/)?.[0]);
  const rules = all(row("plans-for-output"), '.strip > [y2="60"]').map((rule) => rule.getAttribute("x1"));
  expect(rules).toEqual(places);
});
