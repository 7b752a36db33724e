import { expect, test } from "vitest";
import { controls, specInForm } from "../../../src/notebook/explore/doubts.ts";
import { drawRecipe, rowsHtml, statusHtml } from "../../../src/notebook/explore/explore.ts";
import { rowsCsv } from "../../../src/notebook/explore/layout.ts";
import { sourceText } from "../../../src/notebook/explore/page-source.ts";
import { groupRows } from "../../../src/notebook/explore/rows.ts";
import { openingSpec, type Spec } from "../../../src/notebook/explore/spec.ts";
import { all, elementOf, one, wordsOf } from "../page/dom.ts";
import { fields, figures, made, madeOnly } from "./explored.ts";
import { document } from "./run-source.ts";

const drawn = (explored: ReturnType<typeof made>): Element => {
  const recipe = explored.recipe(false);
  const [drawing] = recipe ? drawRecipe(recipe, explored.placed, { width: 680, document }) : [];
  if (!drawing) throw new Error("nothing was drawn");
  return drawing.svg;
};

test("filters keep values, years between two ends, and all where none is chosen", () => {
  const ids = (explored: ReturnType<typeof made>): unknown[] => explored.rows.map(({ id }) => id);
  expect(ids(madeOnly({ filters: [{ column: "subject", values: ["china"] }] }))).toEqual(["b.china.2024"]);
  expect(ids(madeOnly({ filters: [{ column: "period", from: 2024, to: 2024 }] }))).toEqual([
    "b.russia.2024",
    "b.china.2024"
  ]);
  expect(ids(madeOnly({ filters: [{ column: "subject", values: [] }] }))).toHaveLength(figures.length);
});

test("the opening chart: current editions on the line, the superseded one as a grey square", () => {
  const svg = drawn(made({ filters: openingSpec.filters.slice(0, 2) }));
  expect(all(svg, '[aria-label="line"] path')).toHaveLength(1);
  const dots = all(svg, '[aria-label="dot"]');
  expect(dots.map((group) => group.children.length)).toEqual([2, 1]);
  expect(dots[1]?.getAttribute("fill")).toBe("var(--ink3)");
});

test("a range is drawn from end to end, a bound as an open dot with its word", () => {
  const svg = drawn(
    madeOnly({ up: "amount", across: "period", mark: "dots", filters: [{ column: "metric", values: ["capacity"] }] })
  );
  expect(all(svg, '[aria-label="rule"] line').some((line) => line.getAttribute("y1") !== line.getAttribute("y2"))).toBe(
    true
  );
  expect(wordsOf(svg)).toContain("less than 9,000");
  expect(wordsOf(svg)).toContain("about 2,900");
  expect(wordsOf(svg)).toContain("3,000–7,500");
});

test("lanes stand by their largest number, and a lane of bounds alone is not lost", () => {
  const svg = drawn(
    madeOnly({ across: "amount", up: "id", mark: "dots", filters: [{ column: "metric", values: ["capacity"] }] })
  );
  const lanes = all(svg, '[aria-label="y-axis tick label"] text').map(({ textContent }) => textContent);
  expect(lanes).toEqual(["c.bound", "c.range", "c.about"]);
});

test("groups are counted and listed, or keep their ends; nothing is averaged", () => {
  const groups = groupRows(made().placed, ["period_year"]);
  expect(groups.find(({ period_year }) => period_year === 2023)).toMatchObject({
    rows: 2,
    lowest: 2500,
    highest: 2600,
    records: ["a.russia.2023", "b.russia.2023"]
  });
  const view = madeOnly({ across: "subject", group: "count", mark: "bars" }).view;
  expect(view.head.map(({ label }) => label)).toEqual(["Place", "Rows", "Records"]);
});

test("the rows of a line stand in its order, of one year the largest first; others by their number", () => {
  const ids = (explored: ReturnType<typeof made>): string[] => explored.view.body.map(([id = ""]) => id);
  const filters = openingSpec.filters.slice(0, 2);
  expect(ids(made({ filters }))).toEqual(["a.russia.2023", "b.russia.2023", "b.russia.2024"]);
  expect(ids(made({ filters, mark: "dots" }))).toEqual(["b.russia.2024", "a.russia.2023", "b.russia.2023"]);
  const counted = made({ filters, up: "", colour: "", group: "count" }).view.body;
  expect(counted.map(([year]) => year)).toEqual(["2023", "2024"]);
});

test("an unwritten title says what the rows say, and follows them", () => {
  const own = made({ filters: openingSpec.filters.slice(0, 2) });
  expect(own.words.title).toBe("Mine production of Russia: 2,500 to 2,700 tonnes a year");
  expect(made({ title: "Mine" }).words.title).toBe("Mine");
  expect(own.words.subtitle).toBe("Mine production of Russia by year, tonnes a year, 2023–\u20602024");
});

