import { expect, test } from "vitest";
import { thumbnail } from "../../src/figures/thumbnails.ts";
import { derivedRow, figureRow, positionRow, tablesOf } from "./tables-fixture.ts";

const tables = tablesOf({
  figures: [
    figureRow({ id: "rex-reuters.reserves-usgs", value: 3.8e6 }),
    figureRow({ id: "russia-post.reserves-kazanov", value: 28.5e6 }),
    figureRow({ id: "izvestia.us-production", value: 45_000, speaker: "leonid-khazanov" }),
    figureRow({ id: "izvestia.us-demand-next-decade", value: 75_000, speaker: "leonid-khazanov" }),
    figureRow({ id: "rex-kommersant.gallium-output", value: 7, comparator: "~", unit: "t/yr" }),
    figureRow({ id: "rex-kommersant.gallium-possible", value: 41, unit: "t/yr" })
  ],
  positions: [
    positionRow({ id: "izvestia.a", speaker: "vladimir-putin", topic: "reserves", stance: "favourable" }),
    positionRow({ id: "izvestia.b", speaker: "oleg-kazanov", topic: "reserves", stance: "describes" }),
    positionRow({ id: "izvestia.c", speaker: "peter-arkell", topic: "refining", stance: "sceptical" }),
    positionRow({ id: "izvestia.d", speaker: "leonid-khazanov", topic: "refining", stance: "sceptical" }),
    positionRow({ id: "izvestia.e", speaker: "leonid-khazanov", topic: "refining", stance: "favourable" })
  ]
});

const widths = (svg: string, fill: string): number[] =>
  [...svg.matchAll(/h(-?[\d.]+)v[\d.]+h-[\d.]+z" fill="([^"]*)"/g)]
    .filter(([, , found]) => found === fill)
    .map(([, width]) => Number(width));

test("the smaller reserve takes its part of the larger one's bar", () => {
  const svg = thumbnail("/reserves-vs-output", tables);
  const [solid = 0] = widths(svg, "var(--red)");
  const [tint = 0] = widths(svg, "var(--red-tint)");
  expect(solid + tint).toBeCloseTo(236);
  expect(solid / 236).toBeCloseTo(3.8 / 28.5, 3);
});

test("production and demand stand apart, on one scale, each as its speaker's symbol", () => {
  const svg = thumbnail("/us-demand", tables);
  const stems = [...svg.matchAll(/48V([\d.]+)/g)].map(([, y]) => 48 - Number(y));
  expect((stems[0] ?? 0) / (stems[1] ?? 1)).toBeCloseTo(45 / 75, 3);
  expect(svg.match(/#k-expert/g)).toHaveLength(2);
  expect(svg).toContain(">≠<");
});

test("gallium has a square a tonne, with what is made filled, and keeps “about”", () => {
  const svg = thumbnail("/gallium", tables);
  const [filled = "", outlined = ""] = [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path);
  expect(filled.match(/M/g)).toHaveLength(7);
  expect(outlined.match(/M/g)).toHaveLength(34);
  expect(svg).toContain("about 7 → 41\u00a0t");
});

test("positions have a tick a speaker and topic; opposite stances make a mixed one", () => {
  const svg = thumbnail("/positions", tables);
  expect(widths(svg, "var(--fav)")).toHaveLength(2);
  expect(widths(svg, "var(--scep)")).toHaveLength(2);
  expect(widths(svg, "var(--ink2)")).toHaveLength(1);
  expect(svg.match(/<text/g)).toHaveLength(2);
});

test("the same tables give the same drawing, small and out of the accessibility tree", () => {
  for (const path of ["/reserves-vs-output", "/us-demand", "/gallium", "/positions"]) {
    expect(thumbnail(path, tables)).toBe(thumbnail(path, tables));
    expect(thumbnail(path, tables).length).toBeLessThan(4000);
    expect(thumbnail(path, tables)).toMatch(/^<svg class="thumbnail" width="236" height="54" .*aria-hidden="true"/);
  }
});

test("a chapter without a thumbnail stops the build", () => {
  expect(() => thumbnail("/unknown", tables)).toThrow(/no thumbnail for the chapter "\/unknown"; draw one in/);
});

test("data that no longer bear out a thumbnail stop the build", () => {
  expect(() => thumbnail("/positions", tablesOf({}))).toThrow(/positions on reserves/);
  const turned = tablesOf({
    figures: [
      figureRow({ id: "rex-kommersant.gallium-output", value: 41 }),
      figureRow({ id: "rex-kommersant.gallium-possible", value: 7 })
    ]
  });
  expect(() => thumbnail("/gallium", turned)).toThrow(/a part of the squares filled/);
});

test("the ore that is used takes its part of all that is lifted, and is seen however small", () => {
  const widthAt = (value: number): number | undefined => {
    const part = derivedRow({ id: "derived.loparite-part", inputs: [], value, unit: "%" });
    return widths(thumbnail("/chain", tablesOf({ derived: [part] })), "var(--red)")[0];
  };
  expect(widthAt(25)).toBeCloseTo(59);
  expect(widthAt(0.1)).toBe(2);
  expect(() => widthAt(120)).toThrow("a part within a whole");
});
