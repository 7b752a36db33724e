import { describe, expect, test } from "vitest";
import { ratioStrip } from "../../src/page/ratio-strip.ts";
import { figureRow } from "../tables/figure-row.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";

const stripOf = (figures: Parameters<typeof ratioStrip>[0]) => ratioStrip(figures, { width: 346 });
const small = figureRow({ id: "a.small", value: 4, speaker_kind: "statistic" });
const large = figureRow({ id: "a.large", value: 30, speaker_kind: "official" });

describe("a strip on a ratio scale", () => {
  const strip = elementOf(stripOf([large, small]));

  test("is said in words beside it, so it is hidden from those who hear the page", () => {
    expect(one(strip, "svg").getAttribute("aria-hidden")).toBe("true");
  });

  test("has a symbol of its kind for each statement, the lowest at the left", () => {
    const symbols = all(strip, "use").map((use) => [use.getAttribute("href"), Number(use.getAttribute("x"))] as const);
    expect(symbols.map(([href]) => href)).toEqual(["#k-statistic", "#k-official"]);
    expect(symbols[0]?.[1]).toBeLessThan(symbols[1]?.[1] ?? 0);
  });

  test("says how many times the lowest the highest is", () => {
    expect(wordsOf(one(strip, "text"))).toBe("×7.5");
  });

  test("has a rule for each doubling", () => {
    expect(all(elementOf(stripOf([figureRow({ value: 1 }), figureRow({ value: 8 })])), 'path[d$="V60"]')).toHaveLength(
      4
    );
  });

  test("stands on a ratio scale: equal ratios are equal distances", () => {
    const places = (...values: number[]): number[] =>
      all(elementOf(stripOf(values.map((value) => figureRow({ value })))), "use").map((use) =>
        Number(use.getAttribute("x"))
      );
    const [a = 0, b = 0, c = 0] = places(10, 20, 40);
    expect(b - a).toBeCloseTo(c - b, 0);
  });

  test("joins unlike statements with a dashed bracket, like ones with a solid one", () => {
    const dashes = (...figures: ReturnType<typeof figureRow>[]): number =>
      all(elementOf(stripOf(figures)), 'path[stroke="var(--ink)"][stroke-dasharray]').length;
    expect(dashes(small, large)).toBe(0);
    expect(dashes(small, figureRow({ ...large, basis: "resources" }))).toBe(1);
  });

  test("draws an interval from end to end", () => {
    const wide = figureRow({ low: 10, value: null, high: 20 });
    expect(all(elementOf(stripOf([small, wide])), 'path[stroke-width="5"]')).toHaveLength(1);
  });
});

describe("there is no strip", () => {
  test.each([
    ["of one statement", [small]],
    ["of statements that agree", [small, figureRow({ ...small, id: "b.two" })]],
    ["of statements without an amount", [small, figureRow({ comparator: "unquantified" })]],
    ["of nothing", []]
  ])("%s", (_, figures) => {
    expect(stripOf(figures)).toBe("");
  });
});
