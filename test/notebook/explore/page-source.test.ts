import { describe, expect, test } from "vitest";
import { drawRecipe } from "../../../src/notebook/explore/chart.ts";
import { explore } from "../../../src/notebook/explore/explore.ts";
import { anyOf, emptySpec, propose, type Spec } from "../../../src/notebook/explore/spec.ts";
import { everyTable, figures, made, only, russia } from "./explored.ts";
import { document, runSource } from "./run-source.ts";

const width = 760;
const tables = new Map(everyTable);

/** The drawings of a chart, as the page makes them and as its page source makes them. */
async function bothWays(name: string, spec: Spec): Promise<[ours: string | undefined, theirs: string | undefined]> {
  const table = tables.get(name);
  if (!table) throw new Error(`there is no table ${name}`);
  const { recipe, placed, source } = explore(table, spec);
  const wide = recipe(false);
  if (!wide) throw new Error("nothing is drawn");
  const ours = drawRecipe(wide, placed, { width, document }).at(-1)?.outerHTML;
  const [theirs] = await runSource(source, table.rows, width);
  return [withoutNames(ours), withoutNames(theirs?.outerHTML)];
}

/** Plot names its classes by chance. */
const withoutNames = (svg = ""): string =>
  svg.replace(/<style>[\s\S]*?<\/style>/, "").replace(/ class="(?:key|plot-[\da-f]+)"/g, "");

const drawable = everyTable.filter(([, table]) => propose(table).mark !== "table");

describe("the page source draws the very chart", () => {
  test.each(drawable)("that is proposed for %s", async (name, table) => {
    const [ours, theirs] = await bothWays(name, propose(table));
    expect(ours).toContain("<svg");
    expect(theirs).toEqual(ours);
  });

  const since2018 = { ...anyOf("period"), from: 2018 };
  test.each<[string, Partial<Spec>, string?]>([
    [
      "lines of countries",
      {
        filters: [only("basis", "mine-production"), since2018],
        across: "period",
        up: "amount",
        colour: "subject",
        mark: "lines"
      }
    ],
    [
      "dots in lanes with bounds",
      { filters: [only("metric", "reserves")], across: "amount", up: "speaker", colour: "speaker_kind", mark: "dots" }
    ],
    [
      "two values and a missing one",
      { filters: [only("form", "oxide", ""), only("unit", "t/yr")], across: "amount", up: "publisher", mark: "dots" }
    ],
    ["years counted", { across: "date", mark: "bars" }, "events"],
    ["stances counted", { up: "topic", colour: "stance", mark: "bars" }, "positions"],
    ["kinds without words of their own", { up: "kind", mark: "bars" }, "comparisons"]
  ])("of %s", async (_, choice, table = "figures") => {
    const [ours, theirs] = await bothWays(`this: ${table}`, { ...emptySpec, table, ...choice });
    expect(ours).toContain("<svg");
    expect(theirs).toEqual(ours);
  });
});

test("a title in words heads the page; one with numbers or marks stands in the chart", async () => {
  expect(made({ ...russia, title: "Russia mines little" }).source).toContain(
    'title: "Russia mines little"\n---\n\n# Russia mines little\n'
  );
  const { source } = made({ ...russia, title: '`x` {{no.token}} "5" <b> # | _y_\n---' });
  expect(source).toContain("\n# Mine production of Russia by year\n");
  expect(source).toContain(String.raw`  title: "BxB {\u007bno.token}} \"5\" <b> # | _y_ ---",`.replaceAll("B", "`"));
  expect(await runSource(source, figures, width)).toHaveLength(1);
});

test("outside its cells a page source holds no number, whatever is drawn", () => {
  for (const [, table] of everyTable) {
    const { source } = explore(table, { ...propose(table), title: "9 of 10" });
    expect(source.replace(/^```js\n[\s\S]*?^```/gm, "")).not.toMatch(/\d/);
  }
});

test("rows alone are a table, also in the page", async () => {
  const { source } = made({ filters: [only("unit", "%")] });
  const [table] = await runSource(source, figures, width);
  expect(table?.textContent).toBe("2");
});

test("a page asks for no more columns than its chart uses, and imports nothing", () => {
  const { source } = made(russia);
  expect(source).toContain('FileAttachment("data/figures.json").json()');
  expect(source).not.toMatch(/import |worded|bound:/);
});