test("a count says by what its rows are split; a subtitle that would repeat the title says how many there are", () => {
  const positions = ["x", "y"].map((topic) => ({ id: topic, topic, stance: "mixed" }));
  const { words } = madeOnly(
    { table: "positions", up: "topic", colour: "stance", group: "count", mark: "bars" },
    positions
  );
  expect(words.title).toBe("Number of positions by topic and stance");
  expect(words.subtitle).toBe("2 rows of the table");
});

test("the rows' table says what a superseded figure, a bound and a missing number are", () => {
  const html = elementOf(rowsHtml(madeOnly({ up: "amount", across: "period", colour: "metric" }).view, "Caption"));
  expect(wordsOf(one(html, "caption"))).toBe("Caption");
  expect(wordsOf(html)).toContain("less than 9,000");
  expect(wordsOf(html)).toContain("not given");
});

test("names stand at lines and bars or in their lanes; a key is for what has neither", () => {
  const filters = [{ column: "period", from: 2024, to: 2024 }];
  const shares = (change: Partial<Spec>) =>
    madeOnly({ across: "amount", up: "id", colour: "subject", mark: "bars", filters, ...change });
  const bars = shares({}).recipe(false);
  expect(bars?.keyed).toBe(false);
  expect(bars?.marks.filter(({ mark, options }) => mark === "text" && options.text === "subject_name")).toHaveLength(1);
  expect(shares({ up: "subject", mark: "dots", colour: "subject" }).recipe(false)?.keyed).toBe(false);
  expect(shares({ mark: "dots" }).recipe(false)?.keyed).toBe(true);
  expect(shares({ across: "", up: "edition", group: "count" }).recipe(false)?.keyed).toBe(true);
  expect(made().recipe(false)?.keyed).toBe(false);
});

test("stances stand from one side to the other in every bar, whichever comes first in the rows, with paper between", () => {
  const positions = ["describes", "sceptical", "mixed", "favourable"].map((stance) => ({
    id: stance,
    topic: "x",
    stance
  }));
  const recipe = madeOnly({ up: "topic", colour: "stance", group: "count", mark: "bars" }, positions).recipe(false);
  const order = ["favourable", "mixed", "sceptical", "describes"];
  expect(recipe?.plot.color).toMatchObject({ domain: order });
  const bars = recipe?.marks.find(({ mark }) => mark === "barX");
  expect(bars?.options).toMatchObject({ order, insetRight: 1 });
});

test("kinds of speaker have the shapes that they have in every figure, whichever comes first in the rows", () => {
  const spoken = ["official", "statistic"].map((kind, index) => ({
    ...figures[index + 1],
    speaker_kind: kind,
    speaker_kind_label: kind
  }));
  const recipe = madeOnly({ across: "amount", up: "id", colour: "speaker_kind", mark: "dots" }, spoken).recipe(false);
  // The second row's number is the larger.
  expect(recipe?.plot.symbol).toEqual({ domain: ["statistic", "official"], range: ["square", "diamond"] });
});

test("a long table shows a hundred rows and says so", () => {
  const many = Array.from({ length: 101 }, (_, index) => ({ id: `r${index}`, kind: "k" }));
  const html = elementOf(rowsHtml(madeOnly({}, many).view, "Caption"));
  expect(all(html, "tbody tr")).toHaveLength(100);
  expect(wordsOf(html)).toContain("The first 100 of 101 rows");
});

test("the download has every column, lists joined", () => {
  const [head, first] = rowsCsv(figures.slice(0, 1)).split("\n");
  expect(head?.split(",")).toEqual(Object.keys(figures[0] ?? {}));
  expect(first).toContain("a.russia.2023");
});

test("the source line names publications with their editions, or the table", () => {
  const rows = [{ source_name: "US Geological Survey, 2025" }, { source_name: "US Geological Survey, 2025" }];
  expect(sourceText(rows, "figures")).toBe("US Geological Survey, 2025");
  expect(sourceText([{ source_name: "Izvestia, 2025-03" }], "figures")).toBe("Izvestia, March\u00a02025");
  expect(sourceText([], "verdicts")).toBe("Claims and reality, table “verdicts”");
});

test("controls show the choice, and a form gives it back", () => {
  const form = elementOf(controls(openingSpec, fields, figures));
  expect(all(form, "option[selected]").map(wordsOf)).toContain("Amount");
  expect(all(form, "summary").map(wordsOf)).toEqual(["Metric production", "Place Russia", "Basis mine production"]);
  for (const control of all(form, "select, input, textarea")) expect(control.closest("label")).not.toBeNull();
  expect(
    specInForm(
      new Map([
        ["mark", "dots"],
        ["add", "x"],
        ["filters", "x"]
      ]),
      openingSpec
    )
  ).toEqual({ ...openingSpec, mark: "dots" });
});

test("what a reader typed is text, never markup", () => {
  const typed = '<img src=x onerror="1">';
  expect(all(elementOf(controls({ ...openingSpec, title: typed }, fields, figures)), "img")).toEqual([]);
  expect(all(elementOf(statusHtml(1, [typed], [])), "img")).toEqual([]);
});
