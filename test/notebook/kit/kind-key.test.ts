import { expect, test } from "vitest";
import { pixelPlot } from "../../../src/notebook/kit/plot.ts";
import { inLines, keyHeight, kindKey } from "../../../src/notebook/kit/symbols.ts";
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

test("lines are evened out, but not where that would take one more", () => {
  const setting = { left: 0, top: 10, line: 20, symbolRoom: 10, gap: 10, textSize: 10 };
  const lines = (...texts: string[]) =>
    inLines(
      texts.map((text) => ({ text })),
      "sm",
      setting
    ).map(({ text, y }) => [text.slice(0, 1), (y - setting.top) / setting.line]);
  const wide = "w".repeat(30);
  expect(lines("a", "b", "c", wide)).toEqual([
    ["a", 0],
    ["b", 0],
    ["c", 0],
    ["w", 1]
  ]);
  const middling = "m".repeat(8);
  expect(lines(...Array.from({ length: 4 }, () => middling)).map(([, line]) => line)).toEqual([0, 0, 1, 1]);
  expect(lines()).toEqual([]);
});
