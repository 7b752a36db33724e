import { expect, test } from "vitest";
import { labelTiers, ratioScale, valueLabels } from "../../../src/notebook/page/ratio-strip.ts";
import { figureRow } from "../tables/figure-row.ts";
import { minimalNotebook } from "./notebooks.ts";

const label = (percent: number, speaker = "Oleg Kazanov,") => ({
  lines: ["10,000 t", speaker, "Russia.Post"] as const,
  percent
});

test("labels with room stand centred in the first tier, the ones near an edge within it", () => {
  expect(labelTiers([label(6), label(50), label(97)])).toEqual([
    { tier: 0, align: "start", isBehind: false },
    { tier: 0, align: "center", isBehind: false },
    { tier: 0, align: "end", isBehind: false }
  ]);
});

test("a label that would touch the one before moves aside, then down", () => {
  expect(labelTiers([label(30), label(46), label(48)])).toEqual([
    { tier: 0, align: "center", isBehind: false },
    { tier: 0, align: "center", isBehind: false },
    { tier: 1, align: "center", isBehind: true }
  ]);
  expect(labelTiers([label(30), label(44)])[1]).toMatchObject({ tier: 0, align: "start" });
});

test("a label wider than the strip starts at its mark", () => {
  expect(labelTiers([label(50, "a very long name ".repeat(10))])).toMatchObject([{ tier: 0, align: "start" }]);
});

test("a line down from a mark between two labels passes behind none", () => {
  const [, , last] = labelTiers([label(30), label(60), label(45)]);
  expect(last).toMatchObject({ tier: 1, isBehind: false });
});

test("a label that begins before the strip has a tier all the same", () => {
  expect(labelTiers([label(-40)])).toMatchObject([{ tier: 0, align: "start" }]);
});

test("where an earlier edition put a figure so low that the strip has no place for it, the values are no labels", () => {
  const labels = (old: number) => {
    const figures = [
      figureRow({ id: "a.old", value: old, current: false }),
      figureRow({ id: "a.now", value: 10 }),
      figureRow({ id: "b", value: 12 })
    ];
    const scale = ratioScale(figures);
    return scale && valueLabels(scale, minimalNotebook());
  };
  expect(labels(9.9)?.items).toHaveLength(3);
  expect(labels(2)).toBeNull();
});
