import { describe, expect, test } from "vitest";
import { comparisonBlock, disagreements } from "../../../src/notebook/page/disagreements.ts";
import { capitalised } from "../../../src/notebook/words/words.ts";
import { all, elementOf, one, wordsOf } from "../../notebook/page/dom.ts";
import { realNotebook } from "../../real-ledger.ts";

const notebook = realNotebook();
const { rows } = notebook.tables.comparisons;
const block = elementOf(disagreements(notebook));
const row = (id: string): Element => one(block, `[id="${id}"]`);

describe("the comparisons", () => {
  test("have a row each, with an address, by kind, the widest first and those without a ratio last", () => {
    const ids = all(block, ".comparisons > li").map(({ id }) => `comparison.${id}`);
    expect([...ids].sort()).toEqual(rows.map(({ id }) => id).sort());
    for (const fold of all(block, "details[id]")) {
      const own = all(fold, "li[id]").map(({ id }) => rows.find((row) => row.id === `comparison.${id}`));
      expect(new Set(own.map((row) => row?.kind))).toEqual(new Set([fold.id]));
      const ratios = own.map((row) => row?.ratio ?? 0);
      expect(ratios).toEqual([...ratios].sort((a, b) => b - a));
    }
  });

  test("that a page tells itself are not in the list again", () => {
    const rest = elementOf(disagreements(notebook, new Set(["reserves-of-russia"])));
    expect(rest.querySelector("#reserves-of-russia")).toBeNull();
    expect(all(rest, ".comparisons > li")).toHaveLength(rows.length - 1);
  });

  test("have every figure with its evidence, every position, the word, and why", () => {
    for (const { id, figures, positions, word, explanation } of rows) {
      const item = row(id.replace("comparison.", ""));
      const shown = all(item, "[data-fact]").map((trigger) => trigger.getAttribute("data-fact") ?? "");
      expect(shown.toSorted(), id).toEqual(figures.toSorted());
      expect(all(item, 'a[href^="./positions#"]'), id).toHaveLength(positions.length);
      expect(wordsOf(one(item, ".judgement > p:first-child")), id).toContain(
        `${word} ${explanation}`.replace(/\s+/g, " ")
      );
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
    // What somebody says without a number has no mark to stand under.
    expect(all(row("home-market"), ".under")).toHaveLength(1);
    expect(all(block, ".under li:not([style])")).toEqual([]);
  });

  test("say so in words where the ratio is one across definitions", () => {
    const dashed = rows.filter(({ id }) => row(id.replace("comparison.", "")).querySelector(".bracket.dashed"));
    expect(dashed.map(({ id }) => id)).toContain("comparison.reserves-of-russia");
    for (const { id } of rows) {
      const isDashed = dashed.some((other) => other.id === id);
      expect(row(id.replace("comparison.", "")).querySelector(".definitions") !== null, id).toBe(isDashed);
    }
  });

  test("lead to the verdicts on their claims", () => {
    for (const link of all(block, ".verdicts a")) {
      const id = link.getAttribute("href")?.replace("./disagreements#verdict-", "verdict.");
      const verdict = notebook.tables.verdicts.rows.find((candidate) => candidate.id === id);
      expect(wordsOf(link)).toBe(capitalised(verdict?.verdict.replaceAll("-", " ") ?? ""));
    }
  });
});

test("a fold says how many comparisons it holds, and is closed", () => {
  const folds = all(block, "details[id]");
  expect(folds.length).toBeGreaterThan(1);
  for (const fold of folds) {
    expect(wordsOf(one(fold, "summary"))).toMatch(new RegExp(`, ${all(fold, ".comparisons > li").length} `));
    expect(fold.hasAttribute("open")).toBe(false);
  }
});

test("one axis serves all strips of a fold, and stands only over strips", () => {
  for (const fold of all(block, "details[id]"))
    expect(all(fold, ".axis"), fold.id).toHaveLength(all(fold, ".strip").length > 0 ? 1 : 0);
  const fold = row("plans-for-output").closest("details") as Element;
  const places = all(fold, ".axis span").map((tick) => tick.getAttribute("style")?.match(/[\d.]+%/)?.[0]);
  const rules = all(row("plans-for-output"), '.strip > [y2="60"]').map((rule) => rule.getAttribute("x1"));
  expect(rules).toEqual(places);
});

test("a comparison told by itself has every figure, the word, and no heading of its own", () => {
  const told = elementOf(`<div>${comparisonBlock("consumption-of-russia", notebook)}</div>`);
  const comparison = rows.find(({ id }) => id === "comparison.consumption-of-russia");
  expect(
    all(told, "[data-fact]")
      .map((trigger) => trigger.getAttribute("data-fact"))
      .sort()
  ).toEqual(comparison?.figures.toSorted());
  expect(wordsOf(one(told, ".judgement"))).toContain(comparison?.word);
  expect(all(told, ".axis span").map(wordsOf)).toEqual(["lowest", "×2", "×4", "×8"]);
  expect(told.querySelector("h2, h3")).toBeNull();
  const reserves = elementOf(`<div>${comparisonBlock("reserves-of-russia", notebook)}</div>`);
  expect(wordsOf(one(reserves, ".judgement b"))).toBe("Different definition");
  expect(wordsOf(one(reserves, ".definitions"))).toBe("The ratio proves neither wrong.");
  expect(() => comparisonBlock("cheese", notebook)).toThrow("cheese");
});
