import { expect, test } from "vitest";
import { secondHandRow } from "../../../src/notebook/kit/rows.ts";
import { figureRow, tablesOf } from "./tables-fixture.ts";

const tables = tablesOf({});
const kept = { publisher: "this-notebook", speaker: "rosnedra", reading: "second-hand" } as const;

test.each([
  ["in an outlet", ["reuters", "this-notebook"], "in Reuters, seen second-hand"],
  ["on the speaker's own page", ["this-notebook"], "on a page of its own, seen second-hand"]
])("names who passed it on, never the collection: %s", (_, chain, where) => {
  const row = secondHandRow(figureRow({ id: "further-statements.a", ...kept, chain }), tables);
  expect(row.where).toBe(where);
});

test("leaves a publication's own figure as it is", () => {
  const figure = figureRow({ id: "izvestia.a", speaker: "leonid-khazanov" });
  expect(secondHandRow(figure, tables).where).toBe("in Izvestia");
});
