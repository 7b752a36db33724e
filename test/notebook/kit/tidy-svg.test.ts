import * as Plot from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { base, tidySvg, topAxis, xYears, yAxis } from "../../../src/notebook/kit/plot.ts";
import { symbolMarks, symbolStyle, symbolStyles } from "../../../src/notebook/kit/symbols.ts";
import { canvas, linksOf, textsOf } from "./canvas.ts";

const symbols = [...Object.keys(symbolStyles), "equals"];
const rows = symbols.map((symbol, index) => ({ symbol, index }));

function drawing(scale = 1) {
  const marks = symbolMarks(rows, {
    x: ({ index }) => index / 3,
    y: ({ index }) => index,
    symbol: ({ symbol }) => symbol,
    evidence: ({ symbol }) => `a-source.${symbol}`,
    label: ({ symbol }) => `a ${symbol}`,
    scale
  });
  return tidySvg(Plot.plot(base(canvas("sm"), 200, { marks: [topAxis([0, 1, 2], (tick) => `${tick} t`), marks] })));
}

describe("tidySvg", () => {
  const svg = drawing();
  it("leaves nothing random, nothing that a strict policy blocks, and no literal colour", () => {
    const html = svg.outerHTML;
    expect(html).toBe(drawing().outerHTML);
    expect(html).not.toMatch(/<style|plot-[0-9a-f]|style=|xlink|#[0-9a-f]{3,6}\b|rgb/);
    expect(svg.getAttribute("class")).toBe("plot");
  });
  it("rounds coordinates to one decimal", () => {
    expect(svg.outerHTML).not.toMatch(/[ ,("-]\d+\.\d{2,}/);
  });
  it("keeps the factor of a scale, which the places drawn on it share", () => {
    const { document } = canvas("sm");
    const plot = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    plot.innerHTML = '<g transform="translate(1.234,5) scale(0.87)"></g>';
    expect(tidySvg(plot).firstElementChild?.getAttribute("transform")).toBe("translate(1.2,5) scale(0.87)");
  });
  it("drops styles and descriptions of marks, which a strict policy blocks or a link says itself", () => {
    const { document } = canvas("sm");
    const plot = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    plot.innerHTML = '<g style="fill: red" aria-description="a mark" fill="red"></g>';
    expect(tidySvg(plot).innerHTML).toBe('<g fill="red" aria-hidden="true"></g>');
  });
  it("keeps a circle round where its radius is halfway between two decimals", () => {
    const [circle] = [...drawing(0.85).querySelectorAll("a")].filter((link) => link.outerHTML.includes("--k-circle"));
    expect(circle?.lastElementChild?.getAttribute("d")).toBe("M4.3,0A4.3,4.3,0,1,1,-4.3,0A4.3,4.3,0,1,1,4.3,0Z");
  });
  it("names links on the link, in the rows' order, and hides the rest", () => {
    expect(svg.getAttribute("role")).toBe("group");
    expect(linksOf(svg)).toEqual(symbols.map((symbol) => ({ href: `#e-a-source-${symbol}`, name: `a ${symbol}` })));
    const groups = [...svg.children];
    expect(groups.filter((group) => group.getAttribute("aria-hidden") !== "true")).toHaveLength(1);
    expect(svg.querySelectorAll("[aria-label]")).toHaveLength(symbols.length);
  });
  it("is an image where nothing is a link", () => {
    const axes = [yAxis([0, 10, 20], "kt"), xYears([2020, 2025], true)];
    const plain = tidySvg(Plot.plot(base(canvas("sm"), 200, { x: { domain: [2020, 2025] }, marks: axes })));
    expect(plain.getAttribute("role")).toBe("img");
    expect(textsOf(plain)).toEqual(["0", "10", "20 kt", "2020", "’25"]);
  });
  it("refuses clips, whose ids repeat on a page", () => {
    const clipped = Plot.plot(base(canvas("sm"), 200, { marks: [Plot.dot([[1, 2]], { clip: true })] }));
    expect(() => tidySvg(clipped)).toThrow("clip");
  });
});

describe("symbolMarks", () => {
  it("draws a ring, a halo of paper and the symbol in its shape's colour", () => {
    const [square, , , circle] = drawing().querySelectorAll("a");
    expect([...(square?.children ?? [])].map(({ localName }) => localName)).toEqual(["circle", "path", "path"]);
    expect(square?.children[1]?.getAttribute("fill")).toBe("var(--paper)");
    expect(square?.children[2]?.getAttribute("fill")).toBe("var(--k-square)");
    expect(circle?.children[2]?.getAttribute("stroke")).toBe("var(--k-circle)");
    expect(circle?.children[2]?.getAttribute("fill")).toBe("var(--paper)");
  });
  it("fills three shapes and leaves the others open", () => {
    expect(symbols.filter((symbol) => !symbolStyle(symbol).open)).toEqual(["square", "diamond", "triangle"]);
  });
  it("has six shapes, and none by default", () => {
    expect(Object.keys(symbolStyles)).toHaveLength(6);
    expect(() => symbolStyle("rumour")).toThrow('there is no symbol "rumour"; there are square, ');
  });
  it("scales", () => {
    expect(drawing(0.5).querySelector("a path")?.getAttribute("d")).toBe("M-2.6,-2.6L2.6,-2.6L2.6,2.6L-2.6,2.6Z");
  });
});
