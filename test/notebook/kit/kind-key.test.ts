import { expect, test } from "vitest";
import { pixelPlot } from "../../../src/notebook/kit/plot.ts";
import { keyHeight, kindKey } from "../../../src/notebook/kit/symbols.ts";
import { canvas, textsOf } from "./canvas.ts";

const words: Readonly<Record<string, string>> = {
  cross: "industry expert",
  diamond: "government official",
  circle: "trade press",
  triangle: "state-linked media",
  "triangle-down": "independent analysis",
  square: "official statistic"
};
const all = Object.entries(words).map(([symbol, text]) => ({ symbol, text }));
const drawn = (kinds: typeof all) => pixelPlot(canvas("sm"), 200, [kindKey(kinds, "sm")]);

test("the key has the kinds that are drawn and no others, in its own order", () => {
  expect(textsOf(drawn(all.slice(0, 2).flatMap((kind) => [kind, kind])))).toEqual([
    "Government official",
    "Industry expert"
  ]);
  expect(drawn(all).querySelectorAll("path")).toHaveLength(6);
});

test("it takes as many lines as a size needs, and leaves room for them", () => {
  expect(keyHeight(all.slice(2), "lg")).toBeLessThan(keyHeight(all, "md"));
  expect(keyHeight(all, "md")).toBeLessThan(keyHeight(all, "sm"));
  const lowest = [...drawn(all).querySelectorAll("text")].map((text) =>
    Number(text.getAttribute("transform")?.match(/,(\d+)/)?.[1])
  );
  expect(Math.max(...lowest)).toBeLessThan(keyHeight(all, "sm"));
});
