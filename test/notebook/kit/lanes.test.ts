import { describe, expect, it } from "vitest";
import { bracketHeight, bracketMark } from "../../../src/notebook/kit/labels.ts";
import type { Lane, LaneBlock } from "../../../src/notebook/kit/lane-layout.ts";
import { drawLanes, lanesHeight } from "../../../src/notebook/kit/lanes.ts";
import { ticksTo, tickTexts } from "../../../src/notebook/kit/plot.ts";
import { textWidth, wrapEvenly, wrapText } from "../../../src/notebook/kit/text.ts";
import { canvas, linksOf, sizes, textsOf } from "./canvas.ts";

const lane = (part: Partial<Lane>): Lane => ({
  name: "Somebody",
  detail: "in Somewhere",
  symbol: "diamond",
  evidence: "a-source.reserves",
  label: "10 tonnes, Somebody, in Somewhere",
  at: 10,
  comparator: "=",
  text: "10",
  ...part
});
const block = (lanes: Lane[], rest: Partial<LaneBlock> = {}): LaneBlock => ({
  lanes,
  ticks: [0, 10],
  tickText: tickTexts([0, 10], "t"),
  ...rest
});
const draw = (blocks: LaneBlock[], size: "sm" | "md" | "lg" = "lg", width?: number) =>
  drawLanes(blocks, canvas(size, width));
const arrowsOf = (svg: Element) => svg.querySelectorAll('path[stroke="var(--k-diamond)"]');

describe("drawLanes", () => {
  it("gives each lane a link, a name, a detail and a value", () => {
    const svg = draw([block([lane({}), lane({ name: "Another", at: 5, text: "5" })])]);
    expect(linksOf(svg)).toHaveLength(2);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(["0", "10\u00a0t", "Somebody", "Another", "in Somewhere", "10", "5"])
    );
  });
  it("puts labels above the lanes on a phone, in two lines where one is too short", () => {
    const short = [block([lane({})])];
    const long = [block([lane({ detail: "in a publication with a name that is rather long" })])];
    expect(textsOf(draw(short, "sm"))).toContain("Somebodyin Somewhere");
    expect(lanesHeight("sm", long)).toBeGreaterThan(lanesHeight("sm", short));
    expect(draw(long, "sm").querySelector("tspan")?.getAttribute("dy")).toBe("16");
  });
  it("points left for upper bounds, right for lower bounds", () => {
    const arrows = (comparator: Lane["comparator"]) => arrowsOf(draw([block([lane({ comparator })])]));
    expect(arrows("=")).toHaveLength(0);
    expect(arrows("~")).toHaveLength(0);
    for (const comparator of ["<", "<=", "nearly"] as const)
      expect(arrows(comparator)[0]?.getAttribute("d")).toContain("h-11");
    for (const comparator of [">", ">="] as const) expect(arrows(comparator)[0]?.getAttribute("d")).toContain("h11");
  });
  it("draws an interval as a thick bar in its source's colour", () => {
    const svg = draw([block([lane({ interval: [4, 8], at: 6, text: "4–8" })])]);
    expect(svg.querySelector('[stroke-width="5"]')?.outerHTML).toContain("var(--k-diamond)");
  });
  it("draws categories as pieces of a bar, each a link, with the words that fit", () => {
    const category = (from: number, to: number, texts: string[]) => ({
      from,
      to,
      texts,
      colour: "var(--red)",
      ink: "var(--ink)",
      evidence: `a.b.${to}`,
      label: `to ${to}`
    });
    const pieces = [category(0, 9, ["wide enough", "w"]), category(9, 9.5, ["too wide a text", "t"])];
    const svg = draw([block([lane({ categories: pieces })])]);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["wide enough", "t"]));
    expect(linksOf(svg).map(({ name }) => name)).toEqual([
      "10 tonnes, Somebody, in Somewhere",
      "wide enough: to 9",
      "t: to 9.5"
    ]);
    expect(svg.querySelectorAll('rect[fill="var(--red)"]')).toHaveLength(2);
    expect(textsOf(draw([block([lane({ categories: [category(0, 1, [])] })])]))).toContain("");
  });
  it("draws arithmetic as a bar with an equals sign", () => {
    const bar = [
      { to: 10, colour: "var(--blue-tint)" },
      { to: 2, colour: "var(--red)" }
    ];
    for (const size of sizes) {
      const svg = draw([block([lane({ bar, symbol: "equals", remark: "in all" })])], size);
      expect([...svg.querySelectorAll("rect")].map((rect) => rect.getAttribute("fill"))).toEqual([
        "var(--blue-tint)",
        "var(--red)"
      ]);
      expect(svg.querySelector('a [stroke="var(--ink3)"]')).not.toBeNull();
      expect(textsOf(svg).join()).toContain("in all");
    }
  });
  it("gives two blocks their own axes and headings", () => {
    const blocks = [
      block([lane({})], { heading: "Tonnes" }),
      block([lane({ at: 1, text: "1%" })], { heading: "Share", ticks: [0, 1], tickText: tickTexts([0, 1], "%") })
    ];
    for (const size of sizes)
      expect(textsOf(draw(blocks, size))).toEqual(expect.arrayContaining(["Tonnes", "Share", "10\u00a0t", "1%"]));
  });
  it("is as high as it says, whatever its width within a size", () => {
    const blocks = [block([lane({})])];
    for (const [size, width] of [
      ["sm", 300],
      ["sm", 519],
      ["md", 520],
      ["md", 799],
      ["lg", 1134]
    ] as const)
      expect(draw(blocks, size, width).getAttribute("height")).toBe(String(lanesHeight(size, blocks)));
  });
});

