import { expect, test } from "vitest";
import { explore } from "../../../src/notebook/explore/explore.ts";
import { tableOf } from "../../../src/notebook/explore/fields.ts";
import { propose } from "../../../src/notebook/explore/spec.ts";
import { everyTable, looks } from "./explored.ts";

test.each(everyTable)("the chart proposed for %s is drawn, or there is nothing but text to show", (_, table) => {
  const spec = propose(table);
  const { doubts, recipe, rows } = explore(table, spec);
  expect(doubts.filter(({ stop }) => stop)).toEqual([]);
  expect(rows).not.toHaveLength(0);
  const isText = table.fields.every(({ type }) => type !== "amount" && type !== "category");
  expect(recipe(false) === null).toBe(isText);
});

test("a table of words is counted by a telling category, in the colours of stances", () => {
  const rows = ["a", "b", "c", "c"].map((topic, id) => ({
    id: `r${id}`,
    voice: "quoted",
    topic,
    stance: topic === "a" ? "for" : "against"
  }));
  expect(propose(tableOf("positions", rows, looks))).toMatchObject({ up: "topic", colour: "stance", mark: "bars" });
});
