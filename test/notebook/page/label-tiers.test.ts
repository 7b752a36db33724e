import { expect, test } from "vitest";
import { labelTiers } from "../../../src/notebook/page/ratio-strip.ts";

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