describe("bracket", () => {
  const bracket = { from: 2, to: 10, text: "×5", dashed: true, evidence: "derived.ratio", label: "five times" };
  const pathOf = (svg: Element) => svg.querySelector('path[stroke="var(--ink)"]');

  it("is dashed where definitions differ and solid where they do not; its ratio opens the sum", () => {
    const dashed = draw([block([lane({})], { bracket })]);
    expect(pathOf(dashed)?.getAttribute("stroke-dasharray")).toBe("3 3");
    expect(linksOf(dashed).at(-1)).toEqual({ href: "#e-derived-ratio", name: "five times" });
    const solid = draw([block([lane({})], { bracket: { ...bracket, dashed: false } })]);
    expect(pathOf(solid)?.hasAttribute("stroke-dasharray")).toBe(false);
  });
  it("puts the ratio in a gap of the line, or beside a short line", () => {
    const long = draw([block([lane({})], { bracket })]);
    const short = draw([block([lane({})], { bracket: { ...bracket, from: 9.9, reason: "for a reason" } })]);
    const left = draw([block([lane({})], { bracket: { ...bracket, to: 2.1, reason: "for a reason" } })]);
    expect(pathOf(long)?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
    expect(pathOf(short)?.getAttribute("d")?.match(/M/g)).toHaveLength(1);
    const reasonOf = (svg: Element) =>
      [...svg.querySelectorAll("text")].find(({ textContent }) => textContent === "for a reason");
    expect(reasonOf(short)?.getAttribute("text-anchor")).toBe("middle");
    expect(reasonOf(left)?.getAttribute("text-anchor")).toBe("start");
  });
  it("lets a long reason run from the edge that it would cross", () => {
    const reason = "different definitions of what is counted: it is not the same quantity";
    const ends = [
      { from: 0, to: 4 },
      { from: 7, to: 10 }
    ].map((at) => {
      const svg = draw([block([lane({})], { bracket: { ...bracket, ...at, reason } })], "sm", 600);
      const text = [...svg.querySelectorAll("text")].find(({ textContent }) => textContent === reason);
      return [text?.getAttribute("x"), text?.getAttribute("text-anchor")];
    });
    expect(ends).toEqual([
      ["0", "start"],
      ["600", "end"]
    ]);
  });
  it("has its legs down where it stands above the marks", () => {
    const mark = bracketMark(bracket, 20, "down") as (...args: unknown[]) => Element;
    const scale = { x: (value: number) => value * 50 };
    const drawn = mark([], scale, {}, { width: 600 }, { document: canvas("lg").document });
    expect(drawn.querySelector("path")?.getAttribute("d")).toMatch(/^M100 29V20/);
    expect(mark([], {}, {}, { width: 600 }, { document: canvas("lg").document }).querySelector("path")).not.toBeNull();
  });
  it("measures from zero: the lower amount lies on it as often as the ratio says", () => {
    const mark = bracketMark(bracket, 20) as (...args: unknown[]) => Element;
    const scale = { x: (value: number) => 30 + value * 50 };
    const drawn = mark([], scale, {}, { width: 600 }, { document: canvas("lg").document });
    expect(drawn.querySelector('path[stroke-width="3"]')?.getAttribute("d")).toBe("M30 20H130");
    expect(drawn.querySelector("path")?.getAttribute("d")).toContain("H530");
  });
  it("reserves height for every line of its reason", () => {
    const reason = "different definitions of what is counted, so that it is not the same quantity";
    expect(bracketHeight(bracket, 200)).toBeLessThan(bracketHeight({ ...bracket, reason }, 800));
    expect(bracketHeight({ ...bracket, reason }, 800)).toBeLessThan(bracketHeight({ ...bracket, reason }, 200));
  });
});

describe("text", () => {
  it("is wider the longer, larger and bolder it is", () => {
    expect(textWidth("mm", 10)).toBeGreaterThan(textWidth("ii", 10));
    expect(textWidth("a", 20)).toBeCloseTo(2 * textWidth("a", 10));
    expect(textWidth("a", 10, 600)).toBeGreaterThan(textWidth("a", 10));
  });
  it("wraps between words", () => {
    expect(wrapText("one two three", 50, 12)).toEqual(["one two", "three"]);
    expect(wrapText("one two three", 500, 12)).toEqual(["one two three"]);
  });
  it("breaks evenly, so that no word stands alone", () => {
    expect(wrapText("one two three four", 80, 12)).toEqual(["one two three", "four"]);
    expect(wrapEvenly("one two three four", 80, 12)).toEqual(["one two", "three four"]);
    expect(wrapEvenly("one two", 80, 12)).toEqual(["one two"]);
  });
});

describe("ticks", () => {
  it("are round, start at zero and come near the maximum", () => {
    expect(ticksTo(29)).toEqual([0, 10, 20, 30]);
    expect(ticksTo(2600)).toEqual([0, 1000, 2000, 3000]);
    expect(ticksTo(1)).toEqual([0, 0.5, 1]);
    expect(ticksTo(11400)).toEqual([0, 5000, 10000]);
  });
  it("bear the unit on the last one only", () => {
    expect([0, 1000].map(tickTexts([0, 1000], "t"))).toEqual(["0", "1,000\u00a0t"]);
    expect([0, 1].map(tickTexts([0, 1], "%"))).toEqual(["0", "1%"]);
  });
});
