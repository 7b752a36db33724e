import { describe, expect, test } from "vitest";
import { drawRecipe, explore } from "../../../src/notebook/explore/explore.ts";
import { fieldsOf, type Row, worded } from "../../../src/notebook/explore/fields.ts";
import { emptySpec, openingSpec, propose, type Spec } from "../../../src/notebook/explore/spec.ts";
import { realNotebook } from "../../real-ledger.ts";
import { figures, made, madeOnly } from "./explored.ts";
import { document, runSource } from "./run-source.ts";

const tables = Object.entries(realNotebook().tables) as unknown as [string, { rows: Row[] }][];
const rowsOf = (name: string): Row[] => tables.find(([table]) => table === name)?.[1].rows ?? [];
const width = 760;

/** The drawings of a chart, as the page makes them and as its page source makes them. */
async function bothWays(spec: Spec): Promise<[string[], string[]]> {
  const rows = rowsOf(spec.table);
  const fields = fieldsOf(rows);
  const { recipe, placed, source } = explore(worded(rows, fields), spec, fields);
  const wide = recipe(false);
  if (!wide) throw new Error("nothing is drawn");
  const ours = drawRecipe(wide, placed, { width, document }).map(({ svg }) => svg.outerHTML);
  const theirs = (await runSource(source, rows, width)).map((svg) => svg.outerHTML);
  return [ours, theirs];
}

const reserves: Partial<Spec> = {
  filters: [
    { column: "metric", values: ["reserves"] },
    { column: "subject", values: ["russia"] }
  ]
};
const mine = [
  { column: "basis", values: ["mine-production"] },
  { column: "period", from: 2018, to: null }
];

describe("the page source draws the very chart", () => {
  test.each(tables.map(([name]) => [name]))("that is proposed for %s", async (name) => {
    const rows = rowsOf(name);
    const [ours, theirs] = await bothWays(propose(name, fieldsOf(rows), rows));
    expect(ours[0]).toContain("<svg");
    expect(theirs).toEqual(ours);
  });

  test.each<[string, Partial<Spec>]>([
    ["lines of countries", { filters: mine, across: "period", up: "amount", colour: "subject", mark: "lines" }],
    [
      "dots in lanes with bounds",
      { ...reserves, across: "amount", up: "speaker", colour: "speaker_kind", mark: "dots" }
    ],
    ["logarithmic strips", { ...reserves, across: "amount", up: "material", mark: "strip", scale: "log" }],
    ["spans", { ...reserves, across: "period", up: "amount", mark: "bars", group: "range" }],
    ["a panel for each unit", { across: "period", up: "amount", panel: "unit", mark: "dots" }],
    ["two categories that cross", { table: "positions", across: "stance", up: "topic", mark: "dots", group: "count" }],
    ["years counted", { table: "events", across: "date", mark: "bars", group: "count" }],
    ["all editions alike", { filters: mine, across: "period", up: "amount", mark: "dots", edition: "all" }]
  ])("of %s", async (_, choice) => {
    const [ours, theirs] = await bothWays({ ...emptySpec, ...choice });
    expect(ours[0]).toContain("<svg");
    expect(theirs).toEqual(ours);
  });
});

test("a title in words heads the page; one with numbers or marks stands in the chart", async () => {
  expect(made({ title: "Russia mines little" }).source).toContain(
    'title: "Russia mines little"\n---\n\n# Russia mines little\n'
  );
  const { source } = made({ title: '`x` {{no.token}} "5" <b> # | _y_\n---' });
  expect(source).toContain("\n# Mine production of Russia by year\n");
  expect(source).toContain(
    String.raw`display(chart(rows, "BxB {\u007bno.token}} \"5\" <b> # | _y_ ---"));`.replaceAll("B", "`")
  );
  expect(await runSource(source, figures, width)).toHaveLength(1);
});

test("outside its cells a page source holds no number, whatever is drawn", () => {
  for (const [name, { rows }] of tables) {
    const fields = fieldsOf(rows);
    const { source } = explore(rows, { ...propose(name, fields, rows), title: "9 of 10" }, fields);
    expect(source.replace(/^```js\n[\s\S]*?^```/gm, "")).not.toMatch(/\d/);
  }
});

test("rows alone are a table, also in the page", async () => {
  const { source } = madeOnly({ mark: "table", filters: [{ column: "unit", values: ["%"] }] });
  const [table] = await runSource(source, figures, width);
  expect(table?.textContent).toBe("2");
});

test("the page keeps superseded editions apart as the chart does", () => {
  expect(made(openingSpec).source).toContain("rows.filter((d) => !d.current");
  expect(made({ edition: "current" }).source).not.toContain("!d.current");
});
