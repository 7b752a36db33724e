import { expect, test } from "vitest";
import { factsOnPage } from "../../../src/notebook/page/evidence.ts";
import { evidenceTrigger } from "../../../src/notebook/page/tokens.ts";
import { minimalNotebook } from "./notebooks.ts";

const notebook = minimalNotebook();
const idsOn = (...ids: string[]): string[] =>
  factsOnPage(ids.map((id) => evidenceTrigger(id, "7")).join(" and "), notebook).map(({ row }) => row.id);

test("facts come in reading order, each once", () => {
  expect(idsOn("relay.share", "gazette.reserves", "relay.share")).toEqual(["relay.share", "gazette.reserves"]);
});

test("the figures that a derived quantity rests on come after those that are read, each once", () => {
  expect(idsOn("derived.reserve-ratio", "relay.share", "derived.reserve-life")).toEqual([
    "derived.reserve-ratio",
    "relay.share",
    "derived.reserve-life",
    "gazette.reserves",
    "relay.reserves",
    "gazette.production"
  ]);
});

test("a page without numbers has none", () => {
  expect(idsOn()).toEqual([]);
});

test("a trigger of an unknown record is a fault of the program", () => {
  expect(() => idsOn("no.such")).toThrow('there is no record "no.such"');
});
