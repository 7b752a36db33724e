import { expect, test } from "vitest";
import { parseLedger } from "../../../src/notebook/ledger/parse-ledger.ts";
import { soundPart } from "../../../src/notebook/ledger/sound-part.ts";
import { type Change, minimalFiles } from "./minimal-ledger.ts";

const partOf = (...changes: Change[]) => soundPart(parseLedger(minimalFiles(...changes)));

test("a ledger without a fault is sound as it is", () => {
  const parsed = parseLedger(minimalFiles());
  expect(soundPart(parsed)).toBe(parsed);
});

test.each<[string, Change]>([
  ["is faulty", { file: "vocabulary", replace: "factor: 1000000, ", with: "" }],
  ["is unknown", { file: "vocabulary", replace: "large: [Mt]", with: "large: [Mtt]" }]
])("a unit whose larger one %s goes, with all that is counted in it, and is remembered", (_, change) => {
  const { ledger, unread, omitted } = partOf(change);
  expect(ledger.vocabulary.units.map(({ id }) => id)).not.toContain("t");
  expect(ledger.sources.flatMap(({ series }) => series.map(({ id }) => id))).toEqual(["survey-2025.production"]);
  expect([...unread.ids]).toEqual(expect.arrayContaining(["t", "survey-2025.reserves"]));
  expect(omitted.map(({ file }) => file)).toContain("data/ledger/vocabulary.yaml");
});

test("a figure that is useless takes along what rests on it", () => {
  const { ledger, unread } = partOf({ file: "gazette", replace: "value: 28.5", with: "value: 29" });
  expect(ledger.derivations).toEqual([]);
  expect(ledger.choices).toEqual([]);
  expect([...unread.ids]).toEqual(expect.arrayContaining(["gazette.reserves", "derived.reserve-life"]));
});
