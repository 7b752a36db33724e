import { expect, test } from "vitest";
import { pixelPlot } from "../../../src/notebook/kit/plot.ts";
import { keyHeight, kindKey } from "../../../src/notebook/kit/symbols.ts";
import { canvas, textsOf } from "./canvas.ts";

const all = ["expert", "official", "trade-press", "state-media", "independent", "statistic"];
const drawn = (kinds: readonly string[]) => pixelPlot(canvas("sm"), 200, [kindKey(kinds, "sm")]);

test("the key has the kinds that are drawn and no others, in its own order", () => {
  expect(textsOf(drawn(["expert", "official"]))).toEqual(["Government official", "Industry expert"]);
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
