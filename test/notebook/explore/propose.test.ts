import { expect, test } from "vitest";
import { explore } from "../../../src/notebook/explore/explore.ts";
import { fieldsOf, type Row, worded } from "../../../src/notebook/explore/fields.ts";
import { openingSpec, propose, tableNames } from "../../../src/notebook/explore/spec.ts";
import { realNotebook } from "../../real-ledger.ts";

const tables = Object.entries(realNotebook().tables) as unknown as [string, { rows: Row[] }][];

test("every published table can be chosen, and none that is not published", () => {
  expect(Object.keys(tableNames).sort()).toEqual(tables.map(([name]) => name).sort());
});

test.each(tables)("the chart proposed for %s is drawn", (name, { rows }) => {
  const fields = fieldsOf(rows);
  const { doubts, recipe } = explore(worded(rows, fields), propose(name, fields, rows), fields);
  expect(doubts.filter(({ stop }) => stop)).toEqual([]);
  expect(recipe(false)).not.toBeNull();
});

test("figures open with the opening chart, which the ledger still holds", () => {
  const rows = tables.find(([name]) => name === "figures")?.[1].rows ?? [];
  expect(propose("figures", fieldsOf(rows), rows)).toBe(openingSpec);
  expect(explore(rows, openingSpec, fieldsOf(rows)).rows.length).toBeGreaterThan(8);
});

test("a table of words is counted by a category", () => {
  const rows = ["a", "b", "c", "c"].map((topic, id) => ({
    id: `r${id}`,
    topic,
    stance: topic === "a" ? "for" : "against"
  }));
  expect(propose("positions", fieldsOf(rows), rows)).toMatchObject({
    up: "topic",
    colour: "stance",
    group: "count",
    mark: "bars"
  });
});

test("a table with nothing to draw is shown as rows", () => {
  const rows = [{ id: "a" }, { id: "b" }];
  expect(propose("verdicts", fieldsOf(rows), rows).mark).toBe("table");
});
