import { describe, expect, test } from "vitest";
import { ratioStrip } from "../../../src/notebook/page/ratio-strip.ts";
import { figureRow } from "../tables/figure-row.ts";
import { all, elementOf, one, wordsOf } from "./dom.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();
type Figures = ReturnType<typeof figureRow>[];

const stripOf = (...figures: Figures) => elementOf(ratioStrip(figures, notebook));
const place = (element: Element, attribute: string): number => Number.parseFloat(element.getAttribute(attribute) ?? "");
const small = figureRow({ id: "a.small", value: 4, speaker_kind: "statistic", speaker: "survey" });
const large = figureRow({ id: "a.large", value: 30, speaker_kind: "official", speaker: "minister" });

describe("a strip on a ratio scale", () => {
  const strip = stripOf(large, small);

  test("is said in words beside it, so it is hidden from those who hear the page", () => {
    expect(one(strip, "svg").getAttribute("aria-hidden")).toBe("true");
  });

  test("has a symbol of its kind for each statement, the lowest at the left", () => {
    const symbols = all(strip, "use").map((use) => [use.getAttribute("href"), place(use, "x")] as const);
    expect(symbols.map(([href]) => href)).toEqual(["#k-statistic", "#k-official"]);
    expect(symbols[0]?.[1]).toBeLessThan(symbols[1]?.[1] ?? 0);
  });

  test("says how many times the lowest the highest is", () => {
    expect(wordsOf(one(strip, "text"))).toBe("×7.5");
    expect(wordsOf(one(stripOf(figureRow({ value: 2500 }), figureRow({ value: 2600 })), "text"))).toBe("×1.04");
  });

  test("has a rule for each doubling, as many as it is told to have", () => {
    const rules = (doublings?: number): number =>
      all(elementOf(ratioStrip([figureRow({ value: 1 }), figureRow({ value: 8 })], notebook, doublings)), '[y2="60"]')
        .length;
    expect(rules()).toBe(4);
    expect(rules(5)).toBe(6);
  });

  test("stands on a ratio scale: equal ratios are equal distances", () => {
    const symbols = all(stripOf(...[10, 20, 40].map((value) => figureRow({ value }))), "use");
    const [a = 0, b = 0, c = 0] = symbols.map((use) => place(use, "x"));
    expect(b - a).toBeGreaterThan(10);
    expect(b - a).toBeCloseTo(c - b, 0);
  });

  test("joins unlike statements with a dashed bracket, like ones with a solid one", () => {
    const dashes = (...figures: Figures): number => all(stripOf(...figures), ".bracket.dashed").length;
    expect(dashes(small, large)).toBe(0);
    expect(dashes(small, figureRow({ ...large, basis: "resources" }))).toBe(1);
    // The line between the legs is the second, which the style sheet dashes.
    const [leg, line, other] = all(stripOf(small, large), ".bracket > *");
    expect(line?.getAttribute("y1")).toBe(line?.getAttribute("y2"));
    for (const side of [leg, other]) expect(side?.getAttribute("x1")).toBe(side?.getAttribute("x2"));
  });

  test("draws an interval from end to end in its source's colour, and brackets its ends", () => {
    const strip = stripOf(small, figureRow({ low: 10, value: null, high: 32, speaker_kind: "official" }));
    const bar = one(strip, ".interval");
    expect(bar.getAttribute("stroke")).toBe("var(--k-diamond)");
    expect(place(bar, "x1")).toBeLessThan(place(bar, "x2"));
    expect(wordsOf(one(strip, "text"))).toBe("×8");
  });

  test("has an arrow over what is a lower bound, and one under what is an upper bound", () => {
    const arrows = all(
      stripOf(
        small,
        figureRow({ low: 20, value: null, high: null, comparator: ">" }),
        figureRow({ low: null, value: null, high: 30, comparator: "<=" })
      ),
      ".arrow"
    );
    expect(arrows.map(wordsOf)).toEqual(["→", "←"]);
    const [over = 0, under = 0] = arrows.map((arrow) => place(arrow, "y"));
    expect(over).toBeLessThan(under);
  });

  test("has superseded editions small, on a trail to what their speaker says now, and at no end of the bracket", () => {
    const strip = stripOf(small, large, figureRow({ ...small, id: "a.old", value: 3.5, current: false }));
    const [old, now] = [one(strip, "rect"), all(strip, "use")[0]];
    const trail = one(strip, ".trail");
    expect([place(trail, "x1"), place(trail, "x2")]).toEqual([place(old, "x"), place(now as Element, "x")]);
    expect(place(old, "x")).toBeLessThan(place(now as Element, "x"));
    expect(wordsOf(one(strip, "text"))).toBe("×7.5");
  });
});

describe("there is no strip", () => {
  test.each([
    ["of one statement", [small]],
    ["of statements that agree", [small, figureRow({ ...small, id: "b.two" })]],
    ["of statements without an amount", [small, figureRow({ comparator: "unquantified" })]],
    ["of nothing", []]
  ])("%s", (_, figures) => {
    expect(ratioStrip(figures, notebook)).toBe("");
  });
});
